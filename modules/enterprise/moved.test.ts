/** What an enterprise holds goes with it: the town it moves to sees its titles and rights, and may revoke what was granted before. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { standing } from '#modules/ladder/actions.ts'
import { type FilingDistrict, type Firm, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal } from '#test/it.ts'
import { show } from './actions/file.ts'
import { move } from './actions/life.ts'
import { list } from './actions/list.ts'
import { addRight, grant, revoke } from './actions/title.ts'

let at: District
let of: FilingDistrict
let firm: Firm
const day = '2024-06-03'
beforeAll(async () => {
  at = await openDistrict()
  of = await openFilingDistrict(at)
  firm = await settleFirm(at, '甲', { town: of.org.天生街道 })
})
afterAll(() => at.close())

it('to the town it moves to', async () => {
  const high = { enterprise: firm.id, kind: 'high-tech', grantedOn: '2024-01-05', source: 'visit' } as const
  const { id } = await at.play(of.tian, day, grant, high)
  await at.play(of.tian, day, addRight, { enterprise: firm.id, kind: 'copyright', title: '甲软件', registeredOn: '2024-02-01' })
  await at.play(of.office, day, move, { id: firm.id, town: of.org.朝阳街道, on: '2024-06-01' })
  const seen = await at.play(of.chao, day, show, { id: firm.id })
  expect([seen.titles.map(({ kind }) => kind), seen.rights.map(({ title }) => title)]).toEqual([['high-tech'], ['甲软件']])
  expect((await at.play(of.chao, day, list, {})).rows.map(({ titles }) => titles)).toEqual([['high-tech']])
  const known = (await at.play(of.chao, day, standing, { enterprise: firm.id })).facts
  expect(known.find(({ title }) => title.includes('知识产权'))?.value).toMatch(/^1/)
  expect(await refusal(at.play(of.chao, day, grant, high))).toBe('甲2024-01-05 取得的“高新技术企业”已登记，无须重复登记')
  expect(await refusal(at.play(of.chao, day, revoke, { id, reason: '登记有误' }))).toBe('没有拒绝')
})
