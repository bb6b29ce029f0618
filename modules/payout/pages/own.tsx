/** 我的拨付 of a firm: what was paid, for what and when, to which account, and what it still holds to. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { account } from '#modules/fund/model.ts'
import { commitmentStates, paymentStates } from '#modules/payout/flow.ts'
import { commitmentKinds } from '#modules/payout/model.ts'
import { command, type Out, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { yuan } from '#web/money.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Figure } from '#web/ui/figure/figure.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { Facts, PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { toneOfCommitment, toneOfPayment } from './words.ts'
import './payout.css'

type Own = Out<'payout/mine'>
type Payment = Own['payments'][number]
type Commitment = Own['commitments'][number]

export default function OwnPayments() {
  const asked = useQuery(query('payout/mine', {}))
  return (
    <PageFrame title="我的拨付" description="政策资金的到账情况，以及到账后须履行的义务。">
      <Loaded from={asked} rows={8}>
        {(own) => (
          <>
            <Returned of={own.payments} />
            <Sums of={own} />
            <Account />
            <Panel title={`拨付记录（${own.payments.length}）`} flush>
              <DataTable
                name="拨付记录"
                rows={own.payments}
                columns={payments}
                rowKey={({ id }) => id}
                empty={<EmptyState title="尚无拨付" about="申报的政策审定后，由财政部门拨付到贵单位的收款账户。" />}
              />
            </Panel>
            <Panel title={`后续义务（${own.commitments.length}）`} flush>
              <DataTable
                name="后续义务"
                rows={own.commitments}
                columns={commitments}
                rowKey={({ id }) => id}
                empty="没有须履行的义务"
              />
            </Panel>
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}

/** A line that came back, as long as no later one of the same matter stands. */
function Returned({ of }: { of: readonly Payment[] }) {
  const open = of.filter(
    (line) =>
      line.status === 'failed' &&
      !of.some((other) => other.claim === line.claim && other.payee === line.payee && other.status !== 'failed'),
  )
  if (open.length === 0) return null
  return (
    <Notice tone="warning" title="有款项退票，请更正收款账户">
      {open.map(({ claimNumber, amount, failure }) => `${claimNumber} ${yuan(amount)} 元：${failure}`).join('；')}
    </Notice>
  )
}

function Sums({ of: { payments, commitments } }: { of: Own }) {
  const sum = (state: Payment['status']) =>
    payments.filter(({ status }) => status === state).reduce((total, { amount }) => total + amount, 0) / 100
  const open = commitments.filter(({ status }) => status === 'open')
  const recover = open.reduce((total, one) => total + (one.kind === 'recovery' ? one.recover - one.recovered : 0), 0) / 100
  return (
    <Panel>
      <Tiles width={150}>
        <Figure label="累计到账" value={sum('paid')} unit="元" />
        <Figure label="拨付中" value={sum('pending')} unit="元" />
        <Figure label="履约中的义务" value={open.filter(({ kind }) => kind !== 'recovery').length} unit="项" />
        {recover > 0 && <Figure label="应退回" value={recover} unit="元" />}
      </Tiles>
    </Panel>
  )
}

const written = account.pick({ holder: true, bank: true, number: true })

function Account() {
  const say = useSay()
  const [open, edit] = useState(false)
  const asked = useQuery(query('fund/ownAccount', {}))
  const keep = useMutation(command('fund/keepOwnAccount'))
  return (
    <Loaded from={asked} rows={2}>
      {({ enterprise, account }) =>
        enterprise === null ? (
          <Notice>贵单位尚未认领企业档案，认领后可登记收款账户。</Notice>
        ) : (
          <Panel
            title="收款账户"
            actions={
              <Act inline onClick={() => edit(true)}>
                {account ? '更正' : '登记'}
              </Act>
            }
          >
            {account ? (
              <Facts
                of={[
                  { title: '户名', value: account.holder },
                  { title: '开户银行', value: account.bank },
                  { title: '银行账号', value: <span className="number">{account.number}</span> },
                  { title: '启用日期', value: account.since },
                ]}
              />
            ) : (
              <p className="quiet">尚未登记，登记后方可拨付。</p>
            )}
            <Dialog title="收款账户" open={open} onClose={() => edit(false)}>
              <RecordForm
                of={written}
                initial={account ?? { holder: enterprise }}
                hints={{ holder: '应与企业名称一致。' }}
                onCancel={() => edit(false)}
                onSave={async (values) => {
                  await keep.mutateAsync(values)
                  say.done('收款账户已登记')
                  edit(false)
                }}
              />
            </Dialog>
          </Panel>
        )
      }
    </Loaded>
  )
}

const payments: Column<Payment>[] = [
  {
    key: 'title',
    title: '政策与事项',
    wrap: 16,
    show: ({ title, claimNumber }) => (
      <>
        {title}
        <div className="quiet payout-small">{claimNumber}</div>
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
    key: 'where',
    title: '收款人与账户',
    wrap: 16,
    show: ({ payee, bank, accountNumber }) => (
      <>
        {payee}
        <div className="quiet payout-small">
          {bank} <span className="number">{accountNumber}</span>
        </div>
      </>
    ),
  },
  {
    key: 'answer',
    title: '到账',
    wrap: 14,
    show: ({ settledOn, voucher, failure }) =>
      failure ? (
        <span className="payout-late">退票：{failure}</span>
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

const commitments: Column<Commitment>[] = [
  {
    key: 'title',
    title: '义务',
    wrap: 18,
    show: ({ title, claimNumber, clause }) => (
      <>
        {title}
        <div className="quiet payout-small">
          {claimNumber} · {clause}
        </div>
      </>
    ),
  },
  { key: 'kind', title: '类型', show: ({ kind }) => commitmentKinds[kind] },
  {
    key: 'due',
    title: '到期',
    show: ({ dueOn, daysLeft, status }) => <Due dueOn={dueOn} daysLeft={status === 'open' ? daysLeft : null} />,
  },
  {
    key: 'status',
    title: '状态',
    show: ({ status }) => <StatusTag of={commitmentStates} is={status} tone={toneOfCommitment[status]} />,
  },
  {
    key: 'recover',
    title: '应退回（元）',
    number: true,
    show: ({ kind, recover, recovered }) => (kind === 'recovery' ? `${yuan(recover)}，已退 ${yuan(recovered)}` : ''),
  },
  { key: 'note', title: '说明', wrap: 14, show: ({ note }) => note },
]

export const Due = ({ dueOn, daysLeft }: { dueOn: string; daysLeft: number | null }) => (
  <>
    <span className="number">{dueOn}</span>
    {daysLeft !== null && (
      <div className={daysLeft < 0 ? 'payout-late payout-small' : 'quiet payout-small'}>
        {daysLeft > 0 ? `还有 ${daysLeft} 天` : daysLeft === 0 ? '今天到期' : `已过 ${-daysLeft} 天`}
      </div>
    )}
  </>
)
