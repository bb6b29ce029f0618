/** The money of a year in its four pots, every movement of it (reserved → committed → paid), where it goes, and who had what (plan task 3). */
import { z } from 'zod'
import { potNames } from '#engines/policy/policy.ts'
import { day, entity, fen, oneOf, ref, structure, text, year } from '#platform/fields.ts'

/** The balances follow the entries and are kept by the database; together they never exceed the amount. */
export const pot = entity('pot', '资金科目', {
  year: year('年度'),
  line: oneOf('资金', potNames),
  amount: fen('安排金额'),
  reserved: fen('已预留'),
  committed: fen('已承诺'),
  paid: fen('已支付'),
  basis: text('依据', 300),
})

export const entryKinds = {
  reserve: '预留',
  commit: '承诺',
  pay: '支付',
  release: '释放',
  restore: '退回',
} as const

/** One movement; each column is what it adds to (or takes from) the balance of that name. */
export const potEntry = entity('pot_entry', '资金流水', {
  pot: ref('资金科目', 'pot'),
  kind: oneOf('类型', entryKinds),
  /** The matter the money is for; what it holds is the sum of its entries, never below nothing. */
  matter: ref('事项', 'claim'),
  reserved: fen('预留增减'),
  committed: fen('承诺增减'),
  paid: fen('支付增减'),
  on: day('日期'),
  by: text('经办人', 40),
  note: text('说明', 300).nullable(),
})

/** Where money is sent; a firm enters it once. */
export const account = entity('payee_account', '收款账户', {
  enterprise: ref('企业', 'enterprise'),
  org: ref('企业账户', 'org').nullable(),
  holder: text('户名', 120),
  bank: text('开户银行', 120),
  number: z
    .string()
    .regex(/^\d{8,30}$/, '银行账号应为 8 至 30 位数字')
    .meta({ title: '银行账号', storage: 'text' }),
  since: day('启用日期'),
  until: day('停用日期').nullable(),
})

const takenOff = z.object({
  clause: z.string(),
  year: z.number(),
  project: z.string().nullable(),
  amount: z.number(),
})
/** What was granted, clause by clause and year by year: what later decisions count as had before. Platform payments, and those from before it. */
export const award = entity('award', '已享政策', {
  enterprise: ref('企业', 'enterprise'),
  org: ref('企业账户', 'org').nullable(),
  claim: ref('兑现事项', 'claim').nullable(),
  /** `policy/clause` */
  clause: text('条款', 130),
  title: text('条款名称', 120),
  year: year('年度'),
  project: text('项目', 200).nullable(),
  milestone: text('阶段', 120).nullable(),
  amount: fen('金额'),
  /** What other awards were taken off it, and how much: no money is taken off the same clause again. */
  less: structure('抵扣', z.array(takenOff)),
  on: day('日期'),
  knownUntil: day('撤销日期').nullable(),
  note: text('说明', 300).nullable(),
})
