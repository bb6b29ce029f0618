/** Whose a report is: an enterprise sees its own alone, a town checks its own alone, and two at once do not both decide. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, type FilingDistrict, type Firm, openFilingDistrict, settleFirm } from '#test/filing.ts'
import { type District, openDistrict, refusal } from '#test/it.ts'
import { correct, discard, withdraw } from './actions/amend.ts'
import { names } from './actions/board.ts'
import { accept, acceptMany, queue, sendBack } from './actions/check.ts'
import { duties } from './actions/duty.ts'
import { confirmUnchanged, open, save, submit } from './actions/file.ts'
import { mine } from './actions/own.ts'
import { history, sheet, show } from './actions/read.ts'
import { filings } from './tables.ts'

let at: District
let town: FilingDistrict
let a: Firm
let b: Firm
beforeAll(async () => {
  at = await openDistrict()
  town = await openFilingDistrict(at)
  a = await settleFirm(at, '甲', { town: town.org.天生街道, zone: town.org.缙云园城 })
  b = await settleFirm(at, '乙', { town: town.org.朝阳街道 })
})
afterAll(() => at.close())

const day = '2024-06-03'
const filed = async ({ person }: Firm, month: string, revenue = 20_000) => {
  const { id } = await at.play(person, day, save, { month, values: cellsOf(revenue), explanations: {} })
  await at.play(person, day, submit, { id })
  return id
}
const unseen = '没有找到该报表，它可能已被移除，或不在您可以查看的范围内'

describe('an enterprise', () => {
  it('gets nothing of another in any action of the module', async () => {
    const draft = await at.play(b.person, day, save, { month: '2024-01', values: cellsOf(20_000), explanations: {} })
    const sent = await filed(b, '2024-02')
    const accepted = await filed(b, '2024-04')
    await at.play(town.chao, day, accept, { id: accepted })
    for (const id of [draft.id, sent, accepted]) {
      for (const action of [show, submit, withdraw, discard])
        expect(await refusal(at.play(a.person, day, action as typeof submit, { id }))).toBe(unseen)
      expect(await refusal(at.play(a.person, day, correct, { id, reason: '有误' }))).toBe(unseen)
    }
    const foreign = '没有找到该企业，它可能已被移除，或不在您可以查看的范围内'
    const which = { enterprise: b.id, month: '2024-05' }
    expect(await refusal(at.play(a.person, day, open, which))).toBe(foreign)
    expect(await refusal(at.play(a.person, day, confirmUnchanged, which))).toBe(foreign)
    expect(await refusal(at.play(a.person, day, save, { ...which, values: cellsOf(2), explanations: {} }))).toBe(foreign)
    expect(await refusal(at.play(a.person, day, history, { enterprise: b.id }))).toBe(foreign)
    expect(await at.play(a.person, day, history, {})).toEqual([])
    expect((await at.play(a.person, day, mine, {}))?.months.every(({ filing }) => filing === null)).toBe(true)
    expect((await at.play(a.person, day, duties, {})).toFile.map(({ month }) => month)).toContain('2024-01')
    for (const action of [queue, names, sheet])
      expect(await refusal(at.play(a.person, day, action as typeof sheet, { month: '2024-04' }))).toMatch(/^您没有“.+”的权限$/)
    // Asked past the actions, the database says the same.
    expect(await at.run(a.person, day, ({ db }) => db.select().from(filings))).toEqual([])
    expect(await at.run(a.person, day, ({ db }) => db.update(filings).set({ revenue: 1 }).returning())).toEqual([])
    expect(await at.run(a.person, day, ({ db }) => db.execute(sql`select * from tally`))).toMatchObject({ rows: [] })
  })
})

describe('a town', () => {
  it('neither sees nor decides what another town checks; the park and the office may', async () => {
    const id = await filed(a, '2024-01')
    expect(await refusal(at.play(town.chao, day, accept, { id }))).toBe(unseen)
    expect(await refusal(at.play(town.chao, day, sendBack, { id, objections: { revenue: '有误' } }))).toBe(unseen)
    expect(await refusal(at.play(town.chao, day, show, { id }))).toBe(unseen)
    expect(await at.play(town.chao, day, acceptMany, { ids: [id] })).toEqual({ accepted: 0, left: [id] })
    const waiting = async (who = town.office) =>
      (await at.play(who, day, queue, { month: '2024-01' })).rows.map(({ name }) => name)
    expect(await waiting(town.chao)).toEqual([])
    expect(await waiting(town.tian)).toEqual(['甲'])
    expect(await waiting(town.park)).toEqual(['甲'])
    expect(await waiting()).toEqual(['甲'])
    expect(await refusal(at.play(town.leader, day, accept, { id }))).toBe('您没有“报表审核通过”的权限')
    expect(await at.play(town.park, day, accept, { id })).toMatchObject({ status: 'accepted' })
  })

  it('does not file for an enterprise of another town', async () => {
    const which = { enterprise: b.id, month: '2024-05', values: cellsOf(2), explanations: {} }
    expect(await refusal(at.play(town.tian, day, save, which))).toBe('没有找到该企业，它可能已被移除，或不在您可以查看的范围内')
  })
})

describe('two at once', () => {
  it('accept one report: the second is told calmly that it is done', async () => {
    const id = await filed(a, '2024-02')
    const outcomes = await Promise.all([town.tian, town.park].map((who) => refusal(at.play(who, day, accept, { id }))))
    expect(outcomes.sort()).toEqual(['当前为“已审核”，不能审核通过', '没有拒绝'].sort())
    const { rows } = await at.owner.query(
      `select sum(reports)::int as n from tally where month = '2024-02' and face = 'town' and member = $1`,
      [town.org.天生街道],
    )
    expect(rows[0].n).toBe(1)
  })

  it('begin one report: the second goes on with the draft of the first', async () => {
    const write = (revenue: number) =>
      at.play(a.person, day, save, { month: '2024-04', values: cellsOf(revenue), explanations: {} })
    const [one, two] = await Promise.all([write(20_000), write(40_000)])
    expect(one!.id).toBe(two!.id)
  })

  it('open one correction: there is one', async () => {
    const id = await filed(a, '2024-05')
    await at.play(town.tian, day, accept, { id })
    const attempts = [a.person, town.tian].map((who) => refusal(at.play(who, day, correct, { id, reason: '有误' })))
    expect((await Promise.all(attempts)).sort()).toEqual(['2024年5月报表已有更正正在办理', '没有拒绝'].sort())
  })
})

describe('accepting many', () => {
  it('takes those the checks have nothing to say about, and leaves the explained ones to be read', async () => {
    const clean = await settleFirm(at, '净', { town: town.org.天生街道 })
    const odd = await settleFirm(at, '奇', { town: town.org.天生街道 })
    for (const one of [clean, odd]) {
      const id = await filed(one, '2024-01')
      await at.play(town.tian, day, accept, { id })
    }
    const ids = [await filed(clean, '2024-02', 40_000)]
    const explanations = { revenue: '验收项目', softwareRevenue: '同上' }
    const { id } = await at.play(odd.person, day, save, { month: '2024-02', values: cellsOf(9_000_000), explanations })
    await at.play(odd.person, day, submit, { id })
    const found = await at.play(town.tian, day, queue, { month: '2024-02', order: '-revenue' })
    expect(found.rows.map(({ name, findings }) => [name, findings])).toEqual([
      ['奇', 2],
      ['净', 0],
    ])
    expect(await at.play(town.tian, day, acceptMany, { ids: [...ids, id] })).toEqual({ accepted: 1, left: [id] })
  })
})

describe('what an official filed on behalf of an enterprise', () => {
  const sentence = '该报表由您代填，须由本镇街、园城的其他人员或领导小组办公室的其他人员审核'
  const onBehalf = async (who: FilingDistrict['tian'], month: string) => {
    const firm = await settleFirm(at, `${who.name}代${month}`, { town: town.org.天生街道, zone: town.org.缙云园城 })
    const { id } = await at.play(who, day, save, { enterprise: firm.id, month, values: cellsOf(20_000), explanations: {} })
    await at.play(who, day, submit, { id })
    return id
  }

  it('is accepted by somebody else of the place or of the office, one by one and together', async () => {
    const colleague = { ...town.tian, id: '老田', name: '老田' }
    const head = { ...town.office, id: '周主任', name: '周主任' }
    for (const [filer, other, month] of [
      [town.tian, colleague, '2024-01'],
      [town.park, town.tian, '2024-01'],
      [town.tian, town.office, '2024-02'],
      [town.office, head, '2024-01'],
    ] as const) {
      const id = await onBehalf(filer, month)
      expect((await at.play(filer, day, show, { id })).can).toEqual(['withdraw', 'return'])
      expect(await refusal(at.play(filer, day, accept, { id }))).toBe(sentence)
      expect(await at.play(filer, day, acceptMany, { ids: [id] })).toEqual({ accepted: 0, left: [id] })
      expect((await at.play(other, day, show, { id })).can).toContain('accept')
      expect(await at.play(other, day, accept, { id })).toMatchObject({ status: 'accepted' })
    }
  })

  it('taken over by the enterprise itself is accepted by whoever checks it', async () => {
    const firm = await settleFirm(at, '自', { town: town.org.天生街道 })
    const { id } = await at.play(town.tian, day, save, {
      ...{ enterprise: firm.id, month: '2024-01', values: cellsOf(20_000), explanations: {} },
    })
    await at.play(firm.person, day, submit, { id })
    expect(await at.play(town.tian, day, accept, { id })).toMatchObject({ status: 'accepted' })
  })
})
