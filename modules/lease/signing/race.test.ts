/** Fifty who sign for one room at one moment: one has it, the others are told until when it is let. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { drizzleOn, openPool } from '#platform/database/pool.ts'
import { verifyJournal } from '#platform/journal.ts'
import { session } from '#platform/session.ts'
import { databaseUrl } from '#test/database.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { drawUp } from '#test/lease.ts'
import { openBuilding, type Stock } from '#test/space.ts'

const { lease } = modules
const today = '2024-06-28'
const many = 50
let at: Firms
let stock: Stock
beforeAll(async () => {
  at = await openFirms()
  stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: { 101: 300, 102: 200, 103: 100 } }] })
})
afterAll(() => at.close())

/** All at once, each over a connection of its own; how each came out. */
async function race(ids: readonly string[]): Promise<string[]> {
  const pool = openPool(await databaseUrl(), 'app', ids.length)
  const own = session(drizzleOn(pool), () => new Date(`${today}T02:00:00Z`))
  await Promise.all(ids.map(() => pool.query('select 1')))
  const outcomes = await Promise.all(
    ids.map((id) =>
      own
        .run(at.who.jin, 'lease/sign', (ctx) => lease.sign(ctx, { id }))
        .then(
          () => 'signed',
          (error: Error) => error.message,
        ),
    ),
  )
  await pool.end()
  return outcomes
}

const times = (outcomes: readonly string[]) =>
  Object.fromEntries([...new Set(outcomes)].map((one) => [one, outcomes.filter((other) => other === one).length]))

it('one of fifty has the room, the others are told until when it is let, and the journal holds', async () => {
  const ids: string[] = []
  for (let n = 0; n < many; n++) ids.push((await drawUp(at, [stock.units['101']!], { tenant: `第${n}家公司` })).id)
  expect(times(await race(ids))).toEqual({
    signed: 1,
    '单元“101”已租至 2025-03-31，与本租约的租期（2024-04-01 至 2025-03-31）重叠，不能签订': many - 1,
  })
  const { rows: held } = await at.owner.query(
    'select count(*)::int as n, count(distinct lease)::int as leases from lease_unit where unit = $1 and held',
    [stock.units['101']],
  )
  expect(held).toEqual([{ n: 1, leases: 1 }])
  const { rows: states } = await at.owner.query('select status, count(*)::int as n from lease group by status order by status')
  expect(states).toEqual([
    { status: 'draft', n: many - 1 },
    { status: 'running', n: 1 },
  ])
  expect(await verifyJournal(at.owner)).toMatchObject({ whole: true })
}, 60_000)

it('leases over several rooms in any order do not block one another for ever', async () => {
  const [a, b] = [stock.units['102']!, stock.units['103']!]
  const ids: string[] = []
  for (let n = 0; n < 20; n++) ids.push((await drawUp(at, n % 2 ? [a, b] : [b, a], { tenant: `又${n}家公司` })).id)
  const outcomes = await race(ids)
  expect(outcomes.filter((one) => one === 'signed')).toHaveLength(1)
  expect(new Set(outcomes)).toEqual(
    new Set(['signed', '单元“102”已租至 2025-03-31，与本租约的租期（2024-04-01 至 2025-03-31）重叠，不能签订']),
  )
}, 60_000)
