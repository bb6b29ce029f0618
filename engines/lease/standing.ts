/** How an account stands on a day: what was due, what came in, what is late and for how long. */
import { daysBetween, numberOf } from './days.ts'
import { type Due, type DueKind, duesBy } from './schedule.ts'
import { hundredths, type Terms } from './terms.ts'

export type Receipt = { kind: DueKind; amount: number; paidOn: string }
export type DueState = 'paid' | 'overdue' | 'open' | 'later'
/** A due and how much of it is paid: money pays the oldest due of its kind first. */
export type Settled = Due & { paid: number; state: DueState }
export type Account = {
  /** Due by the day, the day included. */
  due: number
  paid: number
  /** Not paid although its day has passed. */
  overdue: number
  /** Days since the oldest due that is not paid in full; 0 where nothing is late. */
  overdueDays: number
  /** Paid beyond all that is due by the day, the deposit aside. */
  ahead: number
  /** Deposit received and not given back. */
  deposit: number
  /** What is to be paid next. */
  next: { dueOn: string; amount: number } | null
  dues: Settled[]
}

const kinds: DueKind[] = ['rent', 'fee', 'deposit']

export function accountOn(dues: readonly Due[], receipts: readonly Receipt[], today: string): Account {
  const paid = paidBy(receipts, today)
  const left = { ...paid }
  const settled = dues.map((due): Settled & { open: number } => {
    const asked = hundredths(due.amount)
    const covered = Math.max(0, Math.min(asked, left[due.kind]))
    left[due.kind] -= covered
    const open = asked - covered
    const state =
      open === 0 ? 'paid' : due.dueOn < today ? 'overdue' : due.dueOn === today || due.from <= today ? 'open' : 'later'
    return { ...due, paid: covered / 100, open, state }
  })
  const late = settled.filter(({ state }) => state === 'overdue')
  const fallen = dues.filter(({ dueOn }) => dueOn <= today)
  const running = (of: readonly Due[]) => of.filter(({ kind }) => kind !== 'deposit')
  const coming = settled.filter(({ open, dueOn }) => open > 0 && dueOn >= today)
  const nextOn = coming[0]?.dueOn
  return {
    due: sum(fallen.map(({ amount }) => hundredths(amount))),
    paid: sum(Object.values(paid)),
    overdue: sum(late.map(({ open }) => open)),
    overdueDays: late[0] ? daysBetween(late[0].dueOn, today) : 0,
    ahead: sum([Math.max(0, paid.rent + paid.fee - fenOf(running(fallen)))]),
    deposit: paid.deposit / 100,
    next: nextOn ? { dueOn: nextOn, amount: sum(coming.filter((due) => due.dueOn === nextOn).map(({ open }) => open)) } : null,
    dues: settled.map(({ open: _, ...due }) => due),
  }
}

/** Fen received, by what for. */
export type Paid = Record<DueKind, number>
export const paidBy = (receipts: readonly Receipt[], today: string): Paid =>
  Object.fromEntries(kinds.map((kind) => [kind, received(receipts, kind, today)])) as Paid

export type Sums = Pick<Account, 'due' | 'paid' | 'overdue' | 'overdueDays'>
/** The sums of an account alone, for lists of many. */
export function sumsOn(terms: Terms, paid: Paid, today: string): Sums {
  const on = numberOf(today)
  const left = { ...paid }
  let [due, overdue, since] = [0, 0, on]
  for (const { kind, fen, dueOn } of duesBy(terms, on)) {
    due += fen
    const open = fen - Math.max(0, Math.min(fen, left[kind]))
    left[kind] -= fen - open
    if (open === 0 || dueOn >= on) continue
    overdue += open
    since = Math.min(since, dueOn)
  }
  return { due: due / 100, paid: sum(Object.values(paid)), overdue: overdue / 100, overdueDays: on - since }
}

const received = (receipts: readonly Receipt[], kind: DueKind, today: string): number =>
  receipts.filter((one) => one.kind === kind && one.paidOn <= today).reduce((fen, { amount }) => fen + hundredths(amount), 0)

const fenOf = (dues: readonly Due[]) => dues.reduce((fen, { amount }) => fen + hundredths(amount), 0)
const sum = (fens: readonly number[]): number => fens.reduce((all, fen) => all + fen, 0) / 100
