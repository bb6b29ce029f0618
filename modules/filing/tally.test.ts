/** The sums the database keeps are those of the accepted reports, for every day on which something was known. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict } from '#test/it.ts'
import { correct, discard, withdraw } from './actions/amend.ts'
import { accept, sendBack } from './actions/check.ts'
import { save, submit } from './actions/file.ts'
import { cellNames } from './model.ts'

let at: District
let town: FilingDistrict
let firms: Firm[]
beforeAll(async () => {
  at = await openDistrict()
  town = await openFilingDistrict(at)
  firms = [
    await settleFirm(at, '甲', { town: town.org.天生街道, zone: town.org.缙云园城 }),
    await settleFirm(at, '乙', { town: town.org.天生街道 }),
    await settleFirm(at, '丙', { town: town.org.朝阳街道 }),
  ]
})
afterAll(() => at.close())

const months = ['2024-01', '2024-02', '2024-04']
const days = ['2024-05-06', '2024-05-07', '2024-05-08', '2024-06-03']
const steps = ['save', 'submit', 'accept', 'accept', 'return', 'withdraw', 'correct', 'discard'] as const
const move = fc.record({
  firm: fc.nat(2),
  month: fc.constantFrom(...months),
  step: fc.constantFrom(...steps),
  revenue: fc.integer({ min: 1, max: 40_000 }).map((half) => half * 2),
  later: fc.boolean(),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

/** Takes the step if it can be taken now; what is refused changes nothing. */
async function take({ firm: which, month, step, revenue }: Move, day: string): Promise<void> {
  const firm = firms[which]!
  const { rows } = await at.owner.query('select id from filing where enterprise = $1 and month = $2 order by revision desc', [
    firm.id,
    month,
  ])
  const id = rows[0]?.id ?? firm.id
  const attempt = {
    save: () => at.play(firm.person, day, save, { month, values: cellsOf(revenue), explanations: {} }),
    submit: () => at.play(firm.person, day, submit, { id }),
    accept: () => at.play(town.office, day, accept, { id }),
    return: () => at.play(town.office, day, sendBack, { id, objections: { revenue: '请核对' } }),
    withdraw: () => at.play(firm.person, day, withdraw, { id }),
    correct: () => at.play(firm.person, day, correct, { id, reason: '有误' }),
    discard: () => at.play(firm.person, day, discard, { id }),
  }[step]
  await attempt().catch((error: { status?: number }) => expect(error.status).toBeLessThan(500))
}

const places = 'face, month, member, division, reports'
const sums = cellNames.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
const perPlace = (what: (column: string) => string, from: string) =>
  `select face, month, member, division, ${what('reports')} as reports,
    ${sums.map((name) => `${what(name)} as ${name}`).join(', ')} from ${from} group by 1, 2, 3, 4`
/** Every report under each of its faces. */
const faced = `(select f.*, face, member from filing f cross join lateral (values ('whole', ''), ('town', town::text),
  ('zone', coalesce(zone::text, '')), ('industry', industry), ('direction', coalesce(direction, ''))) v (face, member)) filing`

it('after any steps in any order, on every day', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(move, { minLength: 10, maxLength: 50 }), async (moves) => {
        let day = 0
        for (const one of moves) {
          if (one.later) day = Math.min(day + 1, days.length - 1)
          await take(one, days[day]!)
        }
        for (const known of days) {
          const kept = await at.owner.query(
            `select * from (${perPlace((name) => `sum(${name})::bigint`, 'tally where known <= $1')}) t where reports <> 0 order by ${places}`,
            [known],
          )
          const counted = await at.owner.query(
            `${perPlace(
              (name) => (name === 'reports' ? 'count(*)' : `coalesce(sum(${name}), 0)::bigint`),
              `${faced} where known_from <= $1 and (known_until is null or known_until > $1)`,
            )} order by ${places}`,
            [known],
          )
          expect(kept.rows).toEqual(counted.rows)
        }
        const { rows } = await at.owner.query(
          `select count(*)::int as n from filing where known_from is not null and known_until is null group by enterprise, month having count(*) > 1`,
        )
        expect(rows).toEqual([])
      })
      .afterEach(async () => {
        await at.owner.query('truncate filing, tally')
      }),
    { numRuns: 12 },
  )
}, 120_000)

it('the steps of the property do reach acceptance and correction', async () => {
  const way = ['save', 'submit', 'accept', 'correct', 'save', 'submit', 'accept'] as const
  for (const step of way)
    await take({ firm: 0, month: '2024-01', step, revenue: step === 'save' ? 20_000 : 2, later: false }, days[0]!)
  const { rows } = await at.owner.query('select revision, known_until is null as current from filing order by revision')
  expect(rows).toEqual([
    { revision: 1, current: false },
    { revision: 2, current: true },
  ])
})
