/** The state of every task on the product's today: light with reasons, and the reports of its units month by month. */
import { taskLight } from '#engines/progress/task-light.ts'
import { orgs } from '#modules/org/tables.ts'
import { itemsOf, planInForce } from '#modules/plan/queries.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Cell } from './model.ts'
import { reportDueOn, reportingMonths } from './months.ts'
import { askedSince, byTask, marksOf, measuresOf, milestonesOf, overridesOf } from './queries.ts'

type Mark = Awaited<ReturnType<typeof marksOf>>[number]
/** A reporting month and its deadline, reckoned once for all units. */
type Month = { month: string; dueOn: string }

/** All tasks, or the one of that key. Null before any plan is in force. */
export async function boardOn(ctx: Ctx, only?: string) {
  const plan = await planInForce(ctx)
  if (!plan) return null
  const { tasks: all, groups, units } = await itemsOf(ctx, plan.id)
  const tasks = only ? all.filter(({ key }) => key === only) : all
  const keys = tasks.map(({ key }) => key)
  const names = new Map(
    (await ctx.db.select({ id: orgs.id, shortName: orgs.shortName }).from(orgs)).map((org) => [org.id, org.shortName]),
  )
  const since = await askedSince(ctx, plan.series)
  const measures = byTask(await measuresOf(ctx, keys))
  const milestones = byTask(await milestonesOf(ctx, keys))
  const marks = byTask(await marksOf(ctx, keys))
  const overrides = byTask(await overridesOf(ctx, keys))

  const first = [...since.values()].sort()[0] ?? plan.publishedOn
  const months = reportingMonths({ ...plan, publishedOn: first }, ctx.today).map((month) => ({
    month,
    dueOn: reportDueOn(month),
  }))
  const groupTitles = new Map(groups.map(({ id, title }) => [id, title]))
  const nameOf = (org: string | null) => (org && names.get(org)) ?? ''
  const staff = byTask(
    units
      .map(({ taskKey, ordinal, org, duty }) => ({ task: taskKey, ordinal, org, duty }))
      // Members of one group share the place of its name: by name among themselves, the same way every time.
      .sort((a, b) => a.ordinal - b.ordinal || nameOf(a.org).localeCompare(nameOf(b.org), 'zh-CN')),
  )
  const live = new Map(keys.map((key) => [key, liveOf(measures.get(key) ?? [], milestones.get(key) ?? [])]))

  const rows = tasks.map((task) => {
    const told = new Map((marks.get(task.key) ?? []).map((mark) => [`${mark.org} ${mark.month}`, mark]))
    const own = dutiesOf(staff.get(task.key) ?? []).map(({ org, duty }) => {
      const from = (since.get(`${task.key} ${org}`) ?? first ?? '').slice(0, 7)
      const asked = months.map(({ month, dueOn }) => ({ month, dueOn, mark: told.get(`${org} ${month}`), asked: month >= from }))
      return { org, duty, name: nameOf(org), asked }
    })
    const override = overrides.get(task.key)?.[0] ?? null
    const state = taskLight({
      milestones: live.get(task.key)!.map(({ id, title, dueOn, doneOn, owner }) => ({
        id,
        title,
        dueOn,
        doneOn,
        ownerName: nameOf(owner),
      })),
      reports: own.map(({ name, asked }) => ({
        unit: name,
        months: asked
          .filter((month) => month.asked)
          .map(({ month, dueOn, mark }) => ({ month, dueOn, submittedOn: mark ? sentOn(mark) : null })),
      })),
      startsOn: firstStart(measures.get(task.key) ?? []),
      today: ctx.today,
      workdaysUntil: (day) => workdaysBetween(ctx.today, day),
      override: override && { light: override.light, reason: override.reason, by: override.by, until: override.until },
    })
    return {
      key: task.key,
      number: task.number,
      title: task.title,
      group: (task.taskGroup && groupTitles.get(task.taskGroup)) ?? null,
      units: own.map(({ org, name, duty, asked }) => ({
        org,
        name,
        duty,
        cells: asked.map((month) => (month.asked || month.mark ? cellOf(month, month.mark, ctx.today) : 'none')),
      })),
      override: override && {
        id: override.id,
        light: override.light,
        reason: override.reason,
        by: override.by,
        until: override.until,
      },
      ...state,
    }
  })
  return { plan, months: months.map(({ month }) => month), tasks: rows, measures, milestones, live, marks, names }
}

/** One row an organisation; whoever leads and cooperates under two names leads. */
function dutiesOf(units: { org: string | null; duty: 'lead' | 'partner' }[]) {
  const duties = new Map<string, 'lead' | 'partner'>()
  for (const { org, duty } of units) if (org && duties.get(org) !== 'lead') duties.set(org, duty)
  return [...duties].map(([org, duty]) => ({ org, duty }))
}

/** Milestones of measures that were not given up. */
function liveOf<M extends { measure: string }>(measures: { id: string; droppedOn: string | null }[], milestones: M[]): M[] {
  const dropped = new Set(measures.filter(({ droppedOn }) => droppedOn).map(({ id }) => id))
  return milestones.filter(({ measure }) => !dropped.has(measure))
}

const firstStart = (measures: { startsOn: string; droppedOn: string | null }[]) =>
  measures
    .filter(({ droppedOn }) => !droppedOn)
    .map(({ startsOn }) => startsOn)
    .sort()[0] ?? null

const sentOn = ({ status, submittedOn }: Mark) => (status === 'submitted' || status === 'accepted' ? submittedOn : null)

function cellOf({ dueOn }: Month, mark: Mark | undefined, today: string): Cell {
  if (mark && mark.status !== 'draft') return mark.status
  if (today > dueOn) return 'late'
  return mark ? 'draft' : 'due'
}
