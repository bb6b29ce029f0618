/** The rows of every ledger as plain facts, read past the server: the other way to one figure. */
import type pg from 'pg'
import type { Fact } from '#engines/indicator/definition.ts'
import { lastDayOf, monthOf } from '#engines/indicator/months.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { sources } from '#modules/indicator/read/sources.ts'

/** Where a ledger is kept in a table of another name. */
const tables: Record<string, string> = { enterprise: 'presence', acquisition: 'acquisition_stage' }

/** Told apart from matters as they move on, and held against days of their own (modules/indicator/read/supervision.test.ts); none here. */
const supervision = ['matter', 'card']

/** All rows of every ledger in use, as the pure engine takes them, read as the owner of the tables. */
export async function factsIn(owner: pg.Client): Promise<Record<string, Fact[]>> {
  const facts: Record<string, Fact[]> = {}
  const titles = await backbonesIn(owner)
  for (const { name, time, inUse, fields } of ledgers) {
    if (!inUse) continue
    if (supervision.includes(name)) {
      facts[name] = []
      continue
    }
    const { begin, end, columns, enterprise } = sources[name]!
    const own = Object.entries(columns).filter(([field]) => field !== 'backbone')
    const table = tables[name] ?? name
    const from =
      name === 'entry' ? '(select *, lead(as_of) over (partition by series order by as_of) as until from entry) f' : `${table} f`
    const { rows } = await owner.query(
      `select f.id, ${time === 'monthly' ? `${begin} || '-01'` : `${begin}::text`} as begun, ${end ? `(${end})::text` : 'null'} as ended,
         f.known_from::text as known, f.known_until::text as gone, ${enterprise ?? 'null'} as of_enterprise, ${own
           .map(([field, column]) => `${column}${fields[field]!.nature === 'day' ? '::text' : ''} as "${field}"`)
           .join(', ')} from ${from} where f.known_from is not null`,
    )
    const found: Fact[] = rows.map(({ id, begun, ended, known, gone, of_enterprise: _, ...values }) => ({
      id,
      from: begun,
      until: ended,
      knownFrom: known,
      knownUntil: gone,
      values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, plain(key, value, name)])),
    }))
    facts[name] = found
    if (name === 'entry') facts[name] = found.flatMap((fact) => untilHeard(fact, found))
    if (name === 'filing') facts[name] = found.flatMap((fact, i) => byKnowledge(fact, rows[i].of_enterprise, titles))
  }
  return facts
}

type Known = { enterprise: string; from: string; until: string | null; known: string; gone: string | null }
/** What makes a report one of a backbone enterprise: told apart here, so that the database's own condition is held against it. */
const backbonesIn = async (owner: pg.Client): Promise<Known[]> =>
  (
    await owner.query(`select enterprise, granted_on::text as from, valid_until::text as until, known_from::text as known,
      known_until::text as gone from qualification where kind = 'backbone' and enterprise is not null`)
  ).rows

/** One fact for every stretch of knowledge in which the report was, or was not, that of a backbone enterprise. */
function byKnowledge(fact: Fact, enterprise: string, titles: Known[]): Fact[] {
  const own = titles.filter((title) => title.enterprise === enterprise)
  const last = lastDayOf(monthOf(fact.from))
  const within = (day: string | null): day is string =>
    day !== null && day > fact.knownFrom && (fact.knownUntil === null || day < fact.knownUntil)
  const turns = [...new Set([fact.knownFrom, ...own.flatMap(({ known, gone }) => [known, gone]).filter(within)])].sort()
  return turns.map((day, i) => ({
    ...fact,
    knownFrom: day,
    knownUntil: turns[i + 1] ?? fact.knownUntil,
    values: {
      ...fact.values,
      backbone: own.some(
        ({ from, until, known, gone }) =>
          from <= last && (until === null || until >= last) && known <= day && (gone === null || gone > day),
      ),
    },
  }))
}

/** An entered figure holds without end until the next of its series is heard of; from then on, until that one begins. */
function untilHeard(fact: Fact, all: Fact[]): Fact[] {
  const next = all.find(({ from, values }) => from === fact.until && values.series === fact.values.series)
  if (!next) return [fact]
  return [
    { ...fact, until: null, knownUntil: next.knownFrom },
    { ...fact, knownFrom: next.knownFrom },
  ]
}

/** The driver hands out big whole numbers as text. */
const plain = (key: string, value: unknown, ledger: string) => {
  const { nature } = ledgers.find(({ name }) => name === ledger)!.fields[key]!
  return ['flow', 'stock', 'number'].includes(nature) && value !== null ? Number(value) : (value as string | boolean | null)
}
