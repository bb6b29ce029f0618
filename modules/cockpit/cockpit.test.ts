/** The cockpit: shows what the matrix, the targets and the clocks say on the day, to officials only. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { list } from '#modules/target/actions.ts'
import { board } from '#modules/work/actions/board.ts'
import { addMeasure, dropMeasure } from '#modules/work/actions/measure.ts'
import { addMilestone, finishMilestone } from '#modules/work/actions/milestone.ts'
import { handleReport, saveReport } from '#modules/work/actions/report.ts'
import { type District, openDistrict, publishPlan, refusal, type Town } from '#test/it.ts'
import { overview } from './actions.ts'

let at: District
let town: Town
beforeAll(async () => {
  at = await openDistrict()
  town = await publishPlan(at)
})
afterAll(() => at.close())

const look = (day: string, who = town.leader) => at.play(who, day, overview, {})

it('is empty before a plan is in force, and shut to those outside', async () => {
  expect(await look('2024-01-07')).toBeNull()
  expect(await refusal(look('2024-06-03', town.visitor))).toBe('请先登录')
  expect(await refusal(look('2024-06-03', { ...town.visitor, role: 'enterprise' }))).toBe('您没有“驾驶舱”的权限')
})

it('shows of each month the worst cell of a task’s units, and no draft of another unit', async () => {
  const month = { task: town.tasks.building, month: '2024-01', progress: '推进中', problems: null, next: null, unchanged: false }
  const { id } = await at.play(town.office, '2024-02-01', saveReport, month)
  await at.play(town.finance, '2024-02-01', saveReport, month)
  const heat = async (day: string, who = town.leader) =>
    (await look(day, who))!.tasks.find(({ key }) => key === town.tasks.building)!.months
  expect(await heat('2024-02-01')).toEqual(['due', 'due'])
  await at.play(town.office, '2024-02-01', handleReport, { id, step: 'submit' })
  expect(await heat('2024-02-01')).toEqual(['due', 'due'])
  expect(await heat('2024-02-01', town.finance)).toEqual(['draft', 'due'])
  expect(await heat('2024-02-20')).toEqual(['late', 'due'])
})

it('agrees with the matrix and the targets of the same day', async () => {
  const day = '2024-06-28'
  const [seen, matrix, targets] = [
    await look(day),
    await at.play(town.leader, day, board, {}),
    await at.play(town.leader, day, list, {}),
  ]
  expect(seen!.tasks.map(({ key, light }) => ({ key, light }))).toEqual(matrix!.tasks.map(({ key, light }) => ({ key, light })))
  expect(seen!.targets).toEqual(targets)
  expect(seen!.zones.map(({ name }) => name)).toEqual(['缙云人文科技城'])
  expect(seen).toMatchObject({ today: day, months: matrix!.months, plan: { demo: true } })
})

it('lists open deadlines, nearest first, in working days and with their owner', async () => {
  const plan = { task: town.tasks.firms, owner: town.org.科技局, startsOn: '2024-01-08', dueOn: '2024-12-31' }
  const { id: measure } = await at.play(town.science, '2024-01-08', addMeasure, { ...plan, title: '培育' })
  const { id: given } = await at.play(town.science, '2024-01-08', addMeasure, { ...plan, title: '放弃' })
  const add = (of: string, dueOn: string) =>
    at.play(town.science, '2024-01-08', addMilestone, {
      measure: of,
      title: dueOn,
      owner: town.org.科技局,
      dueOn,
      evidenceWanted: '台账',
    })
  await add(measure, '2024-10-12')
  await add(measure, '2024-09-20')
  const { id: done } = await add(measure, '2024-09-25')
  await add(given, '2024-09-29')
  await at.play(town.science, '2024-09-02', dropMeasure, { id: given, reason: '不再需要' })
  await at.play(town.science, '2024-09-25', finishMilestone, { id: done, doneOn: '2024-09-25', evidence: '台账' })
  expect((await look('2024-09-27'))!.deadlines).toEqual([
    {
      task: town.tasks.firms,
      taskTitle: '培育企业',
      title: '2024-09-20',
      owner: '科技局',
      dueOn: '2024-09-20',
      workdaysLeft: -5,
    },
    { task: town.tasks.firms, taskTitle: '培育企业', title: '2024-10-12', owner: '科技局', dueOn: '2024-10-12', workdaysLeft: 7 },
  ])
  expect((await look('2024-09-24'))!.deadlines.map(({ title }) => title)).toEqual(['2024-09-20', '2024-09-25', '2024-10-12'])
})
