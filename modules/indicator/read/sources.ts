/**
 * How each ledger is read from the database: its rows as `f`, when they hold, when they were known, and its fields.
 *
 * Expressions are constants of this file; what a definition gives (values, days) is always bound.
 */

import { type SQL, sql } from 'drizzle-orm'
import type { Condition, Dimension, Measure } from '#engines/indicator/definition.ts'
import { cellNames } from '#modules/filing/model.ts'
import { columnOf } from '#platform/fields.ts'

export type Source = {
  /** Rows known on a day. */
  from: (known: string) => SQL
  /** First day and first day no more (standing), or the day (event), or the month (monthly). */
  begin: string
  end: string | null
  /** The id of the enterprise a row is about, and what the row itself is called where that is not the enterprise's name. */
  enterprise: string | null
  label: string | null
  columns: Record<string, string>
}

const isKnown = (known: string) => sql`f.known_from <= ${known} and (f.known_until is null or f.known_until > ${known})`
const rows = (table: string) => (known: string) => sql`${sql.raw(table)} f where ${isKnown(known)}`
const span = { begin: 'f.since', end: 'f.until' }
const place = { zone: 'f.zone', town: 'f.town' }
const trade = { industry: 'f.industry', division: 'f.division', direction: 'f.direction' }
const monthEnd = `((f.month || '-01')::date + interval '1 month - 1 day')::date`

/**
 * Whether the enterprise of a report held the title at the end of its month, as far as was known on the day asked for (`k`).
 * Said twice: the list lets the planner go by the few who ever held it, the rest decides.
 */
const held = (
  kind: string,
) => `(f.enterprise = any (array(select q.enterprise from qualification q where q.kind = '${kind}' and q.enterprise is not null))
  and exists (select 1 from qualification q where q.enterprise = f.enterprise and q.kind = '${kind}' and q.granted_on <= ${monthEnd}
    and (q.valid_until is null or q.valid_until >= ${monthEnd})
    and q.known_from <= k.asked and (q.known_until is null or q.known_until > k.asked)))`

/**
 * A matter in its stretches: in time until a deadline is over, overdue after it, in time again from the day a delay was
 * granted. It is in hand until it was reported done and not given back; cancelled ones until they were.
 */
const stretches = (known: string) => sql`(
  select m.id, m.region, m.number, m.title, m.owner, m.origin, s.clock, s.since, s.until
  from matter m
  cross join lateral (
    select coalesce((select min(r."on") from matter_reply r where r.matter = m.id and r.kind = 'done' and r.status in ('waiting', 'accepted')
      and r."on" <= ${known}), m.closed_on) as ended
  ) e
  cross join lateral (
    select d.begun, d.due, lead(d.begun, 1, coalesce(e.ended, 'infinity')) over (order by d.begun, d.granted) as ceased
    from (
      select m.starts_on as begun, m.first_due_on as due, m.created_at as granted
      union all
      select r.decided_on, r.until, r.created_at from matter_reply r
      where r.matter = m.id and r.kind = 'delay' and r.status = 'accepted' and r.decided_on <= ${known}
    ) d
  ) d
  cross join lateral (
    values ('running', d.begun, least(d.due + 1, d.ceased)), ('overdue', greatest(d.due + 1, d.begun), d.ceased)
  ) w (clock, since, ends)
  cross join lateral (select w.clock, w.since, nullif(w.ends, 'infinity') as until) s
  where w.since < w.ends and w.since <= ${known}) f where true`

export const sources: Record<string, Source> = {
  enterprise: {
    from: rows('presence'),
    ...span,
    enterprise: 'f.enterprise',
    label: null,
    columns: { ...place, ...trade, saas: 'f.saas', originKind: 'f.origin_kind', settledOn: 'f.settled_on' },
  },
  filing: {
    from: (known) => sql`(select ${known}::date as asked) k, filing f where ${isKnown(known)}`,
    begin: 'f.month',
    end: null,
    enterprise: 'f.enterprise',
    label: null,
    columns: {
      ...place,
      ...trade,
      backbone: held('backbone'),
      ...Object.fromEntries(cellNames.map((name) => [name, `f.${columnOf(name)}`])),
    },
  },
  qualification: {
    from: rows('qualification'),
    begin: 'f.granted_on',
    end: 'f.valid_until + 1',
    enterprise: 'f.enterprise',
    label: 'f.holder',
    columns: { ...place, kind: 'f.kind', grantedOn: 'f.granted_on' },
  },
  ip_right: {
    from: rows('ip_right'),
    begin: 'f.registered_on',
    end: null,
    enterprise: 'f.enterprise',
    label: 'f.title',
    columns: { ...place, industry: 'f.industry', kind: 'f.kind' },
  },
  entry: {
    // A figure holds until the next of its series, as far as was known.
    from: (known) =>
      sql`(select *, lead(as_of) over (partition by series order by as_of) as until from entry f where ${isKnown(known)}) f where true`,
    begin: 'f.as_of',
    end: 'f.until',
    enterprise: null,
    label: 'f.source',
    columns: { series: 'f.series', value: 'f.value' },
  },
  acquisition: {
    from: rows('acquisition_stage'),
    ...span,
    enterprise: null,
    label: `(select b.name || '：' || a.name from acquisition a join building b on b.id = a.building where a.id = f.acquisition)`,
    columns: { ...place, building: 'f.building', stage: 'f.stage', mode: 'f.mode', area: 'f.area' },
  },
  occupancy: {
    from: rows('occupancy'),
    ...span,
    enterprise: 'f.enterprise',
    label: `(select b.name || ' ' || u.name || case when f.enterprise is null then '（' || f.occupant || '）' else '' end
      from unit u join building b on b.id = u.building where u.id = f.unit)`,
    columns: { ...place, building: 'f.building', use: 'f.use', division: 'f.division', area: 'f.area' },
  },
  makerspace: {
    from: rows('makerspace'),
    ...span,
    enterprise: null,
    label: 'f.name',
    columns: { ...place, building: 'f.building', kind: 'f.kind', area: 'f.area' },
  },
  matter: {
    from: (known) => stretches(known),
    ...span,
    enterprise: null,
    label: `f.number || ' ' || f.title`,
    columns: { unit: 'f.owner', origin: 'f.origin', clock: 'f.clock' },
  },
  card: {
    from: (known) => sql`card f where f."on" <= ${known} and (f.lifted_on is null or f.lifted_on > ${known})`,
    begin: 'f."on"',
    end: null,
    enterprise: null,
    label: `(select o.short_name || '：' || f.reason from org o where o.id = f.org)`,
    columns: { unit: 'f.org', colour: 'f.colour', rule: 'f.rule' },
  },
}

/** The value of a row for a measure: 1 where rows are counted. */
export const amountOf = ({ columns }: Source, { take }: Measure): SQL => sql.raw(take === null ? '1' : columns[take]!)

export const partOf = ({ columns, begin }: Source, by: Dimension | undefined): SQL => {
  if (!by) return sql.raw(`''`)
  if (by === 'month') return sql.raw(begin === 'f.month' ? 'f.month' : `to_char(${begin}, 'YYYY-MM')`)
  return sql.raw(columns[by] ? `coalesce(${columns[by]}::text, '')` : `''`)
}

/** All conditions of a measure, and that it has a value at all. */
export function meeting(source: Source, { take, where }: Measure): SQL {
  const tests = where.flatMap((condition) => testsOf(source.columns[condition.field]!, condition))
  if (take !== null) tests.push(sql.raw(`${source.columns[take]} is not null`))
  return tests.length ? sql.join(tests, sql` and `) : sql`true`
}

function testsOf(column: string, { is, yes, atLeast, below }: Condition): SQL[] {
  const of = sql.raw(column)
  return [
    ...(is
      ? [
          sql`${of} in (${sql.join(
            is.map((value) => sql`${value}`),
            sql`, `,
          )})`,
        ]
      : []),
    ...(yes === undefined ? [] : [yes ? of : sql`not ${of}`]),
    ...(atLeast === undefined ? [] : [sql`${of} >= ${boundOf(atLeast)}`]),
    ...(below === undefined ? [] : [sql`${of} < ${boundOf(below)}`]),
  ]
}

/** A number says what it is: taken for the type of its column, one too large or with a fraction would be refused. */
const boundOf = (bound: number | string): SQL =>
  typeof bound === 'string' ? sql`${bound}` : sql`${bound}${sql.raw(Number.isInteger(bound) ? '::bigint' : '::double precision')}`
