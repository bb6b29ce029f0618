/** The door of enterprises and institutions: what waits for them, and what is in force. */
import { useQuery } from '@tanstack/react-query'
import { Outlet, useMatch } from 'react-router'
import { OwnFilingPanel } from '#modules/filing/pages/duty-panel.tsx'
import { query } from './client.ts'
import { ClockStrip, FrameMarks, OwnMenu } from './own-menu.tsx'
import { Door, useFrame, useMe, usePlanInForce } from './session.tsx'
import { Facts, PageFrame, Panel } from './ui/frame/page.tsx'
import { Shell } from './ui/frame/shell.tsx'
import { EmptyState } from './ui/frame/states.tsx'
import { icons } from './ui/icons.tsx'

export default function Enterprise() {
  return (
    <Door roles={['enterprise', 'institution']}>
      <Inside />
    </Door>
  )
}

function Inside() {
  const me = useMe()
  const frame = useFrame()
  return (
    <Shell
      home="/enterprise"
      place="企业端"
      groups={[
        {
          items: [
            { to: '/enterprise', title: '首页', icon: icons.home, end: true },
            { to: '/enterprise/filings', title: '我的报表', icon: icons.report },
          ],
        },
      ]}
      marks={<FrameMarks />}
      strip={frame?.clockSet && <ClockStrip />}
      user={<OwnMenu me={me} />}
    >
      {useMatch('/enterprise') ? <Greeting name={me.org?.name ?? me.name} /> : <Outlet />}
    </Shell>
  )
}

function Greeting({ name }: { name: string }) {
  const plan = usePlanInForce()
  const orgs = useQuery(query('org/list', {})).data ?? []
  const office = orgs.find(({ kind }) => kind === 'office')
  return (
    <PageFrame title={`${name}，您好`} description="在这里报送月度报表，查看已公布的行动方案。">
      <OwnFilingPanel />
      <Panel title="现行行动方案">
        {plan ? (
          <Facts
            of={[
              { title: '方案名称', value: <a href="/plan">{plan.title}</a>, wide: true },
              { title: '发文字号', value: plan.documentNumber },
              { title: '实施期限', value: `${plan.from}—${plan.to}年` },
            ]}
          />
        ) : (
          <EmptyState title="目前没有公布的行动方案" />
        )}
      </Panel>
      <Panel title="联系我们">
        <p>如有诉求或建议，请与{office?.name ?? '领导小组办公室'}或所在园城、镇街联系。</p>
      </Panel>
    </PageFrame>
  )
}
