/** Arranging the money of a year: four sums and what they are by; the sum of all is reckoned while one writes. */
import { useMutation } from '@tanstack/react-query'
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { pot } from '#modules/fund/model.ts'
import { cash } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { yuan } from '#web/money.ts'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import type { Funds } from './funds.tsx'

const sum = (of: keyof typeof potNames) => cash(`${potNames[of]}资金`).min(0, `${potNames[of]}资金不能为负数`)
const asked = z.object({
  year: pot.shape.year,
  attract: sum('attract'),
  talent: sum('talent'),
  carrier: sum('carrier'),
  platform: sum('platform'),
  basis: pot.shape.basis,
})

export function ArrangeDialog({ of: { year, lines }, open, onClose }: { of: Funds; open: boolean; onClose: () => void }) {
  const say = useSay()
  const save = useMutation(command('payout/arrangeYear'))
  const now = Object.fromEntries(lines.map(({ line, amount }) => [line, amount / 100]))
  const bound = lines.map(({ line, reserved, committed, paid }) => [line, reserved + committed + paid] as const)
  const hints = Object.fromEntries(
    bound.flatMap(([line, least]) => (least > 0 ? [[line, `不低于已占用的 ${yuan(least)} 元`]] : [])),
  )
  return (
    <Dialog title="安排年度资金" open={open} onClose={onClose}>
      <RecordForm
        of={asked}
        initial={{ ...now, year, basis: lines.find(({ basis }) => basis)?.basis ?? '' }}
        hints={{ ...hints, basis: '预算批复、调整文件的名称和文号。' }}
        columns={2}
        save="保存安排"
        onCancel={onClose}
        onSave={async (values) => {
          const { taken } = await save.mutateAsync(values)
          say.done(taken > 0 ? `资金已安排，${taken} 项轮候事项转入待拨付` : '资金已安排')
          onClose()
        }}
      />
    </Dialog>
  )
}
