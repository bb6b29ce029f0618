/** Leases of units: for how long, for how much, and what was paid (plan task 10). */
import { z } from 'zod'
import { area, cash, count, day, entity, oneOf, price, ref, structure, text } from '#platform/fields.ts'
import { leaseStates } from './flow.ts'

/** From a day on another rent a square metre and month. */
export const rentStep = z.object({ from: day('起始日期'), rent: price('租金') })
/** Days for which no rent is due; both included. */
export const rentFree = z.object({ from: day('免租起'), to: day('免租止') })

export const payEvery = { month: '按月', quarter: '按季', half: '按半年', year: '按年' } as const
/** How a lease stands on a day: it runs out by itself on its last one. */
export const standings = {
  draft: '待签订',
  upcoming: '未起租',
  running: '履行中',
  expired: '已到期',
  ended: '已终止',
  cancelled: '已作废',
} as const
export type Standing = keyof typeof standings
export const endKinds = { expired: '到期', early: '提前退租', breach: '违约解除', renewed: '续租' } as const

/** What the schedule of an account follows from (engines/lease). */
export const terms = {
  rent: price('租金'),
  fee: price('物业费').nullable(),
  steps: structure('租金调整', z.array(rentStep).max(60)),
  free: structure('免租期', z.array(rentFree).max(24)),
  /** Growth a year, on every anniversary of the first day; on top of no steps. */
  growth: z.number().min(0).max(50).meta({ title: '年递增', unit: '%', storage: 'double' }).nullable(),
  payEvery: oneOf('付款周期', payEvery),
  /** Days after a period begins by which it is to be paid. */
  dueDays: count('付款宽限', '天'),
  deposit: cash('保证金'),
}

export const lease = entity('lease', '租约', {
  number: text('合同编号', 60),
  building: ref('楼宇', 'building'),
  zone: ref('所在园城', 'org').nullable(),
  town: ref('所在镇街', 'org'),
  lessor: text('出租方', 120),
  enterprise: ref('承租企业', 'enterprise').nullable(),
  tenant: text('承租方', 120),
  creditCode: text('统一社会信用代码', 18).nullable(),
  from: day('起租日'),
  /** Last day. */
  to: day('到期日'),
  area: area('租赁面积'),
  ...terms,
  status: oneOf('状态', leaseStates),
  signedOn: day('签订日期').nullable(),
  /** The lease this one renews. */
  renews: ref('续自', 'lease').nullable(),
  contract: ref('合同文件', 'file').nullable(),
  /** First day it is no more. */
  endedOn: day('终止日期').nullable(),
  endKind: oneOf('终止类型', endKinds).nullable(),
  endReason: text('终止原因', 500).nullable(),
  note: text('备注', 500).nullable(),
})
export const leaseRow = lease.extend({ id: z.uuid() })
export type Lease = z.infer<typeof leaseRow>

/**
 * A unit let under a lease from a day until before another: the database lets no two of them that are held overlap.
 * A draft holds nothing; whoever signs first has the unit.
 */
export const leaseUnit = entity('lease_unit', '租赁单元', {
  lease: ref('租约', 'lease'),
  unit: ref('单元', 'unit'),
  area: area('租赁面积'),
  since: day('自'),
  until: day('至'),
  held: z.boolean().meta({ title: '占用', storage: 'boolean' }),
})

export const receiptKinds = { rent: '租金', fee: '物业费', deposit: '保证金' } as const
/** Money that came in, or went back (below nought). What was entered wrongly is withdrawn and entered anew. */
export const receipt = entity('receipt', '收款', {
  lease: ref('租约', 'lease'),
  kind: oneOf('款项', receiptKinds),
  amount: cash('金额'),
  paidOn: day('收款日期'),
  voucher: text('凭证号', 80).nullable(),
  note: text('说明', 200).nullable(),
  recordedBy: text('登记人', 40),
  knownFrom: day('登记日期'),
  knownUntil: day('失效日期').nullable(),
  /** Who withdrew it, and why. */
  withdrawnFor: text('撤销原因', 200).nullable(),
})

/** What does not agree between contract, occupancy, money and the files of tenants. */
export const mismatchKinds = {
  unoccupied: '已租未用',
  unlet: '使用无租约',
  otherOccupant: '使用单位不符',
  areaDiffers: '面积不符',
  overdue: '租金逾期',
  paidPastEnd: '终止后收款',
  elsewhere: '档案楼宇不符',
  absent: '注册在楼未在册',
} as const

/** What the ledgers of space warn of. */
export const warningKinds = {
  expiring: '租约到期',
  leaving: '提前退租',
  idle: '单元空置',
  occupancyFall: '使用率下降',
  rentFall: '租金下降',
  stale: '台账未确认',
  unoccupied: '已租未用',
  absent: '注册在楼未在册',
} as const
