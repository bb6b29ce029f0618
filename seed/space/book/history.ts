/** A course of stretches of time as a ledger learns of it: what was recorded is withdrawn and recorded anew with its end. */
import type { PgTable } from 'drizzle-orm/pg-core'
import { idOf } from '#seed/identity.ts'
import type { Book } from './book.ts'
import { keeperOf, recordDay } from './days.ts'

type History = PgTable & { knownUntil: unknown }
type Known = { recordedBy: string; knownFrom: string; knownUntil: null }
/** What holds from a day on; `toldOn`: when its keeper heard of it. */
export type Stretch<R> = { since: string; toldOn: string; row: R }
export type Course<R> = {
  zone: string | null
  key: string[]
  stretches: Stretch<R>[]
  end: { on: string; toldOn: string } | null
}

/** Each stretch ends where the next begins, the last one at the `end` if there is any. */
export function write<T extends History>(
  book: Book,
  table: T,
  { zone, key, stretches, end }: Course<Omit<T['$inferInsert'], 'id' | 'since' | 'until' | keyof Known>>,
): void {
  const id = (nth: number, way: string) => idOf(...key, String(nth), way)
  const record = (day: string, nth: number, until: string | null) => {
    const { since, row } = stretches[nth]!
    const known: Known = { recordedBy: keeperOf(zone), knownFrom: day, knownUntil: null }
    book.add(zone, day, table, { ...row, id: id(nth, until === null ? 'open' : 'closed'), since, until, ...known })
  }
  let last = ''
  const dayFor = (toldOn: string) => {
    const day = recordDay(zone, toldOn)
    last = day > last ? day : last
    return last
  }
  stretches.forEach(({ since, toldOn }, nth) => {
    const day = dayFor(toldOn)
    if (nth > 0) {
      book.withdraw(zone, day, table, id(nth - 1, 'open'))
      // One that holds from the same day puts right what was recorded; nothing was true before it.
      if (since !== stretches[nth - 1]!.since) record(day, nth - 1, since)
    }
    record(day, nth, null)
  })
  if (end) {
    const day = dayFor(end.toldOn)
    book.withdraw(zone, day, table, id(stretches.length - 1, 'open'))
    record(day, stretches.length - 1, end.on)
  }
}
