/**
 * The facts of a day kept in memory, one row a firm: what moves a slider is then decided without asking the ledgers again.
 *
 * Kept for a quarter of an hour and the latest few only: a row of twenty facts takes half a kilobyte, 100,000 firms 50 MB.
 */

import { divisionOf } from '#engines/enterprise/industry.ts'
import type { Past, Value } from '#engines/policy/fact.ts'
import type { Row } from '#engines/policy/policy.ts'
import type { Ctx } from '#platform/context.ts'
import { overAll } from '#platform/session.ts'
import { everybody } from '../facts/gather.ts'

export type Columns = {
  day: string
  ids: string[]
  names: string[]
  zones: (string | null)[]
  divisions: (string | null)[]
  sizes: (string | null)[]
  /** Persons and hundredths of ㎡; 0 where not known. */
  jobs: number[]
  areas: number[]
  rows: Row[]
  past: Past[]
}

/** Beside those of the clauses. */
const beside = { size: '企业规模', jobs: '新增从业人员', area: '租用面积' }

const most = 3
const minutes = 15
type Kept = { columns: Promise<Columns>; since: number }
const kept = new Map<string, Kept>()

/** What is known now of a day; whoever asks while it is being read waits for the same reading. */
export async function columnsOf(ctx: Ctx, day: string, titles: readonly string[]): Promise<Columns> {
  const key = JSON.stringify([ctx.actor.region, day, ctx.today, titles])
  const found = kept.get(key)
  if (found && performance.now() - found.since < minutes * 60_000) return found.columns
  const columns = overAll(ctx, (all) => read(all, day, titles))
  kept.set(key, { columns, since: performance.now() })
  if (kept.size > most) kept.delete(kept.keys().next().value!)
  columns.catch(() => kept.delete(key))
  return columns
}

/** The ledgers changed under it: a test, or a demonstration that goes on. */
export const forgetColumns = (): void => kept.clear()

async function read(ctx: Ctx, day: string, titles: readonly string[]): Promise<Columns> {
  const of: Columns = { day, ids: [], names: [], zones: [], divisions: [], sizes: [], jobs: [], areas: [], rows: [], past: [] }
  const asked = { day, known: ctx.today > day ? ctx.today : day, titles: [...new Set([...titles, ...Object.values(beside)])] }
  const year = Number(day.slice(0, 4))
  for await (const firms of everybody(ctx, asked)) {
    for (const { firm, facts, past } of firms) {
      const value = (title: string): Value => {
        const one = facts[title]
        return one === undefined || (one.asOf !== null && one.asOf > day) ? null : one.value
      }
      const figure = (title: string) => (typeof value(title) === 'number' ? (value(title) as number) : 0)
      const size = value(beside.size)
      of.ids.push(firm.id)
      of.names.push(firm.name)
      of.zones.push(firm.zone)
      of.divisions.push(divisionOf(firm.industry))
      of.sizes.push(typeof size === 'string' ? size : null)
      of.jobs.push(figure(beside.jobs))
      of.areas.push(figure(beside.area))
      of.rows.push(titles.map(value))
      // What was granted in the year itself is what is simulated.
      of.past.push(past.filter((award) => award.year < year))
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return of
}
