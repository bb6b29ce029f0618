/** The rule of the monitoring: the version in force, those before it, and a new one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { filingRule } from '#modules/filing/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { written } from '#web/ui/figure/number.ts'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'

type Rule = Out<'filing/rules'>[number]

export function Rules() {
  const me = useMe()
  const today = useFrame()?.today ?? ''
  const asked = useQuery(query('filing/rules', {}))
  const [open, turn] = useState(false)
  return (
    <Panel
      title="监测规则"
      flush
      actions={
        <Permitted when={me.role === 'office'} because="只有领导小组办公室可以修订监测规则" onClick={() => turn(true)}>
          修订规则
        </Permitted>
      }
    >
      <Loaded from={asked}>
        {(rules) => (
          <>
            {rules.length ? (
              <Versions of={rules} today={today} />
            ) : (
              <EmptyState title="尚未设定监测规则" about="设定后，企业方可报送月度报表。" />
            )}
            <Dialog title="修订监测规则" open={open} onClose={() => turn(false)}>
              <Revise last={rules[0]} today={today} onClose={() => turn(false)} />
            </Dialog>
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function Versions({ of, today }: { of: Rule[]; today: string }) {
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
    { key: 'due', title: '报送期限', show: ({ dueWorkday }) => `次月第 ${dueWorkday} 个工作日` },
    { key: 'enough', title: '最低审核比例', number: true, show: ({ enough }) => `${Math.round(enough * 100)}%` },
    { key: 'swing', title: '波动幅度', number: true, show: ({ swing }) => `${Math.round(swing * 1000) / 10}%` },
    { key: 'least', title: '起核金额', number: true, show: ({ least }) => written(least, '元') },
    { key: 'stale', title: '档案确认周期', number: true, show: ({ staleDays }) => `${staleDays} 天` },
    { key: 'renewal', title: '到期提醒', number: true, show: ({ renewalDays }) => `提前 ${renewalDays} 天` },
    { key: 'basis', title: '依据', show: ({ basis }) => basis, wrap: 20 },
  ]
  return <DataTable name="监测规则" rows={of} columns={columns} rowKey={({ id }) => id} />
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
