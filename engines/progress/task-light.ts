/**
 * The light of a task on a day, computed from its milestones and the monthly reports of its units.
 *
 * | light  | when (the first line that holds decides)                                                              |
 * |--------|-------------------------------------------------------------------------------------------------------|
 * | blue   | there are milestones and all of them are done                                                         |
 * | red    | a milestone is more than `overdueRed` working days past its day and not done; or one unit owes the     |
 * |        | `missingRed` latest reports in a row, all past their due day                                          |
 * | yellow | a milestone is past its day and not done, or due within `dueSoon` working days and not done; or one    |
 * |        | unit owes the latest report, past its due day                                                         |
 * | grey   | nothing has begun: before the first start, no milestone due or done                                   |
 * | green  | otherwise                                                                                             |
 *
 * A milestone counts from the day after its due day as overdue; what is dated after `today` has not happened yet.
 * A light set by hand replaces the computed one, which stays beside it. Every reason has its sentence.
 */
import { z } from 'zod'
import { dayInWords, type Light, lightWords, monthInWords } from './wording.ts'

/** The figures of the table above, in working days and reports. */
export const taskLightRules = z.object({
  overdueRed: z.int().nonnegative().default(10),
  dueSoon: z.int().nonnegative().default(10),
  missingRed: z.int().min(2).default(2),
})
export type TaskLightRules = z.infer<typeof taskLightRules>

export type Milestone = { id: string; title: string; dueOn: string; doneOn: string | null; ownerName: string }
/** What one unit was asked to report: `submittedOn` is null while a report is missing or has been returned. */
export type UnitReports = { unit: string; months: { month: string; dueOn: string; submittedOn: string | null }[] }
export type Override = { light: Light; reason: string; by: string; until: string }

export type TaskFacts = {
  milestones: Milestone[]
  reports: UnitReports[]
  /** The day the first measure starts; null while the task is not broken down. */
  startsOn: string | null
  today: string
  /** Ends by itself after its `until`. */
  override: Override | null
  /** Working days from today to a day, negative for one that is past. */
  workdaysUntil: (day: string) => number
}

export type TaskReason = {
  code:
    | 'override'
    | 'all-done'
    | 'long-overdue'
    | 'reports-missing'
    | 'overdue'
    | 'due-soon'
    | 'report-missing'
    | 'not-begun'
    | 'on-course'
    | 'open'
  sentence: string
  /** True: made the light. False: would still keep it from being better. */
  decides: boolean
  milestone?: string
  unit?: string
}

export type TaskState = {
  light: Light
  computed: Light
  reasons: TaskReason[]
  /** `due` are the milestones that should be done by now. */
  progress: { done: number; total: number; due: number }
}

export function taskLight(facts: TaskFacts, rules: TaskLightRules = taskLightRules.parse({})): TaskState {
  const { milestones, today } = facts
  const override = facts.override && today <= facts.override.until ? facts.override : null
  const open = milestones.filter((milestone) => !isDone(milestone, today))
  const progress = {
    done: milestones.length - open.length,
    total: milestones.length,
    due: milestones.filter(({ dueOn }) => dueOn <= today).length,
  }
  const grounds = groundsOf(facts, open, progress, rules)
  const computed = order.find((light) => grounds.some((ground) => ground.light === light)) ?? 'green'
  const reasons = grounds
    .filter(({ light }) => order.indexOf(light) >= order.indexOf(computed))
    .map(({ light, ...reason }) => ({ ...reason, decides: !override && light === computed }))
  if (!override) return { light: computed, computed, reasons, progress }
  return { light: override.light, computed, reasons: [overrideReason(override, computed), ...reasons], progress }
}

/** The order in which lights are decided. */
const order: Light[] = ['blue', 'red', 'yellow', 'grey', 'green']

const isDone = ({ doneOn }: Milestone, today: string) => doneOn !== null && doneOn <= today

type Ground = Omit<TaskReason, 'decides'> & { light: Light }

/** Everything that speaks for a light, in the order of the lights; the last one says what is left to do. */
function groundsOf(facts: TaskFacts, open: Milestone[], progress: TaskState['progress'], rules: TaskLightRules): Ground[] {
  const { total, done, due } = progress
  if (total > 0 && done === total) {
    return [{ light: 'blue', code: 'all-done', sentence: `全部 ${total} 个节点均已完成` }]
  }
  const late = [...milestoneGrounds(facts, open, rules), ...reportGrounds(facts, rules)].sort(
    (a, b) => order.indexOf(a.light) - order.indexOf(b.light),
  )
  const rest: Ground[] = []
  if (done === 0 && due === 0 && (facts.startsOn === null || facts.today < facts.startsOn)) rest.push(notBegun(facts))
  else if (!late.length) rest.push(onCourse(progress))
  if (total === 0) rest.push({ light: 'green', code: 'open', sentence: '尚未设定节点，无法判定完成情况' })
  else rest.push({ light: 'green', code: 'open', sentence: `共 ${total} 个节点，还有 ${open.length} 个未完成` })
  return [...late, ...rest]
}

function milestoneGrounds({ today, workdaysUntil }: TaskFacts, open: Milestone[], rules: TaskLightRules): Ground[] {
  return open.flatMap(({ id, title, dueOn, ownerName }): Ground[] => {
    const left = workdaysUntil(dueOn)
    const named = `节点“${title}”${ownerName ? `（${ownerName}）` : ''}应于${dayInWords(dueOn)}完成`
    if (dueOn < today) {
      const light = -left > rules.overdueRed ? 'red' : 'yellow'
      const code = light === 'red' ? 'long-overdue' : 'overdue'
      return [{ light, code, milestone: id, sentence: `${named}，${overdueInWords(-left)}` }]
    }
    if (left > rules.dueSoon) return []
    const when = left > 0 ? `还剩 ${left} 个工作日` : dueOn === today ? '今日到期' : '其间已无工作日'
    return [{ light: 'yellow', code: 'due-soon', milestone: id, sentence: `${named}，${when}，尚未完成` }]
  })
}

const overdueInWords = (workdays: number) => (workdays > 0 ? `已超期 ${workdays} 个工作日` : '已到期未完成')

/** Looks at the latest reports past their due day: an old gap that was followed by reports no longer counts. */
function reportGrounds({ reports, today }: TaskFacts, rules: TaskLightRules): Ground[] {
  return reports.flatMap(({ unit, months }): Ground[] => {
    const owed = months.filter(({ dueOn }) => dueOn < today).sort((a, b) => (a.month < b.month ? 1 : -1))
    const firstSent = owed.findIndex(({ submittedOn }) => submittedOn !== null && submittedOn <= today)
    const missing = (firstSent < 0 ? owed : owed.slice(0, firstSent)).map(({ month }) => monthInWords(month))
    if (!missing.length) return []
    if (missing.length >= rules.missingRed) {
      const sentence = `${unit}自${missing.at(-1)}起已连续 ${missing.length} 个月未报送进展`
      return [{ light: 'red', code: 'reports-missing', unit, sentence }]
    }
    return [{ light: 'yellow', code: 'report-missing', unit, sentence: `${unit}逾期未报送${missing.reverse().join('、')}进展` }]
  })
}

function notBegun({ startsOn }: TaskFacts): Ground {
  const sentence = startsOn ? `计划于${dayInWords(startsOn)}启动，尚无到期或完成的节点` : '尚未分解工作举措'
  return { light: 'grey', code: 'not-begun', sentence }
}

function onCourse({ due }: TaskState['progress']): Ground {
  const sentence = due > 0 ? '到期节点均已完成，近期没有临期节点' : '没有超期或临期的节点'
  return { light: 'green', code: 'on-course', sentence }
}

const overrideReason = ({ light, reason, by, until }: Override, computed: Light): TaskReason => ({
  code: 'override',
  sentence: `${by}将灯色调整为“${lightWords[light]}”，至${dayInWords(until)}止，原因：${reason.replace(/。$/, '')}；系统计算为“${lightWords[computed]}”`,
  decides: true,
})
