/** The rule of granting: clocks of every step, days of publicity, the order of the line for money; by version. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { claimStates, timed } from '#modules/claim/flow.ts'
import { claimRule } from '#modules/claim/model.ts'
import { count } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { PageFrame } from '#web/ui/frame/page.tsx'
import type { Column } from '#web/ui/table.tsx'

type Found = Out<'claim/claimRuleVersions'>
type Rule = Found['versions'][number]

export default function ClaimRules() {
  const asked = useQuery(query('claim/claimRuleVersions', {}))
  const versions = useQuery({ ...query('claim/claimRuleVersions', {}), select: ({ versions }) => versions })
  return (
    <PageFrame
      title="兑现规则"
      description="各环节时限、公示期、异议核查和复核期限、轮候顺序都是规则数据；修订后自生效之日起适用，已开始的环节按原时限计。"
      crumbs={[{ title: '政策兑现', to: '/office/claims' }, { title: '兑现规则' }]}
    >
      <RulePanel
        title="兑现规则"
        from={versions}
        columns={columns}
        empty={{ title: '尚未发布兑现规则', about: '目前按通行时限办理；发布后自生效之日起按新规则执行。' }}
        wide
        revise={(_, close) => (asked.data ? <Revise of={asked.data} onClose={close} /> : null)}
      />
    </PageFrame>
  )
}

const columns: Column<Rule>[] = [
  {
    key: 'days',
    title: '环节时限（工作日）',
    wrap: 18,
    show: ({ days }) => timed.map((state) => `${claimStates[state]} ${days[state]}`).join('，'),
  },
  {
    key: 'public',
    title: '公示、核查、复核',
    wrap: 10,
    show: ({ publicityDays, objectionDays, appealDays }) => `${publicityDays}、${objectionDays}、${appealDays} 个工作日`,
  },
  { key: 'queue', title: '轮候顺序', show: ({ queueBy }) => (queueBy === 'time' ? '按提交先后' : '按金额由小到大') },
]

const { since, publicityDays, objectionDays, appealDays, queueBy, treasury, basis } = claimRule.shape
const days = Object.fromEntries(
  timed.map((state) => [`${state}Days`, count(`${claimStates[state]}时限`, '个工作日').min(1, '时限至少 1 个工作日')]),
)
const form = z.object({ since, ...days, publicityDays, objectionDays, appealDays, queueBy, treasury, basis })

function Revise({ of: { now, departments }, onClose }: { of: Found; onClose: () => void }) {
  const say = useSay()
  const enact = useMutation(command('claim/enactClaimRule'))
  return (
    <RecordForm
      of={form}
      columns={2}
      initial={{ ...now, ...Object.fromEntries(timed.map((state) => [`${state}Days`, now.days[state]])) }}
      choices={{ treasury: departments.map(({ id, name }) => ({ value: id, label: name })) }}
      hints={{ treasury: '不选的由办公室拨付' }}
      save="发布"
      onCancel={onClose}
      onSave={async ({ since, publicityDays, objectionDays, appealDays, queueBy, treasury, basis, ...rest }) => {
        const given = rest as Record<string, number>
        await enact.mutateAsync({
          ...{ since, publicityDays, objectionDays, appealDays, queueBy, treasury, basis },
          days: Object.fromEntries(timed.map((state) => [state, given[`${state}Days`]!])) as Rule['days'],
        })
        say.done(`新规则自 ${since} 起生效`)
        onClose()
      }}
    />
  )
}
