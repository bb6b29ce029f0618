/** The rule of the monitoring: the version in force, those before it, and a new one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { filingRule } from '#modules/filing/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { written } from '#web/ui/figure/number.ts'
import type { Column } from '#web/ui/table.tsx'

type Rule = Out<'filing/rules'>[number]
const columns: Column<Rule>[] = [
  { key: 'due', title: '报送期限', show: ({ dueWorkday }) => `次月第 ${dueWorkday} 个工作日` },
  { key: 'enough', title: '最低审核比例', number: true, show: ({ enough }) => `${Math.round(enough * 100)}%` },
  { key: 'swing', title: '波动幅度', number: true, show: ({ swing }) => `${Math.round(swing * 1000) / 10}%` },
  { key: 'least', title: '起核金额', number: true, show: ({ least }) => written(least, '元') },
  { key: 'stale', title: '档案确认周期', number: true, show: ({ staleDays }) => `${staleDays} 天` },
  { key: 'renewal', title: '到期提醒', number: true, show: ({ renewalDays }) => `提前 ${renewalDays} 天` },
]

export function Rules() {
  const today = useFrame()?.today ?? ''
  return (
    <RulePanel
      title="监测规则"
      from={useQuery(query('filing/rules', {}))}
      columns={columns}
      empty={{ title: '尚未设定监测规则', about: '设定后，企业方可报送月度报表。' }}
      revise={(last, close) => <Revise last={last} today={today} onClose={close} />}
    />
  )
}

function Revise({ last, today, onClose }: { last: Rule | undefined; today: string; onClose: () => void }) {
  const say = useSay()
  const revise = useMutation({ ...command('filing/setRule'), onSuccess: ({ since }) => say.done(`新规则自 ${since} 起生效`) })
  const { basis: _, ...values } = last ?? { basis: '' }
  return (
    <RecordForm
      of={filingRule}
      initial={{ ...values, since: today }}
      hints={{
        dueWorkday: '次月第几个工作日，1—20',
        enough: '已审核报表达到上月的这一比例，本月数据才汇总公布，如 0.8',
        swing: '变动超过此比例须说明，如 0.3 表示 30%',
        least: '变动低于此金额不要求说明',
        since: '此前各月仍按原规则办理',
      }}
      columns={2}
      save="发布新规则"
      onSave={async (rule) => {
        await revise.mutateAsync(rule)
        onClose()
      }}
      onCancel={onClose}
    />
  )
}
