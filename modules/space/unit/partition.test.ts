/** Units split and merged: areas stay to the hundredth, what was there on any day can be told, and nobody loses his room. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysAfter } from '#modules/enterprise/rule.ts'
import { modules } from '#modules/index.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { hold, openBuilding, type Stock, use } from '#test/space.ts'
import { unitsOn } from '../ledger/queries.ts'
import { joined } from './adjoin.ts'

const { space } = modules
const today = '2024-06-28'
let at: Firms
let stock: Stock
beforeAll(async () => {
  at = await openFirms()
  const units = { 101: 100.1, 102: 50.2, 103: { area: 60, use: 'plant' as const }, 104: 30, 105: 30 }
  stock = await openBuilding(at, {
    name: '数字谷一号楼',
    storeys: [
      { number: 1, units },
      { number: 2, units: { 201: 100, 202: 80 } },
    ],
  })
  await hold(at, { unit: stock.units['104']!, since: '2024-02-01', until: '2025-02-01' })
  await use(at, { unit: stock.units['105']!, since: '2024-02-10', until: '2024-06-20' })
})
afterAll(() => at.close())

const split = (id: string, parts: object[], on = today, by = at.who.jin) =>
  at.play(by, today, space.splitUnit, { id, on, parts: parts.map((part) => ({ netArea: null, ...part })) as never })
const merge = (ids: string[], name: string, on = today) => at.play(at.who.jin, today, space.mergeUnits, { ids, on, name })
const join = (one: string, other: string) => at.play(at.who.jin, today, space.joinUnits, { one, other })
const of = (name: string) => stock.units[name]!
const halves = (area: number, names = ['甲', '乙']) => names.map((name) => ({ name, area: area / 2 }))

describe('splitting', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    [
      'areas that do not add up',
      () =>
        split(of('101'), [
          { name: '甲', area: 60 },
          { name: '乙', area: 40.11 },
        ]),
      '拆分后面积合计 100.11 ㎡，与单元“101”的建筑面积 100.1 ㎡ 不符，多 0.01 ㎡',
    ],
    ['one part', () => split(of('101'), [{ name: '甲', area: 100.1 }]), '请至少拆成两个单元'],
    [
      'a part of nothing',
      () =>
        split(of('101'), [
          { name: '甲', area: 100.1 },
          { name: '乙', area: 0 },
        ]),
      '单元“乙”的建筑面积应大于 0',
    ],
    ['one name twice', () => split(of('101'), halves(100.1, ['甲', '甲'])), '单元号“甲”写了两次，请改为不同的单元号'],
    ['a name in use', () => split(of('101'), halves(100.1, ['甲', '102'])), '该层已有单元“102”，请改用其他单元号'],
    ['a day to come', () => split(of('101'), halves(100.1), '2024-07-01'), '拆分日期不能晚于今天'],
    [
      'a day before it was',
      () => split(of('101'), halves(100.1), '2024-01-01'),
      '单元“101”自 2024-01-01 启用，拆分日期应晚于该日',
    ],
    ['a lease past the day', () => split(of('104'), halves(30)), '单元“104”已出租至 2025-01-31，不能自 2024-06-28 起拆分'],
    [
      'a use past the day',
      () => split(of('105'), halves(30), '2024-06-19'),
      '单元“105”有单位在用至 2024-06-19，不能自 2024-06-19 起拆分',
    ],
  ])('is refused with %s', async (_, attempt, sentence) => {
    expect(await refusal(attempt())).toBe(sentence)
  })

  it('is refused to who does not keep the building', async () => {
    expect(await refusal(split(of('101'), halves(100.1), today, at.who.cai))).toBe('您没有“拆分单元”的权限')
  })

  it('ends the unit and begins its parts, which lie beside one another', async () => {
    const { ids } = await split(of('101'), [
      { name: '101', area: 60.05 },
      { name: '101A', area: 40.05 },
    ])
    const { floors, past } = await at.play(at.who.office, today, space.showBuilding, { id: stock.building })
    const born = floors[1]!.units.filter(({ id }) => ids.includes(id))
    expect(born.map(({ name, area, since, origins, listed, rent }) => [name, area, since, origins, listed, rent])).toEqual([
      ['101', 60.05, today, [of('101')], false, 40],
      ['101A', 40.05, today, [of('101')], false, 40],
    ])
    expect(born.map(({ neighbours }) => neighbours)).toEqual([[ids[1]], [ids[0]]])
    expect(past.map(({ name, until }) => [name, until])).toEqual([['101', today]])
    expect(await refusal(split(of('101'), halves(100.1)))).toBe('单元“101”已于 2024-06-28 停用，不能拆分')
  })

  it('is not hindered by a use that was annulled', async () => {
    const file = { name: '入驻确认单.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4 入驻')) }
    const stay = { unit: of('202'), occupant: '从未入驻公司', area: 80, since: '2024-06-25', file }
    await at.play(at.who.jin, today, space.recordOccupancy, stay)
    const { rows } = await at.play(at.who.jin, today, space.occupancies, { unit: of('202') })
    expect(await refusal(split(of('202'), halves(80), '2024-06-20'))).toBe('单元“202”有单位在用，不能自 2024-06-20 起拆分')
    await at.play(at.who.jin, today, space.annulOccupancy, { id: rows[0]!.id, reason: '登记有误' })
    expect((await split(of('202'), halves(80), '2024-06-20')).ids).toHaveLength(2)
  })
})

describe('merging', () => {
  it('is refused unless the units can be one', async () => {
    const parts = (await at.run(at.who.office, today, (ctx) => unitsOn(ctx, stock.building, today))).filter(({ name }) =>
      name.startsWith('101'),
    )
    const [a, b] = parts.map(({ id }) => id) as [string, string]
    expect(await refusal(merge([a], '1'))).toBe('请选择两个以上的单元')
    expect(await refusal(merge([a, a], '1'))).toBe('同一单元只能选择一次')
    // On the day they began they cannot end.
    expect(await refusal(merge([a, b], '1'))).toBe('单元“101”自 2024-06-28 启用，合并日期应晚于该日')
    expect(await refusal(merge([of('102'), of('201')], '1'))).toBe('单元“102”与“201”不在同一楼层，不能合并')
    expect(await refusal(merge([of('102'), of('103')], '1'))).toBe('单元“102”为办公、“103”为厂房，请先将用途改为一致再合并')
    expect(await refusal(merge([of('102'), of('105')], '1'))).toBe(
      '单元“105”与其余单元没有登记为相邻，不能合并；确实相邻的，请先登记相邻关系',
    )
    expect(await refusal(merge([of('102'), of('104')], '1'))).toBe('单元“104”已出租至 2025-01-31，不能自 2024-06-28 起合并')
    await join(of('102'), of('105'))
    expect(await refusal(merge([of('102'), of('105')], '103'))).toBe('该层已有单元“103”，请改用其他单元号')
  })

  it('keeps the whole area and whoever lay beside', async () => {
    await join(of('105'), of('103'))
    const { id } = await merge([of('102'), of('105')], '102')
    const { floors } = await at.play(at.who.office, today, space.showBuilding, { id: stock.building })
    const born = floors[1]!.units.find((unit) => unit.id === id)!
    expect(born).toMatchObject({ name: '102', area: 80.2, neighbours: [of('103')], since: today })
    expect([...born.origins].sort()).toEqual([of('102'), of('105')].sort())
  })

  it('is refused for pairs that are none', async () => {
    expect(await refusal(join(of('103'), of('103')))).toBe('单元不能与自己相邻')
    expect(await refusal(join(of('103'), of('102')))).toBe('单元“102”已于 2024-06-28 停用，不能登记相邻关系')
  })
})

describe('joined', () => {
  it('names the first that cannot be reached', () => {
    const pairs = new Map([
      ['a', ['b']],
      ['b', ['a', 'c']],
      ['c', ['b']],
    ])
    expect(joined(['a', 'b', 'c'], pairs)).toEqual({ apart: null })
    expect(joined(['a', 'c'], pairs)).toEqual({ apart: 'c' })
    expect(joined(['a', 'b', 'd'], pairs)).toEqual({ apart: 'd' })
  })
})

describe('any order of splitting and merging', () => {
  it('keeps the area of the floor on every day, each day as it was', async () => {
    let n = 0
    const step = fc.record({ split: fc.boolean(), which: fc.nat(), cut: fc.double({ min: 0.05, max: 0.95, noNaN: true }) })
    const hundredths = (units: { area: number }[]) => units.reduce((sum, { area }) => sum + Math.round(area * 100), 0)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1000, max: 90_000 }),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async (whole, steps) => {
          n += 1
          const { building } = await openBuilding(at, {
            name: `演算楼${n}`,
            storeys: [{ number: 1, units: { 大开间: { area: whole / 100, since: '2024-01-01' } } }],
          })
          const living = () => at.run(at.who.office, today, (ctx) => unitsOn(ctx, building, today))
          const seen: { day: string; names: string[] }[] = []
          for (const [i, { split: splits, which, cut }] of steps.entries()) {
            const day = daysAfter('2024-01-02', i * 3)
            const now = await living()
            const one = now[which % now.length]!
            const left = Math.round(one.area * 100 * cut)
            if (splits && left > 0 && left < Math.round(one.area * 100))
              await split(
                one.id,
                [
                  { name: `${i}左`, area: left / 100 },
                  { name: `${i}右`, area: (Math.round(one.area * 100) - left) / 100 },
                ],
                day,
              )
            else if (now.length > 1) {
              const other = now[(which + 1) % now.length]!
              await join(one.id, other.id)
              await merge([one.id, other.id], `${i}合`, day)
            }
            seen.push({ day, names: (await living()).map(({ name }) => name).sort() })
          }
          for (const { day, names } of seen)
            for (const then of [day, daysAfter(day, 2)]) {
              const units = await at.run(at.who.office, today, (ctx) => unitsOn(ctx, building, then))
              expect(units.map(({ name }) => name).sort()).toEqual(names)
              expect(hundredths(units)).toBe(whole)
            }
        },
      ),
      { numRuns: 12 },
    )
  })
})
