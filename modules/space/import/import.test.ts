/** Buildings and units by spreadsheet: every trouble is told at its cell, nothing is written half, and what was handed on reads in again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#modules/index.ts'
import { intakeActions } from '#modules/intake/actions/intake.ts'
import { intakeRowActions } from '#modules/intake/actions/row.ts'
import { readIntake } from '#modules/intake/read.ts'
import { type Actor, machine } from '#platform/context.ts'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal, region } from '#test/it.ts'
import { onFile } from '#test/lease.ts'
import { type Line, workbookOf } from '#test/sheets.ts'
import { hold } from '#test/space.ts'
import { buildingImporter } from './building.ts'
import { floorRead } from './columns.ts'
import { unitImporter } from './unit.ts'

const { enterprise, space } = modules
const importers = [buildingImporter, unitImporter]
const intake = intakeActions(importers)
const { rows: intakeRows } = intakeRowActions(importers)
const today = '2024-06-28'
let at: Firms
beforeAll(async () => {
  at = await openFirms()
})
afterAll(() => at.close())

async function upload(ledger: 'building' | 'unit', lines: Line[] | Uint8Array, by: Actor = at.who.jin) {
  const bytes = Array.isArray(lines) ? await workbookOf(lines) : Buffer.from(lines)
  const { id } = await at.play(by, today, intake.start, { ledger, file: { name: '台账.xlsx', bytes } })
  await readIntake({ run: (actor, _, work) => at.run(actor, today, work) }, machine(region), importers, id)
  return at.play(by, today, intake.show, { id })
}
async function put(ledger: 'building' | 'unit', lines: Line[], by?: Actor) {
  const { id } = await upload(ledger, lines, by)
  return at.play(by ?? at.who.jin, today, intake.commit, { id })
}
async function problems(ledger: 'building' | 'unit', lines: Line[], by: Actor = at.who.jin) {
  const { id } = await upload(ledger, lines, by)
  const { rows } = await at.play(by, today, intakeRows, { id, kind: 'bad' })
  return rows.map(({ row, bad }) => [row, ...bad.map(({ heading, problem }) => `${heading}：${problem}`)])
}

const house = (name: string, rest: Line = {}): Line => ({
  楼宇名称: name,
  所在园城: '缙云园城',
  所在镇街: '天生街道',
  地址: '示例路 1 号',
  产权性质: '国有',
  产权单位: '缙云公司',
  不动产权证: '已办证',
  '地上层数（层）': 10,
  '地下层数（层）': 1,
  '建筑面积（㎡）': 10000,
  ...rest,
})
const room = (楼宇: string, 楼层: string | number, 单元号: string | null, rest: Line = {}): Line => ({
  楼宇,
  楼层,
  单元号,
  用途: '办公',
  '建筑面积（㎡）': 100,
  ...rest,
})
const floorArea = '楼层面积（㎡）'
const show = async (name: string) => {
  const { rows } = await at.play(at.who.office, today, space.listBuildings, { words: name })
  return at.play(at.who.office, today, space.showBuilding, { id: rows[0]!.id })
}

describe('buildings', () => {
  it('come on the ledger with what the sheet says, the pin in WGS-84', async () => {
    const rest = {
      配套设施: '食堂、会议室',
      '经度（°）': 106.43,
      '纬度（°）': 29.82,
      坐标系: 'GCJ-02',
      楼长: '老秦',
      建成年份: 2015,
    }
    expect(await put('building', [house('一号楼', rest), house('二号楼')])).toMatchObject({ done: 2 })
    const { building } = await show('一号楼')
    expect(building).toMatchObject({
      facilities: ['canteen', 'meeting'],
      datum: 'GCJ-02',
      precision: 'approx',
      keeperName: '老秦',
      asOf: today,
    })
    expect(building.longitude).not.toBe(106.43)
    expect((await show('二号楼')).building).toMatchObject({ longitude: null, datum: null, facilities: [], source: '表格导入' })
  })

  it('on the ledger are kept up by their name; what is empty stays, what is the same changes nothing', async () => {
    const told = await upload('building', [house('一号楼', { '停车位（个）': 80 }), house('二号楼')])
    expect(told).toMatchObject({ changed: 1, fresh: 0, bad: 0 })
    const { rows } = await at.play(at.who.jin, today, intakeRows, { id: told.id, kind: 'changed' })
    expect(rows[0]!.changes).toEqual([{ heading: '停车位（个）', from: null, to: '80' }])
    await at.play(at.who.jin, today, intake.commit, { id: told.id })
    expect((await show('一号楼')).building).toMatchObject({ parking: 80, facilities: ['canteen', 'meeting'], keeperName: '老秦' })
  })

  it.each<[Line, string]>([
    [{ 产权单位: null }, '产权单位：新登记的楼宇请填写产权单位'],
    [{ 所在园城: '蔡家园城' }, '所在园城：园城只能导入本园城范围内的楼宇，其他范围的请由领导小组办公室导入'],
    [
      { 配套设施: '食堂、泳池' },
      '配套设施：“泳池”不在可选设施之中，只能填写食堂、会议室、宿舍、停车、路演厅、轨道交通、公交、充电桩',
    ],
    [{ '经度（°）': 106.43 }, '纬度（°）：经度和纬度应同时填写'],
    [{ '经度（°）': 29.8, '纬度（°）': 106.4 }, '经度（°）：经度应在 73 至 136 之间，纬度应在 3 至 54 之间，经度和纬度似已填反'],
    [{ 数据截至: '2024-07-01' }, '数据截至：数据截至不能晚于今天'],
    [{ 所属载体: '无名谷' }, '所属载体：没有找到这个载体，请先在楼宇台账中登记载体，现为“无名谷”'],
  ])('are told what is wrong with %j', async (rest, problem) => {
    expect(await problems('building', [house('三号楼', rest)])).toEqual([[2, problem]])
  })

  it('of another park are not this park’s to change', async () => {
    await put('building', [house('蔡家楼', { 所在园城: '蔡家园城', 所在镇街: '蔡家岗街道' })], at.who.office)
    expect(await problems('building', [house('蔡家楼', { 所在园城: null, 地址: '改址' })])).toEqual([
      [2, '楼宇名称：园城只能导入本园城范围内的楼宇，其他范围的请由领导小组办公室导入'],
    ])
  })

  it('that go over to another park take along the enterprises in them', async () => {
    await put('building', [house('迁出楼')])
    const { id } = await onFile(at, 1, { building: '迁出楼' })
    const next = house('迁出楼', { 所在园城: '蔡家园城', 所在镇街: '蔡家岗街道' })
    await put('building', [next], at.who.office)
    const { names, file } = await at.play(at.who.office, today, enterprise.show, { id })
    expect([names.zone, names.town, file.building]).toEqual(['蔡家园城', '蔡家岗街道', '迁出楼'])
  })
})

describe('units', () => {
  it('come with floors that are not there yet', async () => {
    const lines = [
      room('一号楼', 3, '301', { [floorArea]: 1000, '参考租金（元/㎡·月）': 40 }),
      room('一号楼', '３层', '302', { '建筑面积（㎡）': 900 }),
      room('一号楼', -1, 'B01', { [floorArea]: 500, 用途: '共享配套' }),
    ]
    expect(await put('unit', lines)).toMatchObject({ done: 3 })
    const { floors } = await show('一号楼')
    expect(
      floors.map(({ number, area, units }) => [number, area, units.map(({ name, area, use }) => [name, area, use])]),
    ).toEqual([
      [
        3,
        1000,
        [
          ['301', 100, 'office'],
          ['302', 900, 'office'],
        ],
      ],
      [-1, 500, [['B01', 100, 'shared']]],
    ])
  })

  it.each<[string, Line[], (number | string)[][]]>([
    [
      'a place that is none',
      [room('一号楼', '三', null)],
      [[2, '楼层：应为楼层数，如 3，地下一层写 -1，现为“三”', '单元号：请填写单元号']],
    ],
    ['a building that is none', [room('九号楼', 1, '101')], [[2, '楼宇：没有找到名为“九号楼”的楼宇，请先登记楼宇']]],
    ['a floor it has not', [room('一号楼', 11, '101')], [[2, '楼层：该楼地上 10 层、地下 1 层，没有 11 层']]],
    [
      'another park’s building',
      [room('蔡家楼', 1, '101')],
      [[2, '楼宇：园城只能导入本园城范围内的楼宇，其他范围的请由领导小组办公室导入']],
    ],
    ['a floor of no area', [room('一号楼', 4, '401')], [[2, '楼层面积（㎡）：4 层尚未登记，请填写楼层面积']]],
    [
      'a floor of another area',
      [room('一号楼', 3, '301', { [floorArea]: 999 })],
      [[2, '楼层面积（㎡）：与台账中该层的 1000 ㎡ 不一致，请在楼宇台账中更正楼层面积']],
    ],
    [
      'too much of a floor',
      [room('一号楼', 3, '303', { '建筑面积（㎡）': 0.01 })],
      [[2, '建筑面积（㎡）：3 层各单元面积合计 1000.01 ㎡，超过楼层面积 1000 ㎡（有单元调减的，请将其放在前面的行）']],
    ],
    ['one unit twice', [room('一号楼', 3, '301'), room('一号楼', 3, '301')], [[3, '单元号：与第 2 行重复，请只保留一行']]],
    [
      'nothing said of its use',
      [room('一号楼', 3, '303', { 用途: null, '建筑面积（㎡）': 0 })],
      [[2, '用途：新登记的单元请填写用途', '建筑面积（㎡）：建筑面积应大于 0']],
    ],
    [
      'more net than whole',
      [room('一号楼', 3, '301', { '使用面积（㎡）': 100.01 })],
      [[2, '使用面积（㎡）：使用面积 100.01 ㎡ 超过建筑面积 100 ㎡']],
    ],
  ])('are told of %s', async (_, lines, expected) => {
    expect(await problems('unit', lines)).toEqual(expected)
  })

  it('may change sizes among themselves as long as the floor holds them', async () => {
    const lines = [room('一号楼', 3, '302', { '建筑面积（㎡）': 800 }), room('一号楼', 3, '301', { '建筑面积（㎡）': 200 })]
    expect(await put('unit', lines)).toMatchObject({ done: 2 })
    expect((await show('一号楼')).areas.unitArea).toBe(1100)
  })

  it('are known by building, floor and name together', async () => {
    const told = await upload('unit', [room('一号楼', '3F', '301', { 装修情况: '精装' }), room('一号楼', 'B1', '301')])
    expect(told).toMatchObject({ bad: 0, changed: 1, fresh: 1 })
    const { rows } = await at.play(at.who.jin, today, intakeRows, { id: told.id, kind: 'changed' })
    expect(rows[0]).toMatchObject({ key: '一号楼/3/301', name: '301' })
    expect(rows[0]!.changes).toContainEqual({ heading: '装修情况', from: null, to: '精装' })
  })

  it('are written all or none: a lease that is in the way of one leaves all as they were', async () => {
    const { floors } = await show('一号楼')
    await hold(at, { unit: floors[0]!.units[0]!.id, since: today, until: '2025-06-28' })
    const lines = [room('一号楼', 3, '302', { '参考租金（元/㎡·月）': 55 }), room('一号楼', 3, '301', { '建筑面积（㎡）': 150 })]
    expect(await refusal(put('unit', lines))).toMatch(/^单元“301”已由租约 .* 租出 200.00 ㎡ 至 2025-06-27，不能停用或减少面积$/)
    expect((await show('一号楼')).floors[0]!.units[1]).toMatchObject({ rent: null })
  })

  it('put on the ledger by another in between are looked at once more', async () => {
    const { id } = await upload('unit', [room('一号楼', -1, 'B02')])
    await put('unit', [room('一号楼', -1, 'B02')])
    expect(await refusal(at.play(at.who.jin, today, intake.commit, { id }))).toBe(
      '第 2 行的单元在检查之后有变动，请点“重新检查”后再提交',
    )
  })

  it('handed on as a sheet change nothing when they are read in again', async () => {
    for (const ledger of ['unit', 'building'] as const) {
      const { bytes } = await at.play(at.who.office, today, ledger === 'unit' ? space.exportUnits : space.exportBuildings, {})
      const told = await upload(ledger, bytes, at.who.office)
      expect(told).toMatchObject({ bad: 0, fresh: 0, changed: 0 })
      expect(told.total).toBeGreaterThan(2)
    }
  })

  it('have a template with a page that explains its columns', async () => {
    for (const ledger of ['unit', 'building'] as const)
      expect((await at.play(at.who.jin, today, intake.template, { ledger })).bytes.length).toBeGreaterThan(5000)
  })
})

describe('a floor', () => {
  it('is read as people write it', () => {
    expect(['3', '12F', '6层', '-1', 'B2', '地下1层', '负2楼'].map(floorRead)).toEqual([3, 12, 6, -1, -2, -1, -2])
    for (const wrong of ['0', '三', '3-4', 'A', '']) expect(floorRead(wrong)).toBeNull()
  })
})
