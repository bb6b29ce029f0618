/** 我的首页 of an enterprise: what is to do now, its file in short, and how far it is from the next tier. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { OwnClaimPanel } from '#modules/claim/pages/duty-panel.tsx'
import { OwnFilingPanel } from '#modules/filing/pages/duty-panel.tsx'
import { LadderPanel } from '#modules/ladder/pages/standing.tsx'
import { MoveInDutyPanel } from '#modules/movein/pages/duty-panel.tsx'
import { command, query } from '#web/client.ts'
import { useMe, usePlanInForce } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Row, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import type { WholeFile } from '../whole.ts'
import { Claim } from './claim.tsx'
import '../enterprise.css'

export default function OwnHome() {
  const me = useMe()
  const asked = useQuery(query('enterprise/mine', {}))
  return (
    <PageFrame title="我的首页" description={`${me.org?.name ?? me.name}，您好`}>
      <Loaded from={asked}>{(own) => (own ? <Own of={own} /> : <Claim />)}</Loaded>
      <Notes />
    </PageFrame>
  )
}

function Own({ of }: { of: WholeFile }) {
  const { file, names } = of
  return (
    <Stack>
      <ToDo of={of} />
      <OwnClaimPanel />
      <OwnFilingPanel />
      <MoveInDutyPanel own />
      <Panel
        title="本企业档案"
        actions={
          <GoTo inline to="/enterprise/file">
            查看档案
          </GoTo>
        }
      >
        <Facts
          of={[
            { title: '企业名称', value: file.name },
            { title: '信用代码', value: <span className="number">{file.creditCode}</span> },
            { title: '所在地', value: [names.town, names.zone, file.building].filter(Boolean).join('·') },
            { title: '行业', value: names.industry },
            { title: '服务专员', value: file.keeperName && `${file.keeperName}（${names.keeperOrg ?? '—'}）` },
            { title: '最近确认', value: file.confirmedOn ?? '尚未确认' },
          ]}
        />
      </Panel>
      <NextTier />
    </Stack>
  )
}

function ToDo({ of: { file, staleFor, titles } }: { of: WholeFile }) {
  const say = useSay()
  const confirm = useMutation({ ...command('enterprise/confirmOwn'), onSuccess: () => say.done('已确认'), onError: say.failed })
  if (file.leftOn !== null) return <Notice>本企业已于 {file.leftOn} 离区，档案只供查看。</Notice>
  const due = titles.filter(({ warning }) => warning)
  return (
    <Panel title="需要办理">
      <Stack tight>
        {staleFor !== null && (
          <Row>
            <Mark tone="warn">待确认</Mark>
            <span>档案已 {staleFor} 天无人确认，请核对后确认。</span>
            <GoTo inline to="/enterprise/file">
              核对
            </GoTo>
            <Act inline busy={confirm.isPending} onClick={() => confirm.mutate({})}>
              确认无误
            </Act>
          </Row>
        )}
        {due.length > 0 && (
          <Row>
            <Mark tone="warn">资质到期</Mark>
            <span>有 {due.length} 项资质称号已到期或临近到期，请及时申请复核。</span>
            <GoTo inline to="/enterprise/file?tab=titles">
              查看
            </GoTo>
          </Row>
        )}
        {staleFor === null && due.length === 0 && <p className="quiet">档案方面目前没有需要办理的事项。</p>}
      </Stack>
    </Panel>
  )
}

function NextTier() {
  const asked = useQuery(query('ladder/ownStanding', {}))
  return (
    <Loaded from={asked} rows={4}>
      {(standing) =>
        standing && standing.ladders.length > 0 ? (
          <Tiles width={420}>
            {standing.ladders.map((one) => (
              <LadderPanel key={one.ladder} of={one} />
            ))}
          </Tiles>
        ) : null
      }
    </Loaded>
  )
}

function Notes() {
  const plan = usePlanInForce()
  return (
    <p className="quiet">
      {plan && (
        <>
          现行行动方案：<a href="/plan">{plan.title}</a>。
        </>
      )}
      如有诉求或建议，请与领导小组办公室或所在园城、镇街联系。
    </p>
  )
}
