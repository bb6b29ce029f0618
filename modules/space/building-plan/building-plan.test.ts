/** One building, one policy: versions by date, measures told by those who answer for them, and the sheet on paper. */
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Firms, openFirms } from '#test/firms.ts'
import { refusal } from '#test/it.ts'
import { openBuilding, type Stock } from '#test/space.ts'
import {
  addBuildingMeasure,
  editBuildingMeasure,
  editBuildingPlan,
  tellBuildingMeasure,
  writeBuildingPlan,
} from '../actions/building-plan.ts'
import { buildingPlanShown, buildingPlans, printBuildingPlan } from '../actions/building-plans.ts'
import { showBuilding } from '../actions/ledger/building.ts'
import { occupy } from '../history/occupy.ts'
import { offersOf } from './sheet.ts'

let at: Firms
let stock: Stock
let elsewhere: Stock
const today = '2024-06-28'
beforeAll(async () => {
  at = await openFirms()
  stock = await openBuilding(at, { name: '一号楼', storeys: [{ number: 1, units: { '101': 400.5, '102': 99.5 } }] })
  const zone = at.org('蔡家园城')
  elsewhere = await openBuilding(at, { name: '二号楼', by: at.who.office, zone, storeys: [] })
})
afterAll(() => at.close())

const words = { positioning: '软件研发总部', tenants: '工业软件企业', directions: ['工业软件'], goal: '入驻率达到八成' }
type Measure = Parameters<typeof addBuildingMeasure>[1]
const write = (since: string, who = at.who.jin, building = stock.building) =>
  at.play(who, today, writeBuildingPlan, { building, since, ...words })
const add = (buildingPlan: string, rest: Partial<Measure> = {}, who = at.who.jin) =>
  at.play(who, today, addBuildingMeasure, {
    buildingPlan,
    kind: 'rent',
    content: '首年租金减半',
    benefit: '每平方米每月补贴 20 元',
    owner: at.org('科技局'),
    dueOn: '2024-06-20',
    public: true,
    ...rest,
  })
const tell = (id: string, who = at.who.science, progress = '已拨付首批') =>
  at.play(who, today, tellBuildingMeasure, { id, state: 'underway', progress })
const shown = (who = at.who.office, version?: string, on = today) =>
  at.play(who, on, buildingPlanShown, { building: stock.building, version })

describe('the sheet of a building', () => {
  it('has versions by date; the next takes along the measures that were not given up', async () => {
    const first = await write('2024-01-01')
    const rent = await add(first.id)
    const cloud = await add(first.id, {
      kind: 'cloud',
      content: '上云券',
      public: false,
      benefit: null,
      owner: at.org('天生街道'),
    })
    await tell(rent.id)
    await at.play(at.who.jin, today, tellBuildingMeasure, { id: cloud.id, state: 'stopped', progress: '政策到期' })
    expect(await refusal(write('2024-01-01'))).toBe('生效日期应晚于现有版本的 2024-01-01；只改文字的，请修改该版本')
    const second = await write('2024-06-01')
    expect(await shown()).toMatchObject({
      sheet: { id: second.id, since: '2024-06-01', madeBy: '老秦' },
      versions: [{ since: '2024-06-01' }, { since: '2024-01-01' }],
      measures: [
        {
          content: '首年租金减半',
          state: 'underway',
          progress: '已拨付首批',
          progressOn: today,
          overdue: true,
          ownerName: '科技局',
        },
      ],
      isLatest: true,
      keeps: true,
    })
    expect((await at.play(at.who.office, today, showBuilding, { id: stock.building })).measures).toBe(1)
    const old = await shown(at.who.office, first.id)
    expect(old.measures.map(({ content }) => content).sort()).toEqual(['上云券', '首年租金减半'].sort())
    expect(old.isLatest).toBe(false)
    expect((await shown(at.who.office, undefined, '2024-05-31')).sheet).toMatchObject({ since: '2024-01-01' })
    const late = '该版本已由 2024-06-01 起的版本接替，不能改动'
    expect(await refusal(at.play(at.who.jin, today, editBuildingPlan, { id: first.id, ...words }))).toBe(late)
    expect(await refusal(add(first.id))).toBe(late)
    expect(await refusal(tell(rent.id))).toBe('该版本已由 2024-06-01 起的版本接替，请在新版本中填报')
  })

  it('is its keeper’s to write; a measure is told by its owner and by nobody else’s department', async () => {
    const { sheet, measures } = await shown()
    const [rent] = measures
    const town = await add(sheet!.id, { kind: 'network', content: '宽带免费一年', owner: at.org('天生街道'), dueOn: null })
    expect(await refusal(tell(town.id))).toBe('该措施由“天生街道”负责，只有该单位和楼宇的维护单位可以填报进展')
    expect(await refusal(tell(rent!.id, at.who.cai))).toContain('该措施由“科技局”负责')
    await tell(town.id, at.who.tian, '已开通')
    expect(await refusal(tell(town.id, at.who.tian, '已开通'))).toBe(`进展与 ${today} 填报的相同（推进中）`)
    await tell(rent!.id, at.who.office, '已拨付二批')
    expect(await refusal(tell(rent!.id, at.who.leader))).toBe('您没有“填报措施进展”的权限')
    const edit = { id: rent!.id, kind: 'rent', content: '租金全免', owner: at.org('科技局'), public: false } as const
    expect(await refusal(at.play(at.who.science, today, editBuildingMeasure, edit))).toBe('您没有“修改楼宇措施”的权限')
    expect(await refusal(write('2024-07-01', at.who.jin, elsewhere.building))).toContain('园城只能维护本园城范围内的楼宇')
    const mine = (await shown(at.who.science)).measures.filter(({ tells }) => tells)
    expect(mine.map(({ content }) => content)).toEqual(['首年租金减半'])
    const { rows, measures: all } = await at.play(at.who.tian, today, buildingPlans, {})
    expect(rows).toMatchObject([
      { name: '一号楼', since: '2024-06-01', measures: 2, done: 0, overdue: 1 },
      { name: '二号楼', since: null, measures: 0 },
    ])
    expect(all.filter(({ mine }) => mine).map(({ content }) => content)).toEqual(['宽带免费一年'])
  })

  it('refuses what does not go, each in its sentence', async () => {
    const { sheet } = await shown()
    expect(await refusal(add(sheet!.id, { benefit: null }))).toBe('对外公布的措施应写明标准')
    expect(await refusal(add(sheet!.id, { owner: at.org('甲企业') }))).toBe('责任单位应从本区单位中选择')
    expect(await refusal(add(sheet!.id, { content: '' }))).toBe('请填写内容')
    const print = at.play(at.who.office, today, printBuildingPlan, { building: elsewhere.building })
    expect(await refusal(print)).toBe('“二号楼”尚未编制一楼一策，没有可以导出的内容')
  })

  it('shows visitors what is offered in public and nothing else', async () => {
    const { sheet } = await shown()
    await add(sheet!.id, { kind: 'adaptation', content: '内部测算', public: false })
    const offered = await at.run(at.who.visitor, today, (ctx) => offersOf(ctx, stock.building))
    expect(offered.map(({ content }) => content)).toEqual(['宽带免费一年', '首年租金减半'])
    expect(offered[1]).toEqual({ kind: 'rent', content: '首年租金减半', benefit: '每平方米每月补贴 20 元' })
  })

  it('is printed with the facts and figures of the ledger', async () => {
    const stay = { enterprise: null, occupant: '甲公司', division: null, area: 250.25, since: '2024-05-01' }
    await at.run(at.who.jin, today, (ctx) => occupy(ctx, { unit: stock.units['101']!, ...stay, evidence: null, note: null }))
    const { name, bytes } = await at.play(at.who.science, today, printBuildingPlan, { building: stock.building })
    expect(name).toBe('一号楼“一楼一策”工作方案.docx')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    for (const words of [
      '一号楼“一楼一策”工作方案',
      '2024年6月1日起执行，数据截至2024年6月28日',
      '示例路 1 号',
      '缙云园城',
      '10,000㎡',
      '现有单元2个、建筑面积500㎡',
      '实际使用250.25㎡，使用率50.1%，空置99.5㎡',
      '软件研发总部',
      '首年租金减半',
      '已逾期',
      '已拨付二批（2024年6月28日）',
    ])
      expect(value).toContain(words)
  })
})
