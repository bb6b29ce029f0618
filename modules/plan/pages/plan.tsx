/** The plan in force as officials read it: targets, layout, tasks by group with their units, safeguards. */
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { states } from '#modules/plan/flow.ts'
import { query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { GoTo } from '#web/ui/buttons.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { Facts, PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { orgName } from './desk.ts'
import { periodOf, type Whole } from './kinds.ts'
import { PassagePanel, TargetPanel, TaskPanel, ZonePanel } from './plan-panels.tsx'
import './plan.css'

export default function PlanInForce() {
  const whole = useQuery(query('plan/show', {}))
  return <Loaded from={whole}>{(found) => (found ? <Inside whole={found} /> : <NoneYet />)}</Loaded>
}

function NoneYet() {
  const office = useMe().role === 'office'
  return (
    <PageFrame title="行动方案">
      <Panel>
        <EmptyState
          title="还没有现行方案"
          about={office ? '导入方案并核对发布后，各单位在此查看。' : '牵头单位发布方案后在此查看。'}
          actions={office && <GoTo to="/office/plans">前往方案版本</GoTo>}
        />
      </Panel>
    </PageFrame>
  )
}

const views = [
  { value: 'all', label: '全部' },
  { value: 'own', label: '与本单位有关' },
]

function Inside({ whole }: { whole: Whole }) {
  const orgs = useQuery(query('org/list', {})).data ?? []
  const own = useMe().org?.id ?? null
  const [search, write] = useSearchParams()
  const mine = search.get('view') === 'own' && own !== null
  const shown = mine ? concerning(whole, own) : whole
  const { plan } = whole
  const nothing = !shown.targets.length && !shown.zones.length && !shown.tasks.length
  return (
    <PageFrame
      title={plan.title}
      marks={
        <>
          <StatusTag of={states} is={plan.status} />
          {plan.demo && <Mark>演示数据</Mark>}
        </>
      }
      actions={
        <>
          {own && (
            <ViewSwitch
              name="查看范围"
              choices={views}
              value={mine ? 'own' : 'all'}
              onChange={(view) => write(view === 'own' ? { view } : {}, { replace: true })}
            />
          )}
          <GoTo to={`/office/plans/${plan.id}`}>对照原文</GoTo>
          <GoTo to="/office/plans">全部版本</GoTo>
        </>
      }
    >
      {!mine && (
        <Panel>
          <Facts
            of={[
              { title: '实施期限', value: periodOf(plan) },
              { title: '发文字号', value: plan.documentNumber },
              { title: '发文机关', value: plan.issuer },
              { title: '成文日期', value: plan.issuedOn },
              { title: '发布', value: plan.publishedOn && `${plan.publishedOn}，${plan.publishedBy ?? ''}` },
              { title: '工作组', value: plan.workingGroups.join('、'), wide: true },
              { title: '重点方向', value: plan.directions.join('、'), wide: true },
            ]}
          />
        </Panel>
      )}
      {mine && nothing && (
        <Panel>
          <EmptyState title="现行方案中没有与本单位有关的内容" />
        </Panel>
      )}
      <TargetPanel whole={shown} nameOf={(id) => orgName(orgs, id)} />
      <TaskPanel whole={shown} nameOf={(id) => orgName(orgs, id)} own={own} />
      <ZonePanel whole={shown} nameOf={(id) => orgName(orgs, id)} />
      {!mine && <PassagePanel title="发展目标" rows={whole.goals} />}
      {!mine && <PassagePanel title="保障措施" rows={whole.safeguards} />}
    </PageFrame>
  )
}

/** What a unit answers for, fills in, or is the place of. */
function concerning(whole: Whole, org: string): Whole {
  const duties = new Set(whole.units.filter((unit) => unit.org === org).map(({ task }) => task))
  return {
    ...whole,
    targets: whole.targets.filter(({ keeper, owners }) => keeper === org || owners.includes(org)),
    tasks: whole.tasks.filter(({ id }) => duties.has(id)),
    zones: whole.zones.filter((zone) => zone.org === org),
  }
}
