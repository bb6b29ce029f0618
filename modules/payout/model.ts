/** Paying what was approved, through the treasury, and what follows: lock-ups, performance, money that comes back (plan task 3). */
import { z } from 'zod'
import { day, entity, fen, oneOf, ref, structure, text } from '#platform/fields.ts'
import { commitmentStates, paymentStates, remittanceStates } from './flow.ts'

const record = (title: string) => structure(title, z.record(z.string(), z.unknown()))

/** A list sent to the treasury, and what came back for each line. */
export const remittance = entity('remittance', '拨付清单', {
  number: text('编号', 40),
  status: oneOf('状态', remittanceStates),
  madeOn: day('制单日期'),
  sentOn: day('送出日期').nullable(),
  by: text('制单人', 40),
  /** Not sent, and never to be: its lines wait for another list. */
  cancelledOn: day('作废日期').nullable(),
  reason: text('作废原因', 300).nullable(),
})

export const payment = entity('payment', '拨付', {
  remittance: ref('拨付清单', 'remittance'),
  claim: ref('兑现事项', 'claim'),
  enterprise: ref('企业', 'enterprise'),
  org: ref('企业账户', 'org').nullable(),
  payee: text('收款人', 120),
  holder: text('户名', 120),
  bank: text('开户银行', 120),
  accountNumber: text('银行账号', 30),
  amount: fen('金额'),
  status: oneOf('状态', paymentStates),
  settledOn: day('到账日期').nullable(),
  voucher: text('凭证号', 80).nullable(),
  failure: text('退票原因', 200).nullable(),
})

export const commitmentKinds = { lock: '锁定期', performance: '绩效考核', recovery: '资金追回' } as const
export const commitment = entity('commitment', '后续义务', {
  claim: ref('兑现事项', 'claim'),
  enterprise: ref('企业', 'enterprise'),
  org: ref('企业账户', 'org').nullable(),
  kind: oneOf('类型', commitmentKinds),
  title: text('内容', 200),
  dueOn: day('到期日'),
  status: oneOf('状态', commitmentStates),
  /** Facts and outcome on the day it was looked at. */
  outcome: record('核查结果').nullable(),
  recover: fen('应追回金额'),
  recovered: fen('已追回金额'),
  note: text('说明', 500).nullable(),
  closedOn: day('办结日期').nullable(),
})
