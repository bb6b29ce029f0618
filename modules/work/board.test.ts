/** The matrix and the lights: against a naive reckoning of every cell, on many days; revisions, overrides, and what was known when. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyItems } from '#modules/plan/copy.ts'
import { plans, taskUnits } from '#modules/plan/tables.ts'
import { isWorkday } from '#platform/calendar.ts'
import { machine } from '#platform/context.ts'
import { type District, openDistrict, publishPlan, refusal, region, type Town } from '#test/it.ts'
import { board, task as showTask } from './actions/board.ts'
import { breakdown } from './actions/export.ts'
import { liftLight, setLight } from './actions/light.ts'
import { addMeasure } from './actions/measure.ts'
import { addMilestone } from './actions/milestone.ts'
import { handleReport, saveReport } from './actions/report.ts'
import type { Cell } from './model.ts'
import { overrides, reports } from './tables.ts'

let at: District
let town: Town
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
})
afterAll(() => at.close())

const on = async (day: string, who = town.office) => (await at.play(who, day, board, {}))!
const stateOf = async (task: string, day: string) => (await on(day)).tasks.find(({ key }) => key === task)!

describe('the light', () => {
  const task = () => town.tasks.building

  it('turns yellow ten working days before a milestone and red more than ten after it, 国庆 not counted', async () => {
    const { id: measure } = await at.play(town.office, '2024-01-08', addMeasure, {
      task: task(),
      title: '清查',
      owner: town.org.经信委,
      startsOn: '2024-01-08',
      dueOn: '2025-12-31',
    })
    const due = { measure, title: '交付台账', owner: town.org.财政局, dueOn: '2024-10-12', evidenceWanted: '台账' }
    await at.play(town.office, '2024-01-08', addMilestone, due)
    for (const who of [town.office, town.finance]) await reportEveryMonth(who, task(), '2024-01', '2024-10')
    const light = async (day: string) => (await stateOf(task(), day)).light
    expect(await light('2024-09-23')).toBe('green')
    expect(await light('2024-09-24')).toBe('yellow')
    expect(await light('2024-10-12')).toBe('yellow')
    expect(await light('2024-10-25')).toBe('yellow')
    expect(await light('2024-10-28')).toBe('red')
    const { reasons } = await stateOf(task(), '2024-09-27')
    expect(reasons[0]?.sentence).toBe('节点“交付台账”（财政局）应于2024年10月12日完成，还剩 7 个工作日，尚未完成')
  })

  it('set by hand replaces the computed one, which stays beside it, until its last day or until lifted', async () => {
    const set = (of: object = {}, day = '2024-10-28', who = town.office) =>
      at.play(who, day, setLight, { task: task(), light: 'yellow', reason: '已有整改方案', until: '2024-11-08', ...of })
    const { id } = await set()
    const state = await stateOf(task(), '2024-10-28')
    expect(state).toMatchObject({ light: 'yellow', computed: 'red', override: { id, by: '周科', until: '2024-11-08' } })
    expect(state.reasons.map(({ code, decides }) => [code, decides]).slice(0, 2)).toEqual([
      ['override', true],
      ['long-overdue', false],
    ])
    expect((await stateOf(task(), '2024-10-27')).light).toBe('yellow')
    expect((await stateOf(task(), '2024-10-27')).override).toBeNull()
    expect(await stateOf(task(), '2024-11-09')).toMatchObject({ light: 'red', override: null })

    expect(await refusal(set())).toBe('该任务的灯色已由周科调整至 2024-11-08，请先撤销')
    expect(await refusal(set({ until: '2024-10-27' }))).toBe('截止日期不能早于今天')
    expect(await refusal(set({ reason: '' }))).toBe('请填写调整原因')
    expect(await refusal(set({ task: town.target }))).toBe('没有找到该任务，它可能已被移除，或不在您可以查看的范围内')
    expect(await refusal(set({ task: town.tasks.liaison }, '2024-10-28', town.park))).toBe('您只能改动本单位的数据')
    expect(await refusal(set({}, '2024-10-28', town.leader))).toBe('您没有“调整灯色”的权限')
    const twice = await Promise.all([1, 2, 3].map(() => refusal(set({ task: town.tasks.firms }))))
    expect(twice.filter((sentence) => sentence === '没有拒绝')).toHaveLength(1)
    const slip = at.run(town.finance, '2024-10-29', ({ db }) => db.update(overrides).set({ light: 'green' }).returning())
    expect(await slip).toEqual([])

    expect(await refusal(at.play(town.finance, '2024-10-29', liftLight, { id }))).toBe('您只能改动本单位牵头任务的灯色')
    await at.play(town.office, '2024-10-29', liftLight, { id })
    expect(await stateOf(task(), '2024-10-28')).toMatchObject({ light: 'yellow' })
    expect(await stateOf(task(), '2024-10-29')).toMatchObject({ light: 'red', override: null })
    expect(await refusal(at.play(town.office, '2024-10-29', liftLight, { id }))).toBe('该调整已撤销')
    expect(await refusal(at.play(town.office, '2024-10-29', liftLight, { id: task() }))).toBe(
      '没有找到该灯色调整，它可能已被移除，或不在您可以查看的范围内',
    )
  })
})

describe('the matrix', () => {
  it('is empty before a plan is in force, and shut to those outside the office', async () => {
    expect(await at.play(town.office, '2024-01-07', board, {})).toBeNull()
    expect(await refusal(at.play(town.visitor, '2024-06-03', board, {}))).toBe('请先登录')
    expect(await refusal(at.play(town.office, '2024-06-03', showTask, { key: town.target }))).toBe(
      '没有找到该任务，它可能已被移除，或不在您可以查看的范围内',
    )
  })

  it('agrees in every cell with a naive reckoning from the rows themselves, on any day and for anyone', async () => {
    await scatterReports()
    const everything = await at.run(machine(region), '2026-01-31', ({ db }) => db.select().from(reports))
    for (const day of [
      '2024-01-08',
      '2024-02-07',
      '2024-02-08',
      '2024-10-11',
      '2024-10-12',
      '2024-10-13',
      '2025-05-09',
      '2026-01-31',
    ]) {
      for (const who of [town.office, town.finance, town.leader]) {
        const { months, tasks } = await on(day, who)
        expect(months).toEqual(naiveMonths('2024-01', day < '2025-12' ? day.slice(0, 7) : '2025-12'))
        for (const task of tasks)
          for (const unit of task.units)
            expect({ day, task: task.title, unit: unit.name, cells: unit.cells }).toEqual({
              day,
              task: task.title,
              unit: unit.name,
              cells: months.map((month) => naiveCell(everything, task.key, unit.org, month, day, who.org)),
            })
      }
    }
  })

  it('goes on over a revision of the plan, and asks a new unit only from there on', async () => {
    const before = await on('2024-06-03')
    await at.run(machine(region), '2024-04-15', async ({ db }) => {
      const { id: old, createdAt, updatedAt, ...same } = town.plan
      await db.update(plans).set({ status: 'revised' })
      const next = { ...same, version: 2, publishedOn: '2024-04-15' }
      const [plan] = await db.insert(plans).values(next).returning()
      await copyItems(db, old, plan!.id)
      const copied = await db.select().from(taskUnits).where(eq(taskUnits.plan, plan!.id))
      const { id: _, ...row } = copied.find(({ taskKey }) => taskKey === town.tasks.firms)!
      await db.insert(taskUnits).values({ ...row, printed: '园城', org: town.org.园城, duty: 'partner' })
    })
    const after = await on('2024-06-03')
    expect(after.months).toEqual(before.months)
    const unitsIn = (of: typeof before) =>
      of.tasks.flatMap(({ key, units }) => units.map(({ org, cells }) => ({ key, org, cells })))
    expect(unitsIn(after).filter(({ org }) => org !== town.org.园城)).toEqual(unitsIn(before))
    const park = after.tasks.find(({ key }) => key === town.tasks.firms)!.units.find(({ org }) => org === town.org.园城)!
    expect(park.cells).toEqual(['none', 'none', 'none', 'late', 'due', 'due'])
    expect(await refusal(at.play(town.park, '2024-06-03', saveReport, reportOf(town.tasks.firms, '2024-03')))).toBe(
      '2024年3月不在方案的填报月份之内',
    )
    await at.play(town.park, '2024-06-03', saveReport, reportOf(town.tasks.firms, '2024-04'))
    expect((await on('2024-03-04')).tasks).toHaveLength(3)
  })
})

describe('the breakdown', () => {
  it('leaves the house as a sheet and as a document, once a plan is in force', async () => {
    const get = (format: 'xlsx' | 'docx', day = '2024-06-03', who = town.leader) => at.play(who, day, breakdown, { format })
    for (const format of ['xlsx', 'docx'] as const) {
      const { name, bytes } = await get(format)
      expect(name).toBe(`任务分解表（截至2024-06-03）.${format}`)
      // Both are archives.
      expect(Buffer.from(bytes.slice(0, 2)).toString()).toBe('PK')
    }
    expect(await refusal(get('xlsx', '2024-01-07'))).toBe('尚无已发布的方案')
    expect(await refusal(get('pdf' as 'xlsx'))).toBe('请选择导出格式')
    expect(await refusal(get('xlsx', '2024-06-03', town.visitor))).toBe('请先登录')
  })
})

const reportOf = (task: string, month: string) => ({
  task,
  month,
  progress: '推进中',
  problems: null,
  next: null,
  unchanged: false,
})

async function reportEveryMonth(who: Town['office'], task: string, from: string, to: string): Promise<void> {
  for (const month of naiveMonths(from, to)) {
    const { id } = await at.play(who, `${month}-28`, saveReport, reportOf(task, month))
    await at.play(who, `${month}-28`, handleReport, { id, step: 'submit' })
  }
}

/** Reports in every state, on days before, at and after their deadlines; the same ones at every run. */
async function scatterReports(): Promise<void> {
  const states = ['draft', 'submitted', 'accepted', 'returned'] as const
  const units = [
    [town.tasks.firms, town.org.科技局],
    [town.tasks.firms, town.org.经信委],
    [town.tasks.liaison, town.org.经信委],
  ] as const
  for (const [u, [task, org]] of units.entries())
    for (const [i, month] of naiveMonths('2024-01', '2025-12').entries()) {
      const status = states[(i * 7 + u * 3) % 5]
      if (!status) continue
      const submittedOn = `${naiveMonths(month, '2026-12')[1]}-${['04', '11', '20'][(i + u) % 3]}`
      const reviewedOn = status === 'accepted' || status === 'returned' ? `${submittedOn.slice(0, 8)}28` : null
      const trace = status === 'draft' ? { submittedOn: null, submittedBy: null } : { submittedOn, submittedBy: '某人' }
      const row = { ...reportOf(task, month), org, status, reviewedOn, opinion: null, ...trace }
      await at.run(machine(region), submittedOn, ({ db }) => db.insert(reports).values(row))
    }
}

type Row = typeof reports.$inferSelect

function naiveCell(rows: Row[], task: string, org: string, month: string, day: string, viewer: string | null): Cell {
  const row = rows.find((one) => one.task === task && one.org === org && one.month === month)
  if (row && row.status !== 'draft' && row.submittedOn! <= day) {
    return row.reviewedOn && row.reviewedOn > day ? 'submitted' : row.status
  }
  if (day > naiveDueOn(month)) return 'late'
  return row?.status === 'draft' && row.createdAt.slice(0, 10) <= day && viewer === org ? 'draft' : 'due'
}

function naiveDueOn(month: string): string {
  const at = new Date(`${naiveMonths(month, '2026-12')[1]}-01T00:00:00Z`)
  for (let left = 5; ; at.setUTCDate(at.getUTCDate() + 1)) {
    const day = at.toISOString().slice(0, 10)
    if (isWorkday(day)) left -= 1
    if (left === 0) return day
  }
}

function naiveMonths(from: string, to: string): string[] {
  const all = [2024, 2025, 2026].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
  )
  return all.filter((month) => month >= from && month <= to)
}
