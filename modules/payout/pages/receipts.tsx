/** What comes of a list: cancelled before it is sent; then answered line by line, or by the sheet of the bank with what is wrong in it. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { day, text } from '#platform/fields.ts'
import { command, type Out, upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { yuan } from '#web/money.ts'
import { useFrame } from '#web/session.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import type { Line, List } from './remittance.tsx'

const cancelled = z.object({ reason: text('作废原因', 300) })
export function CancelDialog({ of, onClose }: { of: List; onClose: () => void }) {
  const say = useSay()
  const cancel = useMutation(command('payout/cancelRemittance'))
  return (
    <Dialog title={`作废拨付清单 ${of.number}`} open onClose={onClose}>
      <RecordForm
        of={cancelled}
        hints={{ reason: `清单及其 ${of.lines.length} 笔款项作废并留存备查，款项回到待拨付，可重新列入清单。` }}
        save="作废清单"
        onCancel={onClose}
        onSave={async (values) => {
          await cancel.mutateAsync({ id: of.id, ...values })
          say.done('清单已作废，款项回到待拨付')
          onClose()
        }}
      />
    </Dialog>
  )
}

const settled = z.object({ settledOn: day('到账日期'), voucher: text('凭证号', 80) })
const failed = z.object({ failure: text('退票原因', 200) })
const titleOf = (what: string, { payee, amount }: Line) => `${what}：${payee} ${yuan(amount)} 元`

export function SettleDialog({ of, onClose }: { of: Line; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const settle = useMutation(command('payout/settlePayment'))
  return (
    <Dialog title={titleOf('登记到账', of)} open onClose={onClose}>
      <RecordForm
        of={settled}
        initial={{ settledOn: today }}
        save="登记到账"
        onCancel={onClose}
        onSave={async (values) => {
          await settle.mutateAsync({ id: of.id, ...values })
          say.done('已登记到账')
          onClose()
        }}
      />
    </Dialog>
  )
}

export function FailDialog({ of, onClose }: { of: Line; onClose: () => void }) {
  const say = useSay()
  const fail = useMutation(command('payout/failPayment'))
  return (
    <Dialog title={titleOf('登记退票', of)} open onClose={onClose}>
      <RecordForm
        of={failed}
        hints={{ failure: '企业会看到这一原因，更正收款账户后可列入以后的清单。' }}
        save="登记退票"
        onCancel={onClose}
        onSave={async (values) => {
          await fail.mutateAsync({ id: of.id, ...values })
          say.done('已登记退票，资金仍为该事项保留')
          onClose()
        }}
      />
    </Dialog>
  )
}

type Fault = Out<'payout/importReturn'>['faults'][number]
const columns: Column<Fault>[] = [
  { key: 'row', title: '行', number: true, show: ({ row }) => row },
  { key: 'column', title: '列', show: ({ column, heading }) => `${column} ${heading}` },
  { key: 'problem', title: '问题', wrap: 20, show: ({ problem }) => problem },
]

export function ReturnDialog({ of, onClose }: { of: List; onClose: () => void }) {
  const say = useSay()
  const [sent, tell] = useState<number | null>(null)
  const [faults, found] = useState<readonly Fault[]>([])
  const [trouble, refuse] = useState<string | null>(null)
  const send = useMutation(upload('payout/importReturn'))
  const take = async (file: File) => {
    found([])
    refuse(null)
    try {
      const answer = await send.mutateAsync({ id: of.id, file, onProgress: tell })
      if (answer.faults.length > 0) return found(answer.faults)
      say.done(`已登记到账 ${answer.paid} 笔、退票 ${answer.failed} 笔`)
      onClose()
    } catch (error) {
      refuse(error instanceof Error ? error.message : '导入没有完成，请稍后再试')
    } finally {
      tell(null)
    }
  }
  return (
    <Dialog title={`导入回单：${of.number}`} open wide={faults.length > 0} onClose={onClose}>
      <Stack>
        <p className="quiet">
          在导出的清单上填写“状态”（已到账、退票）、“凭证号”、“到账日期”或“退票原因”后导入；银行的回单含有“编号”和“状态”列的也可直接导入。
        </p>
        <FileDrop title="银行回单" endings={['.xlsx']} sent={sent} onFile={(file) => void take(file)} />
        {trouble && <Notice tone="error">{trouble}</Notice>}
        {faults.length > 0 && (
          <>
            <Notice tone="error">回单有 {faults.length} 处问题，没有登记任何一笔，请改正后重新导入。</Notice>
            <div className="payout-faults">
              <DataTable
                name="回单的问题"
                rows={faults}
                columns={columns}
                rowKey={({ row, column, problem }) => `${row} ${column} ${problem}`}
              />
            </div>
          </>
        )}
      </Stack>
    </Dialog>
  )
}
