/** What is dropped or reduced, in the words of an official sentence. */
import { money } from '../wording.ts'
import type { Cut } from './settle.ts'

export const scopeWords = { year: '同一年度', project: '同一项目' } as const

/** Why a payment is less than its clause alone would grant. */
export function cutSentence(cut: Cut, called: (clause: string) => string): string {
  if (cut.is === 'cap') {
    const { title, amount, had } = cut.cap
    const before = had > 0 ? `，已享受 ${money(had)}` : ''
    return `按「${title}」，同一年度合计不超过 ${money(amount)}${before}，${cut.rest > 0 ? `核减 ${money(cut.amount)}` : '额度已用完'}`
  }
  const { of, before, paidFor, rule, within } = cut.debit
  const clause = of.clause
  const due = `${money(cut.due + before)}${before > 0 ? `（此前已抵扣 ${money(before)}）` : ''}`
  if (rule === 'highest')
    return `${scopeWords[within]}已享受${called(clause)}${due}，从高不重复，${cut.rest > 0 ? `补足差额 ${money(cut.rest)}` : '无差额可补'}`
  const paid = paidFor === null ? '已享受' : '本次享受'
  return `${paid}${called(clause)}${due}，${cut.rest > 0 ? `抵扣后 ${money(cut.rest)}` : '抵扣后无余额'}`
}
