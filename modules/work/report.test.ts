/** Monthly progress: who may report what and when, in exact words; what others do not see; what a day in the past knows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type District, openDistrict, publishPlan, refusal, type Town } from '#test/it.ts'
import { task as showTask } from './actions/board.ts'
import { mine } from './actions/duty.ts'
import { addMeasure } from './actions/measure.ts'
import { addMilestone, finishMilestone } from './actions/milestone.ts'
import { confirmUnchanged, draft, handleReport, saveReport } from './actions/report.ts'
import { reports } from './tables.ts'

let at: District
let town: Town
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
})
afterAll(() => at.close())

const words = { progress: '盘活一万平方米', problems: '产权待理清', next: '签订合同', unchanged: false }
const save = (month: string, day: string, who = town.science, task = town.tasks.firms) =>
  at.play(who, day, saveReport, { ...words, task, month })
const handle = (
  id: string,
  step: 'submit' | 'withdraw' | 'accept' | 'return',
  day: string,
  who = town.science,
  opinion?: string,
) => at.play(who, day, handleReport, { id, step, opinion })
const seenBy = async (who: Town['office'], day: string, task = town.tasks.firms) =>
  (await at.play(who, day, showTask, { key: task })).reports

describe('reporting', () => {
  it('goes from draft over submission and return to acceptance', async () => {
    const { id, can } = await save('2024-01', '2024-02-01')
    expect(can).toEqual(['submit'])
    const sent = await handle(id, 'submit', '2024-02-02')
    expect(sent).toMatchObject({ status: 'submitted', submittedOn: '2024-02-02', submittedBy: '柯科', can: ['withdraw'] })
    await handle(id, 'return', '2024-02-05', town.office, '请补充数据')
    expect(await save('2024-01', '2024-02-06')).toMatchObject({ id, status: 'returned', opinion: '请补充数据' })
    await handle(id, 'submit', '2024-02-06')
    const accepted = await handle(id, 'accept', '2024-02-07', town.office)
    expect(accepted).toMatchObject({ status: 'accepted', reviewedOn: '2024-02-07', can: [] })
  })

  it('is withdrawn by its unit while nobody has reviewed it', async () => {
    const { id } = await save('2024-02', '2024-03-01')
    await handle(id, 'submit', '2024-03-01')
    expect(await handle(id, 'withdraw', '2024-03-01')).toMatchObject({ status: 'draft', submittedOn: null, submittedBy: null })
    await handle(id, 'submit', '2024-03-04')
    await handle(id, 'accept', '2024-03-05', town.office)
  })

  it('refuses what does not go, each in its sentence', async () => {
    const { id } = await save('2024-03', '2024-04-01')
    expect(await refusal(save('2024-03', '2024-04-01', town.park))).toBe('本单位不是该任务的责任单位，不能填报')
    expect(await refusal(save('2023-12', '2024-04-01'))).toBe('2023年12月不在方案的填报月份之内')
    expect(await refusal(save('2024-05', '2024-04-01'))).toBe('2024年5月不在方案的填报月份之内')
    expect(await refusal(save('2024-04', '2024-01-07'))).toBe('尚无已发布的方案')
    expect(await refusal(save('2024-03', '2024-04-01', { ...town.science, org: null }))).toBe('您的账号没有所属单位，不能填报')
    expect(await refusal(save('2024-03', '2024-04-01', town.leader))).toBe('您没有“保存月度进展”的权限')
    expect(await refusal(save('2024-03', '2024-04-01', town.visitor))).toBe('请先登录')
    expect(
      await refusal(
        at.play(town.science, '2024-04-01', saveReport, { ...words, progress: ' ', task: town.tasks.firms, month: '2024-03' }),
      ),
    ).toBe('请填写进展情况')
    expect(await refusal(handle(id, 'withdraw', '2024-04-01'))).toBe('当前为“草稿”，不能撤回')
    expect(await refusal(handle(id, 'accept', '2024-04-01'))).toBe('“采纳”不在您的职责之内')
    // The office does not even know of a draft.
    expect(await refusal(handle(id, 'accept', '2024-04-01', town.office))).toBe(
      '没有找到该月度进展，它可能已被移除，或不在您可以查看的范围内',
    )
    await handle(id, 'submit', '2024-04-01')
    expect(await refusal(save('2024-03', '2024-04-02'))).toBe('当前为“已报送”，不能再改动')
    expect(await refusal(handle(id, 'submit', '2024-04-02'))).toBe('当前为“已报送”，不能报送')
    expect(await refusal(handle(id, 'return', '2024-04-02', town.office))).toBe('退回时请写明原因')
    expect(await refusal(handle(id, 'withdraw', '2024-04-02', town.office))).toBe('只有填报单位可以报送或撤回')
    expect(await refusal(handle(id, 'withdraw', '2024-04-02', town.finance))).toBe('您只能改动本单位的数据')
    await handle(id, 'accept', '2024-04-02', town.office)
    expect(await refusal(handle(id, 'withdraw', '2024-04-02'))).toBe('当前为“已采纳”，不能撤回')
  })
})

describe('row rights', () => {
  it("keep a draft from everyone but its own unit, and another unit's report from being changed", async () => {
    const { id } = await save('2024-04', '2024-05-06')
    expect((await seenBy(town.science, '2024-05-06')).map((row) => row.month)).toContain('2024-04')
    for (const who of [town.office, town.finance, town.park, town.leader]) {
      expect((await seenBy(who, '2024-05-06')).map((row) => row.month)).not.toContain('2024-04')
    }
    await handle(id, 'submit', '2024-05-06')
    expect((await seenBy(town.leader, '2024-05-06')).find((row) => row.id === id)).toMatchObject({ status: 'submitted', can: [] })
    expect((await seenBy(town.office, '2024-05-06')).find((row) => row.id === id)?.can).toEqual(['accept', 'return'])
    const changed = await at.run(town.finance, '2024-05-06', ({ db }) => db.update(reports).set({ progress: '改动' }).returning())
    expect(changed).toEqual([])
  })

  it('refuse a report for a task that is not one’s own also when asked past the action', async () => {
    const row = { ...words, task: town.tasks.building, month: '2024-04', submittedOn: null, submittedBy: null, reviewedOn: null }
    const slip = (who: Town['office'], org: string) =>
      at.run(who, '2024-05-06', ({ db }) => db.insert(reports).values({ ...row, org, status: 'draft', opinion: null }))
    expect(await refusal(slip(town.science, town.org.科技局))).toBe('您只能改动本单位的数据')
    expect(await refusal(slip(town.finance, town.org.经信委))).toBe('您只能改动本单位的数据')
    expect(await refusal(slip(town.office, town.org.财政局))).toBe('您只能改动本单位的数据')
    const { rowCount } = await at.owner.query("select 1 from report where progress = '改动' or task = $1", [town.tasks.building])
    expect(rowCount).toBe(0)
  })
})

describe('administrators', () => {
  it('who belong to a unit of a task neither see its drafts nor do its work', async () => {
    const { id } = await save('2024-05', '2024-06-03')
    for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
      const admin = { ...town.science, role }
      expect(await at.run(admin, '2024-06-03', ({ db }) => db.select().from(reports))).toEqual([])
      expect(await at.run(admin, '2024-06-03', ({ db }) => db.update(reports).set({ progress: '改动' }).returning())).toEqual([])
      const row = { ...words, task: town.tasks.firms, month: '2024-06', org: town.org.科技局, status: 'draft' } as const
      const trace = { submittedOn: null, submittedBy: null, reviewedOn: null, opinion: null }
      const slip = at.run(admin, '2024-06-03', ({ db }) => db.insert(reports).values({ ...row, ...trace }))
      expect(await refusal(slip)).toBe('您只能改动本单位的数据')
    }
    expect((await seenBy(town.science, '2024-06-03')).find((row) => row.id === id)?.progress).toBe(words.progress)
    await at.owner.query('delete from report where id = $1', [id])
  })
})

describe('what a day in the past knows', () => {
  it('leaves out reports submitted later, and reviews made later', async () => {
    const on = async (day: string) => (await seenBy(town.leader, day)).map(({ month, status }) => `${month} ${status}`)
    expect(await on('2024-02-05')).toEqual([])
    expect(await on('2024-02-06')).toEqual(['2024-01 submitted'])
    expect(await on('2024-03-04')).toEqual(['2024-02 submitted', '2024-01 accepted'])
    const [march] = await seenBy(town.leader, '2024-04-01')
    expect(march).toMatchObject({ month: '2024-03', status: 'submitted', reviewedOn: null, opinion: null })
  })
})

describe('the form', () => {
  it('opens with last month’s words, or with what was finished in the month', async () => {
    const empty = await at.play(town.finance, '2024-07-01', draft, { task: town.tasks.building, month: '2024-06' })
    expect(empty).toMatchObject({ report: null, previousMonth: null, nothingNew: false, progress: '', dueOn: '2024-07-05' })
    const same = await at.play(town.science, '2024-06-03', draft, { task: town.tasks.firms, month: '2024-05' })
    expect(same).toMatchObject({ previousMonth: '2024-04', nothingNew: true, progress: words.progress, next: words.next })

    const { id: measure } = await at.play(town.science, '2024-05-06', addMeasure, {
      task: town.tasks.firms,
      title: '走访企业',
      owner: town.org.科技局,
      startsOn: '2024-05-01',
      dueOn: '2024-12-31',
    })
    const { id } = await at.play(town.science, '2024-05-06', addMilestone, {
      measure,
      title: '走访百家企业',
      owner: town.org.科技局,
      dueOn: '2024-06-30',
      evidenceWanted: '走访台账',
    })
    await at.play(town.science, '2024-05-20', finishMilestone, { id, doneOn: '2024-05-18', evidence: '台账' })
    const done = await at.play(town.science, '2024-06-03', draft, { task: town.tasks.firms, month: '2024-05' })
    expect(done).toMatchObject({ nothingNew: false, progress: '18日完成“走访百家企业”。', problems: words.problems })
    // Known only from the day it was finished.
    const before = await at.play(town.science, '2024-05-17', draft, { task: town.tasks.firms, month: '2024-05' })
    expect(before).toMatchObject({ nothingNew: true, progress: words.progress })
  })
})

describe('confirming that nothing changed', () => {
  const confirm = (month: string, tasks: string[], who = town.office, day = '2024-03-04') =>
    at.play(who, day, confirmUnchanged, { month, tasks })

  it('sends last month’s words again for all chosen tasks at once', async () => {
    for (const task of [town.tasks.building, town.tasks.liaison]) {
      const { id } = await save('2024-01', '2024-02-01', town.office, task)
      await handle(id, 'submit', '2024-02-01', town.office)
    }
    const both = [town.tasks.building, town.tasks.liaison]
    const due = await at.play(town.office, '2024-03-04', mine, {})
    expect(
      due
        .filter(({ kind, confirmable }) => kind === 'report' && confirmable)
        .map(({ task }) => task)
        .sort(),
    ).toEqual(both.sort())
    expect(await confirm('2024-02', [...both, both[0]!])).toEqual({ submitted: 2 })
    const [february] = await seenBy(town.office, '2024-03-04', town.tasks.building)
    expect(february).toMatchObject({
      month: '2024-02',
      status: 'submitted',
      unchanged: true,
      progress: words.progress,
      submittedBy: '周科',
    })
  })

  it('refuses where there is something to say, and then sends nothing at all', async () => {
    expect(await refusal(confirm('2024-02', []))).toBe('请选择任务')
    expect(await refusal(confirm('2024-02', [town.tasks.building]))).toBe('“盘活楼宇”2024年2月的进展已在办理，请到任务中填报')
    expect(await refusal(confirm('2024-02', [town.tasks.firms]))).toBe('“培育企业”此前没有报送过进展，请先填写一次')
    expect(await refusal(confirm('2024-02', [town.tasks.building], town.park))).toBe('本单位不是该任务的责任单位，不能填报')
    expect(await refusal(confirm('2024-05', [town.tasks.firms], town.science, '2024-06-03'))).toBe(
      '“培育企业”2024年5月完成了节点“走访百家企业”，请填写进展',
    )
    expect(await refusal(confirm('2024-03', [town.tasks.liaison, town.tasks.firms], town.office, '2024-04-01'))).toBe(
      '“培育企业”此前没有报送过进展，请先填写一次',
    )
    expect((await seenBy(town.office, '2024-04-01', town.tasks.liaison)).map(({ month }) => month)).not.toContain('2024-03')
  })
})
