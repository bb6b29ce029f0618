/** One screening: what each clause comes to over all firms, the firms behind every figure, and each firm in full (plan task 3). */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { download, type In, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { useAddress } from '#web/ui/filter/address.ts'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded, NoRight } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { ByClause } from './screening/clauses.tsx'
import { Firms, filterKeys } from './screening/firms.tsx'
import { Offer } from './screening/offer.tsx'
import { everyTwoSeconds, isRunning, StandingMark, Stop } from './screening/standing.tsx'
import './claim.css'

export type Whole = Out<'claim/screeningInFull'>

export default function Screening() {
  const { id = '' } = useParams()
  const asked = useQuery({
    ...query('claim/screeningInFull', { id }),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? everyTwoSeconds : false),
  })
  return <Loaded from={asked}>{(of) => <Opened of={of} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { role } = useMe()
  return (
    <PageFrame
      title={of.policyTitle}
      description={`第 ${of.number} 版条款 · 数据截至 ${of.asOf} · ${of.startedBy} ${moment(of.startedAt)} 发起`}
      marks={<StandingMark of={of} />}
      crumbs={[{ title: '政策筛查', to: '/office/screenings' }, { title: `${of.asOf} 筛查` }]}
      actions={
        of.seen > 0 && (
          <>
            <GoTo to={`/office/policies/${of.policy}`}>查看条款</GoTo>
            <Export of={of} />
            {role === 'office' && <Offer of={of} />}
          </>
        )
      }
    >
      {of.seen > 0 ? (
        <Found of={of} />
      ) : (
        <Panel>
          <Nothing of={of} />
        </Panel>
      )}
    </PageFrame>
  )
}

function Nothing({ of }: { of: Whole }) {
  if (isRunning(of))
    return (
      <EmptyState
        title={of.progress === null ? '等待筛查' : `正在筛查，已完成 ${of.progress.toLocaleString('zh-CN')} 家`}
        about="全部企业筛查完毕后一并显示，可以离开本页。"
        actions={<Stop id={of.id} />}
      />
    )
  if (!of.digest)
    return (
      <EmptyState
        title="筛查已停止，没有保存结果"
        about="需要结果时请重新发起。"
        actions={<GoTo to="/office/screenings">政策筛查</GoTo>}
      />
    )
  if (of.firms === 0) return <EmptyState title="当日没有在册企业" about="请核对数据日期后重新筛查。" />
  return <NoRight title="筛查结果由领导小组办公室和该批次的牵头单位查看" />
}

const Found = ({ of }: { of: Whole }) => (
  <>
    <Panel>
      <Tiles width={180}>
        <Figure label="筛查企业" value={of.firms} unit="家" />
        <Figure label="符合企业" value={of.eligible} unit="家" note="至少一条条款可以享受" />
        <Figure label="预计金额" value={of.amount / 100} unit="元" note="按叠加规则合并计算" />
      </Tiles>
      <p className="quiet screening-seal">
        摘要值 <span className="number">{of.digest}</span>
        ，由全部企业的数据和结论逐家计算，用于核对结果未被改动：任何一处改动，摘要值即不同。
      </p>
    </Panel>
    <ByClause of={of} />
    <Firms of={of} />
  </>
)

function Export({ of: { id } }: { of: Whole }) {
  const say = useSay()
  const { filter } = useAddress(filterKeys)
  const save = useMutation({ ...download('claim/exportScreened'), onError: say.failed })
  return (
    <Act
      icon={icons.download}
      busy={save.isPending}
      // The server checks every word of the address.
      onClick={() => save.mutate({ ...filter, screening: id } as In<'claim/exportScreened'>)}
    >
      导出 Excel
    </Act>
  )
}
