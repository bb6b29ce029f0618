/** The rule by which the ledgers of space warn and their books are compared, with a new one from a day on. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { spaceRule } from '#modules/space/model.ts'
import { amount, text } from '#platform/fields.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { RulePanel } from '#web/rules.tsx'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import type { Column } from '#web/ui/table.tsx'

type Rule = Out<'space/spaceRulesOf'>[number]
const inOrder = (days: readonly number[]) => days.toSorted((a, b) => b - a).join('、')
const percent = (part: number) => Math.round(part * 1000) / 10

const columns: Column<Rule>[] = [
  { key: 'expiry', title: '到期提醒', show: ({ expiryDays }) => `提前 ${inOrder(expiryDays)} 天` },
  { key: 'idle', title: '空置提醒', number: true, show: ({ idleDays }) => `${idleDays} 天` },
  { key: 'stale', title: '台账确认周期', number: true, show: ({ staleDays }) => `${staleDays} 天` },
  { key: 'fall', title: '下降预警幅度', number: true, show: ({ fall }) => `${percent(fall)}%` },
  { key: 'movingIn', title: '入驻宽限', number: true, show: ({ movingInDays }) => `${movingInDays} 天` },
  { key: 'arrears', title: '收款宽限', number: true, show: ({ arrearsDays }) => `${arrearsDays} 天` },
]

export function SpaceRules() {
  return (
    <RulePanel
      title="楼宇规则"
      from={useQuery(query('space/spaceRulesOf', {}))}
      columns={columns}
      empty={{ title: '尚未发布楼宇规则', about: '目前按通行天数提醒和比对；发布后自生效之日起按新规则执行。' }}
      revise={(last, close) => <Revise last={last} onClose={close} />}
    />
  )
}

/** The rule laid out field by field: days in a line, a share as a percentage. */
const { since, idleDays, staleDays, movingInDays, arrearsDays, basis } = spaceRule.shape
const expiry = text('到期提醒', 40).regex(/^\d+([、，,\s]+\d+)*$/, '到期提醒应为天数，如 90、60、30')
const asked = z.object({
  ...{ since, expiry, idleDays, staleDays, fall: amount('下降预警幅度', '%'), movingInDays, arrearsDays, basis },
})

function Revise({ last, onClose }: { last: Rule | undefined; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const enact = useMutation(command('space/enactSpaceRule'))
  const { basis: _, expiryDays = [], fall, ...before } = last ?? {}
  return (
    <RecordForm
      of={asked}
      initial={{ ...before, ...(last && { expiry: inOrder(expiryDays), fall: percent(fall ?? 0) }), since: today }}
      hints={{
        expiry: '租约到期前几天提醒，可分几次，如 90、60、30',
        fall: '使用率或租金较三个月前下降超过此幅度即提醒，如 10',
        movingInDays: '已租未用超过此天数，才列入三账比对',
        arrearsDays: '逾期超过此天数，才列入三账比对',
        since: '此前的提醒和比对仍按原规则计算',
      }}
      columns={2}
      save="发布新规则"
      onCancel={onClose}
      onSave={async ({ expiry, fall, ...rest }) => {
        const expiryDays = expiry.split(/[、，,\s]+/).map(Number)
        await enact.mutateAsync({ ...rest, expiryDays, fall: fall / 100 })
        say.done(`新规则自 ${rest.since} 起生效`)
        onClose()
      }}
    />
  )
}
