/** Breaking a task down: who may set measures and milestones, finish them, and open what proves them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type District, openDistrict, publishPlan, refusal, type Town } from '#test/it.ts'
import { task as showTask } from './actions/board.ts'
import { mine } from './actions/duty.ts'
import { addMeasure, dropMeasure, editMeasure } from './actions/measure.ts'
import { addMilestone, attachEvidence, editMilestone, evidence, finishMilestone, reopenMilestone } from './actions/milestone.ts'
import { milestones } from './tables.ts'

let at: District
let town: Town
let measure: string
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
  measure = (await at.play(town.office, day, addMeasure, plan({}))).id
})
afterAll(() => at.close())

const day = '2024-09-26'
const plan = (of: object) => ({
  task: town.tasks.building,
  title: '清查楼宇',
  owner: town.org.经信委,
  startsOn: '2024-03-01',
  dueOn: '2024-12-31',
  ...of,
})
const node = (of: object) => ({
  measure,
  title: '交付台账',
  owner: town.org.财政局,
  dueOn: '2024-10-12',
  evidenceWanted: '台账',
  ...of,
})
const add = (of: object = {}, who = town.office) => at.play(who, day, addMilestone, node(of))
const show = (on = day, who = town.office) => at.play(who, on, showTask, { key: town.tasks.building })

describe('measures', () => {
  it('are changed and given up with a reason, and say so from that day on', async () => {
    const { id } = await at.play(town.office, '2024-05-06', addMeasure, plan({ title: '临时举措' }))
    await at.play(town.office, '2024-05-06', editMeasure, { ...plan({ title: '试点举措' }), id })
    await at.play(town.office, '2024-06-03', dropMeasure, { id, reason: '并入其他举措' })
    const on = async (on: string) => (await show(on)).measures.find((row) => row.id === id)
    expect(await on('2024-05-01')).toBeUndefined()
    expect(await on('2024-06-02')).toMatchObject({ title: '试点举措', droppedOn: null, dropReason: null })
    expect(await on('2024-06-03')).toMatchObject({ droppedOn: '2024-06-03', dropReason: '并入其他举措', ownerName: '经信委' })
    expect(await refusal(at.play(town.office, day, editMeasure, { ...plan({}), id }))).toBe('该举措已终止，不能再改动')
    expect(await refusal(at.play(town.office, day, dropMeasure, { id, reason: '再次' }))).toBe('该举措已终止，不能再改动')
    expect(await refusal(add({ measure: id }))).toBe('该举措已终止，不能再改动')
  })

  it('refuse what does not go, each in its sentence', async () => {
    const elsewhere = '00000000-0000-4000-8000-000000000000'
    const tell = (of: object, who = town.office) => refusal(at.play(who, day, addMeasure, plan(of)))
    expect(await tell({ dueOn: '2024-02-01' })).toBe('完成期限不能早于开始日期')
    expect(await tell({ title: '' })).toBe('请填写举措')
    expect(await tell({ task: elsewhere })).toBe('没有找到该任务，它可能已被移除，或不在您可以查看的范围内')
    expect(await tell({ owner: town.org.科技局 })).toBe('责任单位应是该任务的牵头单位或配合单位')
    expect(await tell({}, town.leader)).toBe('您没有“分解举措”的权限')
    // 财政局 only cooperates: the database refuses.
    expect(await tell({}, town.finance)).toBe('您只能改动本单位的数据')
    expect(await refusal(at.play(town.finance, day, editMeasure, { ...plan({}), id: measure }))).toBe('您只能改动本单位的数据')
    expect(await refusal(at.play(town.finance, day, dropMeasure, { id: elsewhere, reason: '无' }))).toBe(
      '没有找到该举措，它可能已被移除，或不在您可以查看的范围内',
    )
    await add({ title: '年末验收', dueOn: '2024-12-20' })
    expect(await refusal(at.play(town.office, day, editMeasure, { ...plan({ dueOn: '2024-11-30' }), id: measure }))).toBe(
      '节点“年末验收”的期限 2024-12-20 不在新的举措期限之内，请先调整该节点',
    )
  })
})

describe('milestones', () => {
  it('are finished by their owner with evidence, and reopened when that was a mistake', async () => {
    const { id } = await add()
    await at.play(town.office, day, editMilestone, { id, ...node({ title: '交付全区台账', dueOn: '2024-10-11' }) })
    await at.play(town.finance, day, finishMilestone, { id, doneOn: '2024-09-25', evidence: '台账已交付' })
    const found = async (on = day) => (await show(on)).milestones.find((row) => row.id === id)
    expect(await found()).toMatchObject({
      title: '交付全区台账',
      doneOn: '2024-09-25',
      evidence: '台账已交付',
      ownerName: '财政局',
    })
    expect(await refusal(at.play(town.office, day, editMilestone, { id, ...node({}) }))).toBe('该节点已办结，如有误请先撤销办结')
    expect(await refusal(at.play(town.finance, day, finishMilestone, { id, doneOn: day, evidence: '又' }))).toBe(
      '该节点已办结，如有误请先撤销办结',
    )
    await at.play(town.finance, day, reopenMilestone, { id })
    expect(await found()).toMatchObject({ doneOn: null, evidence: null })
    expect(await refusal(at.play(town.finance, day, reopenMilestone, { id }))).toBe('该节点尚未办结')
  })

  it('that were finished later are still open on an earlier day', async () => {
    const { id } = await add({ title: '验收' })
    await at.play(town.finance, '2024-10-08', finishMilestone, { id, doneOn: '2024-10-08', evidence: '验收单' })
    const on = async (on: string) => (await show(on)).milestones.find((row) => row.id === id)
    expect(await on('2024-10-07')).toMatchObject({ doneOn: null, evidence: null, files: [] })
    expect(await on('2024-10-08')).toMatchObject({ doneOn: '2024-10-08' })
    expect(await on('2024-09-25')).toBeUndefined()
  })

  it('refuse what does not go, each in its sentence', async () => {
    const { id } = await add({ title: '签订协议' })
    const done = { id, doneOn: day, evidence: '协议' }
    expect(await refusal(add({ dueOn: '2025-01-01' }))).toBe('节点期限应在举措期限 2024-03-01 至 2024-12-31 之内')
    expect(await refusal(add({ owner: town.org.科技局 }))).toBe('责任单位应是该任务的牵头单位或配合单位')
    expect(await refusal(add({}, town.finance))).toBe('您只能改动本单位的数据')
    expect(await refusal(at.play(town.finance, day, finishMilestone, { ...done, doneOn: '2024-09-27' }))).toBe(
      '完成日期不能晚于今天',
    )
    expect(await refusal(at.play(town.finance, day, finishMilestone, { ...done, evidence: '' }))).toBe('请填写佐证说明')
    expect(await refusal(at.play(town.science, day, finishMilestone, done))).toBe('您只能改动本单位的数据')
    expect(await refusal(at.play(town.leader, day, finishMilestone, done))).toBe('您没有“完成节点”的权限')
    const lead = { ...town.office, role: 'department' } as const
    expect(await refusal(at.play(lead, day, finishMilestone, done))).toBe('只有节点的责任单位可以办结该节点')
    const file = { name: '协议.pdf', bytes: new Uint8Array([1]) }
    expect(await refusal(at.play(lead, day, attachEvidence, { id, file }))).toBe('只有节点的责任单位可以上传佐证')

    const { id: other } = await at.play(town.office, day, addMeasure, plan({ title: '备选' }))
    const { id: under } = await add({ measure: other })
    await at.play(town.office, day, dropMeasure, { id: other, reason: '不再需要' })
    expect(await refusal(at.play(town.finance, day, finishMilestone, { ...done, id: under }))).toBe(
      '该节点所属的举措已终止，不能办结',
    )
  })

  it('keep their evidence for the unit, the office and leaders', async () => {
    const { id } = await add({ title: '合同' })
    const kept = await at.play(town.finance, day, attachEvidence, {
      id,
      file: { name: '合同.pdf', bytes: new Uint8Array([1, 2]) },
    })
    const open = (who: Town['office']) => at.play(who, day, evidence, { milestone: id, file: kept.file })
    for (const who of [town.finance, town.office, town.leader]) {
      expect(await open(who)).toMatchObject({ name: '合同.pdf', bytes: Buffer.from([1, 2]) })
    }
    expect(await refusal(open(town.park))).toBe('没有找到该文件，它可能已被移除，或不在您可以查看的范围内')
    const files = (await show(day, town.park)).milestones.find((row) => row.id === id)?.files
    expect(files).toEqual([{ id: kept.file, name: null }])
    const added = await at.play(town.office, day, attachEvidence, { id, file: { name: '回执.pdf', bytes: new Uint8Array([3]) } })
    expect(await at.play(town.finance, day, evidence, { milestone: id, file: added.file })).toMatchObject({ name: '回执.pdf' })
    const another = await add({ title: '另一个' })
    expect(await refusal(at.play(town.office, day, evidence, { milestone: another.id, file: kept.file }))).toBe(
      '没有找到该佐证材料，它可能已被移除，或不在您可以查看的范围内',
    )
  })

  it('of other units are not changed past the action either', async () => {
    const { id } = await add({ title: '他人的节点' })
    const slip = (who: Town['office']) => at.run(who, day, ({ db }) => db.update(milestones).set({ doneOn: day }).returning())
    expect(await slip(town.park)).toEqual([])
    expect((await slip(town.finance)).every(({ owner }) => owner === town.org.财政局)).toBe(true)
    expect((await show()).milestones.find((row) => row.id === id)?.doneOn).toBe(day)
  })
})

describe('what is due', () => {
  it('counts working days over 国庆, and leaves out measures given up', async () => {
    const { id: own } = await at.play(
      town.office,
      '2024-03-04',
      addMeasure,
      plan({ task: town.tasks.firms, owner: town.org.科技局, title: '联络' }),
    )
    const { id: given } = await at.play(
      town.office,
      '2024-03-04',
      addMeasure,
      plan({ task: town.tasks.firms, owner: town.org.科技局, title: '放弃' }),
    )
    for (const [of, dueOn] of [
      [own, '2024-10-14'],
      [own, '2024-10-15'],
      [given, '2024-10-08'],
    ] as const)
      await at.play(town.office, '2024-03-04', addMilestone, node({ measure: of, title: dueOn, dueOn, owner: town.org.科技局 }))
    await at.play(town.office, '2024-03-04', dropMeasure, { id: given, reason: '不再需要' })
    // 26 September: 27 and 29 (a working Sunday), 30; then 8, 9, 10, 11, 12 (a working Saturday), 14 October.
    const nodes = async (on: string) => (await at.play(town.science, on, mine, {})).filter(({ kind }) => kind === 'milestone')
    expect((await nodes(day)).map(({ kind, sentence, workdaysLeft }) => ({ kind, sentence, workdaysLeft }))).toEqual([
      { kind: 'milestone', sentence: '节点“2024-10-14”即将到期', workdaysLeft: 9 },
      { kind: 'milestone', sentence: '节点“2024-10-15”即将到期', workdaysLeft: 10 },
    ])
    expect((await nodes('2024-10-16')).map(({ sentence, workdaysLeft }) => ({ sentence, workdaysLeft }))).toEqual([
      { sentence: '节点“2024-10-14”已逾期', workdaysLeft: -2 },
      { sentence: '节点“2024-10-15”已逾期', workdaysLeft: -1 },
    ])
  })
})
