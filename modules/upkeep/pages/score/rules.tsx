/** The rule of services and scores: the version in force, those before it, and a new one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { ticketKinds, upkeepRule } from '#modules/upkeep/model.ts'
import { amount } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'

type Rule = Out<'upkeep/upkeepRulesOf'>[number]
type Days = Rule['days']
type Kind = keyof Days
const kinds = Object.keys(ticketKinds) as Kind[]

export function Rules() {
  const { role } = useMe()
  const asked = useQuery(query('upkeep/upkeepRulesOf', {}))
  const [open, turn] = useState(false)
  return (
    <Panel
      title="服务规则"
      flush
      actions={
        <Permitted when={role === 'office'} because="只有领导小组办公室可以修订服务规则" onClick={() => turn(true)}>
          修订规则
        </Permitted>
      }
    >
      <Loaded from={asked}>
        {(rules) => (
          <>
            <Versions of={rules} />
            <Dialog title="修订服务规则" open={open} onClose={() => turn(false)} wide>
              <Revise last={rules[0]} onClose={() => turn(false)} />
            </Dialog>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`

function Versions({ of }: { of: Rule[] }) {
  const today = useFrame()?.today ?? ''
  const inForce = of.find(({ since }) => since <= today)
  const columns: Column<Rule>[] = [
    {
      key: 'since',
      title: '生效日期',
      show: (rule) => (
        <span className="row">
          <span className="number">{rule.since}</span>
          {rule === inForce && <Mark tone="good">现行</Mark>}
          {rule.since > today && <Mark tone="active">待生效</Mark>}
        </span>
      ),
    },
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
    { key: 'basis', title: '依据', wrap: 13, show: ({ basis }) => basis },
  ]
  return (
    <DataTable
      name="服务规则"
      rows={of}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<EmptyState title="尚未发布服务规则" about="目前按通行时限和权重计算；发布后自生效之日起按新规则执行。" />}
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
