/** Calls of the levels above: announced with their inner deadline, and how far the district's bids have come. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { levels } from '#modules/policy/model.ts'
import { query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { CallForm } from './call/form.tsx'
import type { Call } from './words.ts'
import './policy.css'

export default function Calls() {
  const { role } = useMe()
  const go = useNavigate()
  const say = useSay()
  const [adding, add] = useState(false)
  const asked = useQuery(query('policy/calls', {}))
  return (
    <PageFrame
      title="上级资金申报"
      description="国家和市级的申报通知：区内截止前由企业报送，推荐单位审核推荐，立项和到账在此登记。"
      actions={
        <Permitted
          main
          icon={icons.add}
          when={role === 'office' || role === 'department'}
          because="申报通知由领导小组办公室和推荐单位登记"
          onClick={() => add(true)}
        >
          登记申报通知
        </Permitted>
      }
    >
      <Panel flush>
        <Loaded from={asked} rows={8}>
          {(rows) => (
            <DataTable
              name="申报通知"
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              to={({ id }) => `/office/upper-calls/${id}`}
              empty={<EmptyState title="尚无申报通知" about="收到上级申报通知后登记，企业即可在企业端申报。" />}
            />
          )}
        </Loaded>
      </Panel>
      <Dialog title="登记申报通知" wide open={adding} onClose={() => add(false)}>
        <CallForm
          onCancel={() => add(false)}
          onDone={(id) => {
            say.done('已登记，企业端可见')
            void go(`/office/upper-calls/${id}`)
          }}
        />
      </Dialog>
    </PageFrame>
  )
}

export function InnerClock({ of }: { of: Pick<Call, 'left' | 'innerDeadline'> }) {
  const today = useFrame()?.today
  return of.left < 0 ? <Mark>区内已截止</Mark> : <Clock left={of.left} dueOn={of.innerDeadline} today={today} />
}

const columns: Column<Call>[] = [
  {
    key: 'title',
    title: '名称',
    wrap: 22,
    show: ({ title, number }) => (
      <>
        {title}
        {number && <div className="quiet policy-small">{number}</div>}
      </>
    ),
  },
  { key: 'level', title: '级别', show: ({ level }) => levels[level] },
  { key: 'issuer', title: '发布单位', wrap: 12, show: ({ issuer }) => issuer },
  { key: 'org', title: '推荐单位', wrap: 8, show: ({ orgName }) => orgName },
  {
    key: 'inner',
    title: '区内截止',
    show: (call) => (
      <span className="policy-state">
        <span className="number">{call.innerDeadline}</span>
        <InnerClock of={call} />
      </span>
    ),
  },
  { key: 'deadline', title: '申报截止', show: ({ deadline }) => <span className="number">{deadline}</span> },
  {
    key: 'bids',
    title: '申报／推荐／立项',
    number: true,
    show: ({ bids, recommended, granted, most }) => `${bids}／${recommended}${most === null ? '' : `（限 ${most}）`}／${granted}`,
  },
]
