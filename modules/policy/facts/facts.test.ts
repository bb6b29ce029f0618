/** Facts of hand-made firms: what each ledger tells of a day, what was known then, and what the Statistics Law keeps back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '#engines/policy/fact.ts'
import { consents, ipRights, qualifications } from '#modules/enterprise/tables.ts'
import { statReturns } from '#modules/statistics/tables.ts'
import { machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { region } from '#test/it.ts'
import { onFile, signed } from '#test/lease.ts'
import { openBuilding } from '#test/space.ts'
import { everybody, factsOfMany } from './gather.ts'

const today = '2024-06-28'
let at: Firms
let firm: { id: string; name: string }
const system = machine(region)
const factsOn = (day: string, titles: string[], known = day) =>
  at.run(
    system,
    known,
    async (ctx): Promise<Facts> => (await factsOfMany(ctx, { day, known, titles, enterprises: [firm.id] })).get(firm.id)!,
  )
const valueOn = async (day: string, title: string, known = day) => (await factsOn(day, [title], known))[title]?.value

beforeAll(async () => {
  at = await openFirms()
  firm = await onFile(at, 1, { account: '甲企业' })
})
afterAll(() => at?.close())

const grant = (
  kind: 'specialised' | 'high-tech' | 'above-scale',
  grantedOn: string,
  validUntil: string | null,
  knownFrom = grantedOn,
  knownUntil: string | null = null,
) =>
  at.run(system, today, ({ db }) =>
    db.insert(qualifications).values({
      ...{ enterprise: firm.id, holder: firm.name, kind, level: null, number: null, grantedBy: null, grantedOn, validUntil },
      ...{ town: null, zone: null, source: 'import', evidence: null, recordedBy: '测试', knownFrom, knownUntil, reason: null },
    }),
  )

describe('titles', () => {
  it('not on record were not granted: the day is known not to have come', async () => {
    expect(await valueOn(today, '升规入统日期')).toBe('')
    expect(await valueOn(today, '专精特新梯度')).toBe('未入库')
  })

  it('count from the day they were granted, as far as they were known then', async () => {
    await grant('specialised', '2024-02-01', '2027-01-31', '2024-04-10')
    expect(await valueOn('2024-03-01', '专精特新梯度')).toBe('未入库')
    expect(await valueOn('2024-03-01', '专精特新梯度', today)).toBe('专精特新中小企业')
    expect(await factsOn(today, ['专精特新认定日期'])).toEqual({
      专精特新认定日期: { value: '2024-02-01', asOf: today, source: '资质台账' },
    })
  })

  it('withdrawn are known until the day they were withdrawn', async () => {
    await grant('above-scale', '2024-01-10', null, '2024-01-20', '2024-05-20')
    expect(await valueOn('2024-05-19', '升规入统日期')).toBe('2024-01-10')
    expect(await valueOn('2024-05-20', '升规入统日期')).toBe('')
  })

  it('granted again are told apart from those granted first', async () => {
    await grant('high-tech', '2020-10-01', '2023-09-30')
    expect(await valueOn('2023-01-01', '高新技术企业')).toBe('首次认定')
    expect(await valueOn('2023-10-01', '高新技术企业')).toBe('未认定')
    await grant('high-tech', '2023-11-01', '2026-10-31')
    expect(await valueOn(today, '高新技术企业')).toBe('重新认定')
    expect(await valueOn(today, '高新技术企业认定日期')).toBe('2023-11-01')
  })
})

it('rights are counted by kind as of the day', async () => {
  const right = {
    enterprise: firm.id,
    title: '软件',
    number: null,
    town: at.org('天生街道'),
    zone: null,
    industry: '6513',
    recordedBy: '测试',
    knownUntil: null,
  }
  await at.run(system, today, ({ db }) =>
    db.insert(ipRights).values([
      { ...right, kind: 'invention', registeredOn: '2024-01-05', knownFrom: '2024-01-06' },
      { ...right, kind: 'copyright', registeredOn: '2024-03-05', knownFrom: '2024-03-06' },
    ]),
  )
  const titles = ['有效发明专利', '软件著作权', '自主知识产权']
  const counts = async (day: string) => Object.values(await factsOn(day, titles)).map(({ value }) => value)
  expect(await counts('2024-02-01')).toEqual([1, 0, 1])
  expect(await counts(today)).toEqual([1, 1, 2])
})

describe('statistical returns', () => {
  it('are not known to policies without the recorded consent, and that is the reason', async () => {
    const place = { town: at.org('天生街道'), zone: null, industry: '6513', division: '65' }
    await at.run(system, '2024-02-10', ({ db }) =>
      db.insert(statReturns).values({
        ...{ enterprise: firm.id, scheme: 'annual', month: '2023-12', revenue: 30_000_000, softwareRevenue: 20_000_000 },
        ...{
          rndSpend: null,
          profit: null,
          wages: null,
          headcount: null,
          ...place,
          receivedOn: '2024-02-10',
          receivedBy: '测试',
          knownUntil: null,
        },
      }),
    )
    const titles = ['主营业务收入', '软件业务收入', '研发费用']
    const kept = { value: null, asOf: null, source: '企业未授权使用统计数据' }
    expect(await factsOn(today, titles)).toEqual({ 主营业务收入: kept, 软件业务收入: kept })
    const consent = { enterprise: firm.id, fields: [], givenBy: '甲', evidence: null, withdrawal: null }
    await at.run(system, '2024-03-01', ({ db }) =>
      db.insert(consents).values([
        { ...consent, purpose: 'appraisal', since: '2024-02-20', until: null },
        { ...consent, purpose: 'policy', since: '2024-03-01', until: '2024-06-01' },
      ]),
    )
    expect(await valueOn('2024-02-25', '主营业务收入')).toBeNull()
    expect(await factsOn('2024-05-31', ['主营业务收入'])).toEqual({
      主营业务收入: { value: 3_000_000_000, asOf: '2023-12-31', source: '2023 年软件业统计年报（经企业授权）' },
    })
    // Taken back, it is kept back again.
    expect(await valueOn('2024-06-01', '主营业务收入')).toBeNull()
  })
})

describe('leases', () => {
  const titles = ['租用面积', '租金单价', '当年租赁月数', '合同租期', '租赁起始日', '租赁年次', '租用区属国企存量楼宇']
  it('not in the books tell nothing: the firm may rent elsewhere', async () => {
    expect(await factsOn(today, titles)).toEqual({})
  })

  it('tell area, months, first day and year of renting', async () => {
    const stock = await openBuilding(at, { name: '数字谷一号楼', storeys: [{ number: 1, units: { 101: 60.15 } }] })
    await signed(at, [stock.units['101']!], { enterprise: firm.id })
    const found = await factsOn(today, titles)
    expect(found).toMatchObject({
      租用面积: { value: 6015, source: '租约台账' },
      // From 1 April: April, May, and June as far as it has come.
      当年租赁月数: { value: 3 },
      合同租期: { value: 12 },
      租赁起始日: { value: '2024-04-01' },
      租赁年次: { value: 1 },
    })
    expect(await factsOn('2024-03-31', titles)).toEqual({})
  })
})

it('firms come by portions, each once, with only the facts asked for', async () => {
  await onFile(at, 2)
  await onFile(at, 3)
  const found = await at.run(system, today, async (ctx) => {
    const portions: string[][] = []
    for await (const firms of everybody(ctx, { day: today, titles: ['正常存续'] }, 2))
      portions.push(firms.map(({ firm, facts }) => `${firm.id} ${Object.keys(facts)}`))
    return portions
  })
  expect(found.every((portion) => portion.length <= 2)).toBe(true)
  const all = found.flat()
  expect(new Set(all).size).toBe(all.length)
  expect(all.every((one) => one.endsWith(' 正常存续'))).toBe(true)
})
