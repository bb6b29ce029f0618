/** The timeline of an enterprise tells its reports and titles to those who may see them, and nobody else its figures. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { grant } from '#modules/enterprise/actions/title.ts'
import { save, submit } from '#modules/filing/actions/file.ts'
import type { Actor } from '#platform/context.ts'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict } from '#test/it.ts'
import { timeline } from './actions.ts'

let district: District
let of: FilingDistrict
let firm: Firm
const day = '2024-06-03'
beforeAll(async () => {
  district = await openDistrict()
  of = await openFilingDistrict(district)
  firm = await settleFirm(district, '甲', { town: of.org.天生街道 })
  const { id } = await district.play(firm.person, day, save, { month: '2024-05', values: cellsOf(20_000), explanations: {} })
  await district.play(firm.person, day, submit, { id })
  const held = { enterprise: firm.id, kind: 'high-tech', grantedOn: '2024-01-05', source: 'visit' } as const
  await district.play(of.office, day, grant, held)
})
afterAll(() => district.close())

const told = async (actor: Actor) =>
  new Set((await district.play(actor, day, timeline, { subjects: [firm.id] })).map(({ entity }) => entity))

it('is told to the office, the leader and its town', async () => {
  for (const actor of [of.office, of.leader, of.tian])
    expect(await told(actor)).toEqual(new Set(['enterprise', 'filing', 'qualification']))
})

it('is told without what it filed to a department, which sees every enterprise and the figures of none', async () => {
  expect(await told(of.department)).toEqual(new Set(['enterprise', 'qualification']))
})

it('is not told to another town', async () => {
  expect(await told(of.chao)).toEqual(new Set())
})
