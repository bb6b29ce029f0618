/** One list: its lines with where they go and what came of them; sent or cancelled, exported, and answered line by line or by the bank's sheet. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { paymentStates, remittanceStates } from '#modules/payout/flow.ts'
import { command, download, type Out, query } from '#web/client.ts'
import { yuan } from '#web/money.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Row, Tiles } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Readers } from './reads.tsx'
import { CancelDialog, FailDialog, ReturnDialog, SettleDialog } from './receipts.tsx'
import { toneOfList, toneOfPayment } from './words.ts'
import './payout.css'

export type List = Out<'payout/oneRemittance'>
export type Line = List['lines'][number]

export default function RemittancePage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('payout/oneRemittance', { id }))
  return (
    <Readers>
      <Loaded from={asked}>{(list) => <Opened of={list} />}</Loaded>
    </Readers>
  )
}

type Step = { settle: Line } | { fail: Line } | { import: true } | { cancel: true } | null

function Opened({ of: list }: { of: List }) {
  const say = useSay()
  const [step, take] = useState<Step>(null)
  const save = useMutation({ ...download('payout/remittanceSheet'), onError: say.failed })
  const send = useMutation({
    ...command('payout/sendRemittance'),
    onSuccess: () => say.done('清单已送财政，收到回执后登记到账或退票'),
    onError: say.failed,
  })
  const { id, number, status, madeOn, sentOn, cancelledOn, reason, by, lines, paying } = list
  const sum = (of: readonly Line[]) => of.reduce((total, { amount }) => total + amount, 0) / 100
  const of = (state: Line['status']) => lines.filter((line) => line.status === state)
  const done = () => take(null)
  return (
    <PageFrame
      title={`拨付清单 ${number}`}
      description={[`${madeOn} ${by}制单`, sentOn && `${sentOn} 送出`, cancelledOn && `${cancelledOn} 作废`]
        .filter(Boolean)
        .join(' · ')}
      marks={<StatusTag of={remittanceStates} is={status} tone={toneOfList[status]} />}
      crumbs={[{ title: '拨付清单', to: '/office/remittances?tab=lists' }, { title: number }]}
      actions={
        paying &&
        status !== 'cancelled' && (
          <>
            <Act icon={icons.download} busy={save.isPending} onClick={() => save.mutate({ id })}>
              导出清单
            </Act>
            {status === 'draft' && <Act onClick={() => take({ cancel: true })}>作废</Act>}
            {status === 'draft' && (
              <ConfirmButton
                main
                ask={`确定将 ${lines.length} 笔共 ${yuan(sum(lines) * 100)} 元送财政拨付吗？`}
                about="送出后收款人和金额不再改动；企业账户以送出时登记的为准。"
                yes="送出"
                busy={send.isPending}
                onConfirm={() => send.mutate({ id })}
              >
                送财政拨付
              </ConfirmButton>
            )}
            {status === 'sent' && (
              <Act main icon={icons.upload} onClick={() => take({ import: true })}>
                导入回单
              </Act>
            )}
          </>
        )
      }
    >
      {reason && (
        <Notice tone="warning" title="清单已作废">
          {reason}。款项已回到待拨付。
        </Notice>
      )}
      <Panel>
        <Tiles width={150}>
          <Figure label="清单金额" value={sum(lines)} unit="元" note={`${lines.length} 笔`} />
          <Figure label="已到账" value={sum(of('paid'))} unit="元" note={`${of('paid').length} 笔`} />
          <Figure label="待回执" value={sum(of('pending'))} unit="元" note={`${of('pending').length} 笔`} />
          <Figure label="退票" value={sum(of('failed'))} unit="元" note={`${of('failed').length} 笔，更正账户后另列清单`} />
        </Tiles>
      </Panel>
      <Panel>
        <DataTable
          name="清单明细"
          rows={lines}
          columns={paying && status === 'sent' ? [...columns, acts(take)] : columns}
          rowKey={({ id }) => id}
          find={({ payee, number, claimNumber, title }) => [payee, number, claimNumber, title].join(' ')}
        />
      </Panel>
      {step && 'settle' in step && <SettleDialog of={step.settle} onClose={done} />}
      {step && 'fail' in step && <FailDialog of={step.fail} onClose={done} />}
      {step && 'cancel' in step && <CancelDialog of={list} onClose={done} />}
      {step && 'import' in step && <ReturnDialog of={list} onClose={done} />}
    </PageFrame>
  )
}

const columns: Column<Line>[] = [
  { key: 'number', title: '编号', show: ({ number }) => <span className="number">{number.slice(-2)}</span> },
  {
    key: 'payee',
    title: '收款人与事项',
    wrap: 14,
    show: ({ payee, claim, claimNumber, title }) => (
      <>
        {payee}
        {claimNumber && (
          <div className="quiet payout-small">
            <Link to={`/office/claims/${claim}`}>{claimNumber}</Link> {title}
          </div>
        )}
      </>
    ),
  },
  {
    key: 'where',
    title: '收款账户',
    wrap: 14,
    show: ({ holder, bank, accountNumber }) => (
      <>
        {holder}，{bank}
        <div className="number payout-small">{accountNumber}</div>
      </>
    ),
  },
  { key: 'amount', title: '金额（元）', number: true, show: ({ amount }) => yuan(amount) },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={paymentStates} is={status} tone={toneOfPayment[status]} />,
  },
  {
    key: 'answer',
    title: '回执',
    wrap: 12,
    show: ({ settledOn, voucher, failure }) =>
      failure ? (
        <span className="payout-late">{failure}</span>
      ) : (
        settledOn && (
          <>
            <span className="number">{settledOn}</span>
            <div className="quiet payout-small">凭证号 {voucher}</div>
          </>
        )
      ),
  },
]

const acts = (take: (step: Step) => void): Column<Line> => ({
  key: 'acts',
  title: '办理',
  show: (line) =>
    line.status === 'pending' && (
      <Row>
        <Act inline onClick={() => take({ settle: line })}>
          到账
        </Act>
        <Act inline onClick={() => take({ fail: line })}>
          退票
        </Act>
      </Row>
    ),
})
