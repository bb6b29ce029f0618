/** The audit administrator learns that a return was received and replaced, never what it said. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { search } from '#modules/journal/actions.ts'
import { type Actor, machine } from '#platform/context.ts'
import { openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, region } from '#test/it.ts'
import { record } from './actions/record.ts'
import { cellNames } from './model.ts'

let at: District
beforeAll(async () => {
  at = await openDistrict()
})
afterAll(() => at.close())

it('of a single return nothing but its being there is in the journal', async () => {
  const of = await openFilingDistrict(at)
  const { id } = await settleFirm(at, '甲', { town: of.org.天生街道 })
  const statistician: Actor = { ...of.office, role: 'statistician' }
  const auditor: Actor = { ...machine(region), id: 'auditor', role: 'auditor' }
  const told = { enterprise: id, scheme: 'monthly', month: '2024-04' } as const
  const cells = {
    revenue: 7_654_321,
    softwareRevenue: 1_234_567,
    rndSpend: null,
    profit: -98_765,
    wages: 456_789,
    headcount: 4_321,
  }
  await at.play(statistician, '2024-05-20', record, { ...told, ...cells })
  await at.play(statistician, '2024-05-21', record, { ...told, ...cells, revenue: 7_654_999 })
  const entries = await at.play(auditor, '2024-05-21', search, { entity: 'stat_return' })
  expect(entries.map(({ operation }) => operation).sort()).toEqual(['insert', 'insert', 'update'])
  const written = JSON.stringify(entries)
  for (const name of cellNames) if (cells[name] !== null) expect(written).not.toContain(String(Math.abs(cells[name])))
  expect(written).not.toContain('7654999')
})
