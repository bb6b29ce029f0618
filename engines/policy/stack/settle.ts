/** What a candidate is paid, from what those settled before it left. */
import type { Cap, Debit, Field } from './field.ts'

/** So far: what is paid for each candidate, used of each debit, and left under each cap. */
export type Standing = { paid: number[]; used: number[]; room: number[] }
/** What was taken off a payment, of how much, and what was left of it. */
export type Cut = { amount: number; rest: number } & ({ is: 'debit'; debit: Debit; due: number } | { is: 'cap'; cap: Cap })

export const opening = ({ candidates, debits, caps }: Field): Standing => ({
  paid: candidates.map(() => 0),
  used: debits.map(() => 0),
  room: caps.map(({ amount, had }) => Math.max(0, amount - had)),
})

export const copyOf = ({ paid, used, room }: Standing): Standing => ({ paid: [...paid], used: [...used], room: [...room] })

/** What is still to be taken off for a debit. */
export function dueOf({ debits }: Field, { paid, used }: Standing, number: number): number {
  const { had, paidFor } = debits[number]!
  return (paidFor === null ? had : paid[paidFor]!) - used[number]!
}

/** Pays the candidate and notes it in the standing. */
export function pay(field: Field, standing: Standing, i: number, tell: (cut: Cut) => void = () => {}): number {
  let rest = field.candidates[i]!.amount
  for (const number of field.against[i]!) {
    const due = dueOf(field, standing, number)
    const amount = Math.min(rest, due)
    if (amount === 0) continue
    rest -= amount
    standing.used[number]! += amount
    tell({ is: 'debit', debit: field.debits[number]!, due, amount, rest })
  }
  for (const number of field.under[i]!) {
    const amount = Math.max(0, rest - standing.room[number]!)
    if (amount === 0) continue
    rest -= amount
    tell({ is: 'cap', cap: field.caps[number]!, amount, rest })
  }
  for (const number of field.under[i]!) standing.room[number]! -= rest
  standing.paid[i] = rest
  return rest
}
