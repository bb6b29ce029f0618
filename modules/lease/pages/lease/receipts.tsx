/** Money that came in under a lease: entered, and withdrawn with the reason. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { receipt, receiptKinds } from '#modules/lease/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { keepOnly, yuan } from '../words.ts'
import type { Whole } from './account.tsx'

type Receipt = Whole['receipts'][number]
type Shown = Receipt & { gone: boolean }
const entered = receipt.pick({ kind: true, amount: true, paidOn: true, voucher: true, note: true })
const withdrawn = z.object({ reason: text('撤销原因', 150) })

export function Receipts({ of: { lease, receipts, withdrawn: gone, keeps, standing } }: { of: Whole }) {
  const [entering, enter] = useState(false)
  const [wrong, withdraw] = useState<Receipt | null>(null)
  const signed = standing !== 'draft' && standing !== 'cancelled'
  const rows: Shown[] = [...receipts.map((row) => ({ ...row, gone: false })), ...gone.map((row) => ({ ...row, gone: true }))]
  const columns: Column<Shown>[] = [
    ...facts,
    ...(keeps
      ? [
          {
            key: 'acts',
            title: '办理',
            show: (row: Shown) =>
              row.gone ? null : (
                <Act inline onClick={() => withdraw(row)}>
                  撤销
                </Act>
              ),
          },
        ]
      : []),
  ]
  return (
    <Panel
      title={`收款记录（${receipts.length}）`}
      flush
      actions={
        <Permitted inline when={keeps && signed} because={keeps ? '签订后方可登记收款' : keepOnly} onClick={() => enter(true)}>
          登记收款
        </Permitted>
      }
    >
      <DataTable name="收款记录" rows={rows} columns={columns} rowKey={({ id }) => id} empty="尚无收款记录" />
      <EnterDialog lease={lease.id} open={entering} onClose={() => enter(false)} />
      <WithdrawDialog of={wrong} onClose={() => withdraw(null)} />
    </Panel>
  )
}

/** The same for the tenant, to read only. */
export const Received = ({ of: { receipts } }: { of: Whole }) => (
  <Panel title={`收款记录（${receipts.length}）`} flush>
    <DataTable
      name="收款记录"
      rows={receipts.map((row) => ({ ...row, gone: false }))}
      columns={facts.filter(({ key }) => key !== 'by')}
      rowKey={({ id }) => id}
      empty="尚无收款记录"
    />
  </Panel>
)

const facts: Column<Shown>[] = [
  { key: 'day', title: '收款日期', show: ({ paidOn }) => <span className="number">{paidOn}</span> },
  { key: 'kind', title: '款项', show: ({ kind }) => receiptKinds[kind] },
  {
    key: 'amount',
    title: '金额（元）',
    number: true,
    show: ({ amount, gone }) => (gone ? <del>{yuan(amount)}</del> : yuan(amount)),
  },
  { key: 'voucher', title: '凭证号', show: ({ voucher }) => voucher },
  {
    key: 'note',
    title: '说明',
    wrap: 16,
    show: ({ note, withdrawnFor }) => [note, withdrawnFor && `已撤销：${withdrawnFor}`].filter(Boolean).join('；'),
  },
  { key: 'by', title: '登记', show: ({ recordedBy, knownFrom }) => `${recordedBy} ${knownFrom}` },
]

function EnterDialog({ lease, open, onClose }: { lease: string; open: boolean; onClose: () => void }) {
  const say = useSay()
  const today = useFrame()?.today
  const save = useMutation(command('lease/enterReceipt'))
  return (
    <Dialog title="登记收款" open={open} onClose={onClose}>
      <RecordForm
        of={entered}
        initial={{ kind: 'rent', paidOn: today }}
        columns={2}
        hints={{ amount: '退款填写负数。' }}
        save="登记"
        onCancel={onClose}
        onSave={async (values) => {
          await save.mutateAsync({ ...values, lease })
          say.done('收款已登记')
          onClose()
        }}
      />
    </Dialog>
  )
}

function WithdrawDialog({ of, onClose }: { of: Receipt | null; onClose: () => void }) {
  const say = useSay()
  const withdraw = useMutation(command('lease/withdrawReceipt'))
  return (
    <Dialog title={of ? `撤销 ${of.paidOn} 收款 ${yuan(of.amount)} 元` : ''} open={of !== null} onClose={onClose}>
      {of && (
        <RecordForm
          of={withdrawn}
          hints={{ reason: '原记录保留可查，自今天起不再计入；如需更正，请撤销后重新登记。' }}
          save="撤销"
          onCancel={onClose}
          onSave={async ({ reason }) => {
            await withdraw.mutateAsync({ id: of.id, reason })
            say.done('已撤销')
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
