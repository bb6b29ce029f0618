/** When rounds open and how long units have to answer: the rule in force, those before it, and a new one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { dispatchRule } from '#modules/dispatch/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import type { Column } from '#web/ui/table.tsx'

type Rule = Out<'dispatch/dispatchRules'>[number]
const columns: Column<Rule>[] = [
  { key: 'open', title: '发起', show: ({ openOn }) => `次月第 ${openOn} 个工作日` },
  { key: 'confirm', title: '确认时限', number: true, show: ({ confirmDays }) => `${confirmDays} 个工作日` },
]

export default function Rules() {
  return (
    <PageFrame title="调度规则" crumbs={[{ title: '调度', to: '/office/dispatch' }, { title: '调度规则' }]}>
      <RulePanel
        title="调度规则"
        from={useQuery(query('dispatch/dispatchRules', {}))}
        columns={columns}
        empty={{
          title: '尚未发布调度规则',
          about: '目前于次月第 8 个工作日发起，3 个工作日内确认；发布后自生效之日起按新规则执行。',
        }}
        revise={(last, close) => <Revise last={last} onClose={close} />}
      />
    </PageFrame>
  )
}

function Revise({ last, onClose }: { last: Rule | undefined; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const enact = useMutation(command('dispatch/enactDispatchRule'))
  return (
    <RecordForm
      of={dispatchRule}
      initial={{ openOn: last?.openOn ?? 8, confirmDays: last?.confirmDays ?? 3, ...(today && { since: today }) }}
      save="发布"
      onCancel={onClose}
      onSave={async (rule) => {
        await enact.mutateAsync(rule)
        say.done(`新规则自 ${rule.since} 起执行`)
        onClose()
      }}
    />
  )
}
