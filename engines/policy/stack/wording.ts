/** What is dropped or reduced, in the words of an official sentence. */
import type { Cut } from './settle.ts'

/** 12500000 → 12.5 万元, 123456 → 1,234.56 元: exact, in 万元 where two decimals are enough. */
export function amountOf(fen: number): string {
  const inTenThousands = fen >= 1_000_000 && fen % 10_000 === 0
  const hundredths = inTenThousands ? fen / 10_000 : fen
  const whole = String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${whole}${fraction && `.${fraction}`} ${inTenThousands ? '万元' : '元'}`
}

export const scopeWords = { year: '同一年度', project: '同一项目' } as const

/** Why a payment is less than its clause alone would grant. */
export function cutSentence(cut: Cut, called: (clause: string) => string): string {
  if (cut.is === 'cap') {
    const { title, amount, had } = cut.cap
    const before = had > 0 ? `，已享受 ${amountOf(had)}` : ''
    return `按「${title}」，同一年度合计不超过 ${amountOf(amount)}${before}，${cut.rest > 0 ? `核减 ${amountOf(cut.amount)}` : '额度已用完'}`
  }
  const { clause, paidFor, rule, within } = cut.debit
  if (rule === 'highest')
    return `${scopeWords[within]}已享受${called(clause)}${amountOf(cut.due)}，从高不重复，${cut.rest > 0 ? `补足差额 ${amountOf(cut.rest)}` : '无差额可补'}`
  const paid = paidFor === null ? '已享受' : '本次享受'
  return `${paid}${called(clause)}${amountOf(cut.due)}，${cut.rest > 0 ? `抵扣后 ${amountOf(cut.rest)}` : '抵扣后无余额'}`
}
