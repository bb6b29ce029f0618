/**
 * The sums many reads ask for, found together: each ledger is passed over once, whatever the number of indicators and days.
 *
 * Standing rows and events are laid into the gaps between the days asked for, and added up along them. Reports are taken
 * from the sums the database keeps as they are accepted (tally), where what is asked can be told by them.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Dimension, Measure, Read, Sum, Window } from '#engines/indicator/definition.ts'
import { plus } from '#engines/indicator/figure/rounding.ts'
import { nextDay } from '#engines/indicator/months.ts'
import { cellNames } from '#modules/filing/model.ts'
import { faces } from '#modules/filing/tables.ts'
import type { Ctx } from '#platform/context.ts'
import { ledgers } from '../ledgers.ts'
import { amountOf, meeting, partOf, type Source, sources } from './sources.ts'

type Part = Pick<Read, 'measure' | 'window'>
/** Sums by the value of the dimension, '' without one. */
export type Parts = Map<string, Sum>
export type Sums = (read: Part) => Parts

/** Thousands of reads ask for a few measures: each is written out once. */
const written = new WeakMap<Measure, string>()
function keyOfMeasure({ measure }: Pick<Part, 'measure'>): string {
  const key = written.get(measure) ?? JSON.stringify(measure)
  written.set(measure, key)
  return key
}
const keyOf = (read: Part) => `${keyOfMeasure(read)} ${Object.values(read.window).join(' ')}`
const nothing: Parts = new Map()

/** `rowByRow` leaves the kept sums aside: what the reader himself may see has to be counted. */
type Way = { by?: Dimension; rowByRow?: boolean }

/** @param known rows known on that day count */
export async function sumsOf(ctx: Ctx, reads: readonly Part[], known: string, { by, rowByRow = false }: Way = {}): Promise<Sums> {
  const asked = [...new Map(reads.map((read) => [keyOf(read), read])).values()]
  const found = new Map<string, Parts>()
  const keep = (read: Part, parts: Parts) => void found.set(keyOf(read), parts)
  for (const { name, time } of ledgers) {
    const own = asked.filter(({ measure }) => measure.ledger === name)
    if (!own.length) continue
    const ask: Asked = { ctx, source: sources[name]!, reads: own, known, by, rowByRow, keep }
    await { standing: standing, event: events, monthly: months }[time](ask)
  }
  return (read) => found.get(keyOf(read)) ?? nothing
}

type Asked = {
  ctx: Ctx
  source: Source
  reads: Part[]
  known: string
  by: Dimension | undefined
  rowByRow: boolean
  keep: (read: Part, parts: Parts) => void
}

/** Rows added at the first day asked for that is not before they begin, and taken away at the first that is not before their end. */
async function standing({ ctx, source, reads, known, by, keep }: Asked): Promise<void> {
  const days = sorted(reads.map(({ window }) => (window as Window & { kind: 'standing' }).on))
  const measures = distinct(reads)
  const laid = (at: string, sign: 1 | -1) => sql`
    select ${partOf(source, by)} as part, width_bucket(${sql.raw(at)} - 1, ${dates(days)}) as place, ${sums(source, measures, sign)}
    from ${source.from(known)} and ${sql.raw(at)} <= ${days.at(-1)!} group by 1, 2`
  const rows = await lines(ctx, sql`${laid(source.begin, 1)} union all ${laid(source.end!, -1)}`, measures)
  const along = accumulate(rows, days.length)
  for (const read of reads) {
    const { on } = read.window as Window & { kind: 'standing' }
    keep(read, along(measures.indexOf(keyOfMeasure(read)), days.indexOf(on)))
  }
}

/** Counted before each boundary; a window is the difference of two. */
async function events({ ctx, source, reads, known, by, keep }: Asked): Promise<void> {
  const spans = reads.map((read) => ({ read, ...(read.window as Window & { kind: 'events' }) }))
  const bounds = sorted(spans.flatMap(({ from, to }) => [from, nextDay(to)]))
  const measures = distinct(reads)
  const rows = await lines(
    ctx,
    sql`select ${partOf(source, by)} as part, width_bucket(${sql.raw(source.begin)}, ${dates(bounds)}) as place, ${sums(source, measures, 1)}
      from ${source.from(known)} and ${sql.raw(source.begin)} >= ${bounds[0]!} and ${sql.raw(source.begin)} < ${bounds.at(-1)!} group by 1, 2`,
    measures,
  )
  const along = accumulate(rows, bounds.length)
  for (const { read, from, to } of spans) {
    const at = measures.indexOf(keyOfMeasure(read))
    keep(read, minus(along(at, bounds.indexOf(nextDay(to))), along(at, bounds.indexOf(from))))
  }
}

async function months({ ctx, source, reads, known, by, rowByRow, keep }: Asked): Promise<void> {
  const monthOf = ({ window }: Part) => (window as Window & { kind: 'month' }).month
  const isOfTally = ({ measure }: Part) => !rowByRow && isTold(measure, by)
  const ofTally = reads.filter(isOfTally)
  const groups = [ofTally, ...byConditions(reads.filter((read) => !isOfTally(read)))]
  for (const group of groups.filter(({ length }) => length > 0)) {
    const wanted = sorted(group.map(monthOf))
    const measures = distinct(group)
    const from = group === ofTally ? tallied(source, measures, wanted, known, by) : listed(source, measures, wanted, known, by)
    const rows = await lines(ctx, from, measures)
    for (const read of group) {
      const own = rows.filter(({ place }) => place === monthOf(read))
      keep(read, new Map(own.map(({ part, found }) => [part, found[measures.indexOf(keyOfMeasure(read))]!])))
    }
  }
}

/** Whether the kept sums can answer: no condition but on the division, no split but by what they are kept apart. */
const isTold = ({ take, where }: Measure, by: Dimension | undefined): boolean =>
  faces.some((face) => face === faceOf(by)) &&
  (take === null || cellNames.some((cell) => cell === take)) &&
  where.every(({ field, is }) => is && field === 'division')
const faceOf = (by: Dimension | undefined) => by ?? 'whole'

function tallied(source: Source, measures: string[], wanted: string[], known: string, by: Dimension | undefined): SQL {
  const found = measures.map((key) => {
    const { take, where } = JSON.parse(key) as Measure
    const only = sql`filter (where ${meeting(source, { ledger: 'filing', take: null, where })})`
    const amount = take === null ? sql.raw('f.reports') : sql.raw(source.columns[take]!)
    return sql`sum(${amount}) ${only}, sum(f.reports) ${only}`
  })
  return sql`select f.member as part, f.month as place, ${sql.join(found, sql`, `)} from tally f
    where f.region = current_setting('app.region') and f.face = ${faceOf(by)} and f.month in (${list(wanted)}) and f.known <= ${known} group by 1, 2`
}

/** Report by report, of the months asked for: conditions stand in the where clause, so that an index can serve them. */
function listed(source: Source, measures: string[], wanted: string[], known: string, by: Dimension | undefined): SQL {
  const all = measures.map((key) => JSON.parse(key) as Measure)
  const found = all.map((measure) => {
    const amount = amountOf(source, measure)
    return measure.take === null ? sql`count(*), count(*)` : sql`sum(${amount}), count(${amount})`
  })
  return sql`select ${partOf(source, by)} as part, f.month as place, ${sql.join(found, sql`, `)} from ${source.from(known)}
    and f.region = current_setting('app.region') and f.month in (${list(wanted)}) and ${meeting(source, { ...all[0]!, take: null })} group by 1, 2`
}

/** One pass over the rows: for every measure what it adds up to, and how many rows it took. */
const sums = (source: Source, measures: string[], sign: 1 | -1) =>
  sql.join(
    measures.map((key) => {
      const measure = JSON.parse(key) as Measure
      const only = sql`filter (where ${meeting(source, measure)})`
      const by = sql.raw(sign === 1 ? '' : '-')
      const rows = sql`${by}(count(*) ${only})`
      return measure.take === null ? sql`${rows}, null::bigint` : sql`${by}(sum(${amountOf(source, measure)}) ${only}), ${rows}`
    }),
    sql`, `,
  )

const distinct = (reads: Part[]) => [...new Set(reads.map(keyOfMeasure))]
const conditionsOf = ({ measure: { where } }: Part) => JSON.stringify(where)
const byConditions = (reads: Part[]) =>
  [...new Set(reads.map(conditionsOf))].map((key) => reads.filter((read) => conditionsOf(read) === key))
const sorted = (all: string[]) => [...new Set(all)].sort()
const list = (values: string[]) =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
const dates = (days: string[]) => sql`array[${list(days)}]::date[]`

type Line = { part: string; place: number | string; found: Sum[] }

/** Rows as arrays: columns have no names, only places. */
async function lines({ db }: Ctx, query: SQL, measures: string[]): Promise<Line[]> {
  const columns = sql.raw(['part', 'place', ...measures.flatMap((_, i) => [`a${i}`, `n${i}`])].join(', '))
  const { rows } = (await db.execute(sql`with q (${columns}) as (${query}) select * from q`)) as unknown as {
    rows: Record<string, string | number | null>[]
  }
  return rows.map((row) => ({
    part: String(row.part),
    place: row.place!,
    // Rows that are counted are told once: the count is the amount.
    found: measures.map((_, i) => ({ amount: Number(row[`a${i}`]), rows: Number(row[`n${i}`] ?? row[`a${i}`]) })),
  }))
}

/** Adds up along the places; `along(measure, place)` is what had been found up to and including a place. */
function accumulate(rows: Line[], places: number) {
  const parts = new Map<string, Sum[][]>()
  for (const { part, place, found } of rows) {
    if (Number(place) >= places) continue
    const own = parts.get(part) ?? Array.from({ length: places }, () => found.map(() => ({ amount: 0, rows: 0 })))
    parts.set(part, own)
    found.forEach((sum, i) => {
      own[Number(place)]![i] = added(own[Number(place)]![i]!, sum)
    })
  }
  for (const own of parts.values()) {
    for (let at = 1; at < places; at += 1) {
      own[at] = own[at]!.map((sum, i) => added(own[at - 1]![i]!, sum))
    }
  }
  return (measure: number, place: number): Parts => new Map([...parts].map(([part, own]) => [part, own[place]![measure]!]))
}

const added = (one: Sum, other: Sum): Sum => ({ amount: plus(one.amount, other.amount), rows: one.rows + other.rows })

const minus = (of: Parts, less: Parts): Parts =>
  new Map(
    [...of].map(([part, { amount, rows }]) => {
      const before = less.get(part) ?? { amount: 0, rows: 0 }
      return [part, { amount: plus(amount, -before.amount), rows: rows - before.rows }]
    }),
  )
