/** The rule of services and scores: the version in force, those before it, and a new one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { ticketKinds, upkeepRule } from '#modules/upkeep/model.ts'
import { amount } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import type { Column } from '#web/ui/table.tsx'

type Rule = Out<'upkeep/upkeepRulesOf'>[number]
type Days = Rule['days']
type Kind = keyof Days
const kinds = Object.keys(ticketKinds) as Kind[]

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`

const columns: Column<Rule>[] = [
  {
    key: 'days',
    title: '办理时限（工作日）',
    wrap: 16,
    show: ({ days }) => kinds.map((kind) => `${ticketKinds[kind]} ${days[kind]}`).join('，'),
  },
  {
    key: 'weights',
    title: '评分权重',
    wrap: 9,
    show: ({ weights }) => `响应 ${weights.response}，入驻率 ${weights.occupancy}，满意度 ${weights.satisfaction}`,
  },
  { key: 'full', title: '入驻率满分线', number: true, show: ({ fullOccupancy }) => percent(fullOccupancy) },
  { key: 'close', title: '自动办结', number: true, show: ({ closeAfter }) => `${closeAfter} 天` },
]

export function Rules() {
  return (
    <RulePanel
      title="服务规则"
      from={useQuery(query('upkeep/upkeepRulesOf', {}))}
      columns={columns}
      empty={{ title: '尚未发布服务规则', about: '目前按通行时限和权重计算；发布后自生效之日起按新规则执行。' }}
      wide
      revise={(last, close) => <Revise last={last} onClose={close} />}
    />
  )
}

const weight = (title: string) => amount(`${title}权重`, '分')
const limit = (title: string) =>
  z
    .int({ error: '应为 1 至 60 的整数' })
    .min(1, '应为 1 至 60 的整数')
    .max(60, '应为 1 至 60 的整数')
    .meta({ title: `${title}时限`, unit: '个工作日', storage: 'integer' })
/** The rule laid out field by field; a share is written as a percentage. */
const asked = upkeepRule.pick({ since: true }).extend({
  ...(Object.fromEntries(kinds.map((kind) => [kind, limit(ticketKinds[kind])])) as Record<Kind, ReturnType<typeof limit>>),
  response: weight('响应'),
  occupancy: weight('入驻率'),
  satisfaction: weight('满意度'),
  full: amount('入驻率满分线', '%'),
  closeAfter: upkeepRule.shape.closeAfter,
  basis: upkeepRule.shape.basis,
})

function Revise({ last, onClose }: { last: Rule | undefined; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const enact = useMutation(command('upkeep/enactUpkeepRule'))
  const before = last && { ...last.days, ...last.weights, full: last.fullOccupancy * 100, closeAfter: last.closeAfter }
  return (
    <RecordForm
      of={asked}
      initial={{ ...before, since: today }}
      hints={{
        since: '此前报事的时限不变。',
        full: '入驻率达到此线，该项得满分，如 90。',
        satisfaction: '三项权重合计为 100。',
        closeAfter: '办结后无人评价的，到期自动办结。',
      }}
      columns={2}
      save="发布新规则"
      onCancel={onClose}
      onSave={async ({ since, response, occupancy, satisfaction, full, closeAfter, basis, ...rest }) => {
        const weights = { response, occupancy, satisfaction }
        await enact.mutateAsync({ since, days: rest, weights, fullOccupancy: full / 100, closeAfter, basis })
        say.done(`新规则自 ${since} 起生效`)
        onClose()
      }}
    />
  )
}
