/** The light of a task: every line of its table, its reasons, and that time and work move it only one way. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Milestone, type TaskFacts, taskLight, taskLightRules, type UnitReports } from './task-light.ts'
import { dayNumber, type Light } from './wording.ts'

/** Seven days a week, so that expectations can be counted by eye. */
const distance = (today: string) => (day: string) => dayNumber(day) - dayNumber(today)
const dayAt = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10)

const milestone = (dueOn: string, doneOn: string | null = null, id = dueOn): Milestone => ({
  id,
  title: `签约${id}`,
  dueOn,
  doneOn,
  ownerName: '区经济信息委',
})
const on = (today: string, facts: Partial<TaskFacts> = {}) =>
  taskLight({
    milestones: [],
    reports: [],
    startsOn: '2024-01-01',
    today,
    override: null,
    workdaysUntil: distance(today),
    ...facts,
  })
const reports = (sent: (string | null)[], unit = '区科技局'): UnitReports => ({
  unit,
  months: sent.map((submittedOn, index) => ({
    month: `2024-0${index + 1}`,
    dueOn: `2024-0${index + 2}-07`,
    submittedOn,
  })),
})
const decisive = (state: ReturnType<typeof taskLight>) => state.reasons.filter(({ decides }) => decides).map(({ code }) => code)

describe('the light of a task', () => {
  it('is blue when all milestones are done, whatever else is missing', () => {
    const state = on('2024-06-30', {
      milestones: [milestone('2024-03-31', '2024-05-01')],
      reports: [reports([null, null, null])],
    })
    expect(state).toMatchObject({ light: 'blue', progress: { done: 1, total: 1, due: 1 } })
    expect(state.reasons).toEqual([{ code: 'all-done', sentence: '全部 1 个节点均已完成', decides: true }])
  })

  it('is yellow up to ten working days after a due day, red from the eleventh', () => {
    const facts = { milestones: [milestone('2024-06-10')] }
    expect(on('2024-06-11', facts).light).toBe('yellow')
    expect(on('2024-06-20', facts).light).toBe('yellow')
    const late = on('2024-06-21', facts)
    expect(late.light).toBe('red')
    expect(late.reasons[0]).toEqual({
      code: 'long-overdue',
      milestone: '2024-06-10',
      decides: true,
      sentence: '节点“签约2024-06-10”（区经济信息委）应于2024年6月10日完成，已超期 11 个工作日',
    })
  })

  it('is yellow within ten working days of a due day, green before', () => {
    const facts = { milestones: [milestone('2024-06-30')] }
    expect(on('2024-06-19', facts).light).toBe('green')
    expect(on('2024-06-20', facts)).toMatchObject({ light: 'yellow', reasons: [{ code: 'due-soon' }, { code: 'open' }] })
    expect(on('2024-06-30', facts).reasons[0]!.sentence).toContain('今日到期，尚未完成')
    expect(on('2024-06-30', facts).progress).toEqual({ done: 0, total: 1, due: 1 })
  })

  it('counts overdue days on the calendar handed in', () => {
    const state = on('2024-06-21', { milestones: [milestone('2024-06-10')], workdaysUntil: () => -4 })
    expect(state.light).toBe('yellow')
    expect(state.reasons[0]!.sentence).toContain('已超期 4 个工作日')
  })

  it('is yellow for one missing report past its day, red for two running', () => {
    const open = [milestone('2024-12-31')]
    expect(on('2024-03-07', { milestones: open, reports: [reports(['2024-02-05', null])] }).light).toBe('green')
    const one = on('2024-03-08', { milestones: open, reports: [reports(['2024-02-05', null])] })
    expect(one.light).toBe('yellow')
    expect(one.reasons[0]).toMatchObject({
      code: 'report-missing',
      unit: '区科技局',
      sentence: '区科技局逾期未报送2024年2月进展',
    })
    const two = on('2024-04-08', { milestones: open, reports: [reports(['2024-02-05', null, null])] })
    expect(two.light).toBe('red')
    expect(two.reasons[0]!.sentence).toBe('区科技局自2024年2月起已连续 2 个月未报送进展')
  })

  it('forgives a gap once later months are reported', () => {
    expect(
      on('2024-05-08', { milestones: [milestone('2024-12-31')], reports: [reports([null, null, null, '2024-05-06'])] }).light,
    ).toBe('green')
  })

  it('does not add up the gaps of different units', () => {
    const units = [reports([null], '甲局'), reports([null], '乙局')]
    const state = on('2024-02-08', { milestones: [milestone('2024-12-31')], reports: units })
    expect(state.light).toBe('yellow')
    expect(decisive(state)).toEqual(['report-missing', 'report-missing'])
  })

  it('is grey before the first start, and until the task is broken down', () => {
    const facts = { milestones: [milestone('2024-12-31')], startsOn: '2024-07-01' }
    expect(on('2024-06-30', facts)).toMatchObject({ light: 'grey', reasons: [{ code: 'not-begun' }, { code: 'open' }] })
    expect(on('2024-07-01', facts).light).toBe('green')
    expect(on('2024-06-30', { startsOn: null }).reasons[0]!.sentence).toBe('尚未分解工作举措')
  })

  it('has begun with the first milestone done, even before the start', () => {
    const milestones = [milestone('2024-12-31'), milestone('2024-11-30', '2024-06-01')]
    expect(on('2024-06-30', { milestones, startsOn: '2024-07-01' }).light).toBe('green')
  })

  it('does not know what happened later', () => {
    const facts = { milestones: [milestone('2024-06-10', '2024-07-15')] }
    expect(on('2024-07-01', facts).light).toBe('red')
    expect(on('2024-07-15', facts).light).toBe('blue')
  })

  it('keeps beside a red light what would still hold it at yellow', () => {
    const state = on('2024-07-01', { milestones: [milestone('2024-06-01'), milestone('2024-07-05')] })
    expect(state.reasons.map(({ code, decides }) => [code, decides])).toEqual([
      ['long-overdue', true],
      ['due-soon', false],
      ['open', false],
    ])
  })

  it('is replaced by a light set by hand until its last day, the computed one beside it', () => {
    const override = { light: 'green', reason: '合同已签，待备案。', by: '张敏', until: '2024-07-31' } as const
    const facts = { milestones: [milestone('2024-06-10')], override }
    const state = on('2024-07-31', facts)
    expect(state).toMatchObject({ light: 'green', computed: 'red' })
    expect(state.reasons[0]!.sentence).toBe('张敏将灯色调整为“正常”，至2024年7月31日止，原因：合同已签，待备案；系统计算为“滞后”')
    expect(decisive(state)).toEqual(['override'])
    expect(on('2024-08-01', facts).light).toBe('red')
  })

  it('takes its figures from the rules handed in', () => {
    const facts = { milestones: [milestone('2024-06-10')], reports: [], startsOn: null, override: null, today: '2024-06-13' }
    const state = taskLight({ ...facts, workdaysUntil: distance('2024-06-13') }, taskLightRules.parse({ overdueRed: 2 }))
    expect(state.light).toBe('red')
  })
})

/** Worse to the right. */
const badness = (light: Light) => ['blue', 'green', 'grey', 'yellow', 'red'].indexOf(light)
const first = dayNumber('2024-01-01')
const anyDay = fc.integer({ min: first, max: first + 400 }).map(dayAt)
const anyMilestones = fc
  .array(fc.record({ dueOn: anyDay, doneOn: fc.option(anyDay) }), { minLength: 1, maxLength: 6 })
  .map((list) => list.map(({ dueOn, doneOn }, index) => milestone(dueOn, doneOn, String(index))))
const anyReports = fc
  .array(fc.array(fc.option(anyDay), { maxLength: 7 }), { maxLength: 3 })
  .map((units) => units.map((sent) => reports(sent)))
const anyStart = fc.option(anyDay)

describe('whatever the facts', () => {
  it('finishing a milestone never makes the light worse', () => {
    fc.assert(
      fc.property(anyMilestones, anyReports, anyStart, anyDay, fc.nat(), (milestones, reports, startsOn, today, pick) => {
        const finished = milestones.map((m, index) => (index === pick % milestones.length ? { ...m, doneOn: today } : m))
        const before = on(today, { milestones, reports, startsOn }).light
        expect(badness(on(today, { milestones: finished, reports, startsOn }).light)).toBeLessThanOrEqual(badness(before))
      }),
      { numRuns: 500 },
    )
  })

  it('a later day never makes an overdue milestone better by itself', () => {
    fc.assert(
      fc.property(anyMilestones, anyReports, anyDay, fc.integer({ min: 0, max: 90 }), (milestones, reports, today, wait) => {
        const idle = milestones.map((m) => ({ ...m, doneOn: m.doneOn && m.doneOn <= today ? m.doneOn : null }))
        const silent = reports.map((unit) => ({
          ...unit,
          months: unit.months.map((m) => ({ ...m, submittedOn: m.submittedOn && m.submittedOn <= today ? m.submittedOn : null })),
        }))
        // A report sent before its day would count only later; here everything sent was due.
        fc.pre(silent.every(({ months }) => months.every((m) => m.submittedOn === null || m.dueOn <= today)))
        fc.pre(idle.some(({ doneOn, dueOn }) => doneOn === null && dueOn < today))
        const facts = { milestones: idle, reports: silent }
        const later = dayAt(dayNumber(today) + wait)
        expect(badness(on(later, facts).light)).toBeGreaterThanOrEqual(badness(on(today, facts).light))
      }),
      { numRuns: 500 },
    )
  })

  it('always says why', () => {
    fc.assert(
      fc.property(anyMilestones, anyReports, anyStart, anyDay, (milestones, reports, startsOn, today) => {
        const state = on(today, { milestones, reports, startsOn })
        expect(decisive(state).length).toBeGreaterThan(0)
        if (state.light !== 'blue') expect(state.reasons.some(({ code }) => code === 'open')).toBe(true)
      }),
    )
  })
})
