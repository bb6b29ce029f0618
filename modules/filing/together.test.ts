/** Two places that accept their reports at the same time both get it done: neither is told to try again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { machine } from '#platform/context.ts'
import { cellsOf, type FilingDistrict, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, region } from '#test/it.ts'
import { acceptMany } from './actions/check.ts'
import { filings } from './tables.ts'

let at: District
let of: FilingDistrict
const day = '2024-06-03'
const each = 4
beforeAll(async () => {
  at = await openDistrict()
  of = await openFilingDistrict(at)
})
afterAll(() => at.close())

/** Reports that wait, in the order of their ids, of these divisions by turns. */
const waiting = async (first: string, town: string, divisions: string[]) => {
  const ids = Array.from({ length: each }, (_, i) => `${first}0000000-0000-4000-8000-${String(i).padStart(12, '0')}`)
  for (const [i, id] of ids.entries()) {
    const firm = await settleFirm(at, `${first}${i}`, { town })
    const division = divisions[i % divisions.length]!
    await at.run(machine(region), day, ({ db }) =>
      db.insert(filings).values({
        ...{ ...cellsOf(20_000), id, enterprise: firm.id, month: '2024-05', revision: 1, status: 'submitted' },
        ...{ explanations: {}, objections: {}, correction: null, unchanged: false, typed: 0 },
        ...{ submittedOn: day, submittedBy: '经办', town, zone: null, industry: `${division}13`, division },
      }),
    )
  }
  return ids
}

/** Until so many of the others wait for a lock. */
const queued = async (count: number) => {
  for (let waiting = 0; waiting < count; ) {
    const { rows } = await at.owner.query(`select count(distinct pid)::int as n from pg_locks where not granted and pid in
      (select l.pid from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database())`)
    waiting = rows[0].n
  }
}

it('whatever the order of their reports', async () => {
  const [first, ...tian] = await waiting('a', of.org.天生街道, ['65', '64'])
  const [second, ...chao] = await waiting('b', of.org.朝阳街道, ['64', '65'])
  // Sums of both divisions are there, and held until both are about to add to one of them.
  await at.play(of.office, day, acceptMany, { ids: [first!, second!] })
  await at.owner.query('begin')
  await at.owner.query(`select * from tally where face = 'whole' for update`)
  const both = Promise.all([at.play(of.tian, day, acceptMany, { ids: tian }), at.play(of.chao, day, acceptMany, { ids: chao })])
  await queued(2)
  await at.owner.query('commit')
  const done = { accepted: each - 1, left: [] }
  expect(await both).toEqual([done, done])
  const { rows } = await at.owner.query(
    `select division, sum(reports)::int as n from tally where month = '2024-05' and face = 'whole' group by 1 order by 1`,
  )
  expect(rows).toEqual(['64', '65'].map((division) => ({ division, n: each })))
})
