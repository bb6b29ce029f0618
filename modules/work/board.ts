/** The state of every task on the product's today: light with reasons, and the reports of its units month by month. */
import { taskLight } from '#engines/progress/task-light.ts'
import { orgs } from '#modules/org/tables.ts'
import { itemsOf, planInForce } from '#modules/plan/queries.ts'
import { workdaysBetween } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import type { Cell } from './model.ts'
import { reportDueOn, reportingMonths } from './months.ts'
import { byTask, measuresOf, milestonesOf, overridesOf, reportsOf } from './queries.ts'

type ReportRow = Awaited<ReturnType<typeof reportsOf>>[number]

/** Null before any plan is in force. */
export async function boardOn(ctx: Ctx) {
  const plan = await planInForce(ctx)
  if (!plan) return null
  const { tasks, groups, units } = await itemsOf(ctx, plan.id)
  const keys = tasks.map(({ key }) => key)
  const months = reportingMonths(plan, ctx.today)
  const names = new Map(
    (await ctx.db.select({ id: orgs.id, shortName: orgs.shortName }).from(orgs)).map((org) => [org.id, org.shortName]),
  )
  const measures = byTask(keys.length ? await measuresOf(ctx, keys) : [])
  const milestones = byTask(keys.length ? await milestonesOf(ctx, keys) : [])
  const reports = byTask(keys.length ? await reportsOf(ctx, keys) : [])
  const overrides = byTask(keys.length ? await overridesOf(ctx, keys) : [])

  const rows = tasks.map((task) => {
    const own = dutiesOf(units.filter(({ taskKey }) => taskKey === task.key))
    const dropped = new Set((measures.get(task.key) ?? []).filter(({ droppedOn }) => droppedOn).map(({ id }) => id))
    const live = (milestones.get(task.key) ?? []).filter(({ measure }) => !dropped.has(measure))
    const told = reports.get(task.key) ?? []
    const override = overrides.get(task.key)?.[0] ?? null
    const state = taskLight({
      milestones: live.map(({ id, title, dueOn, doneOn, owner }) => ({
        id,
        title,
        dueOn,
        doneOn,
        ownerName: names.get(owner) ?? '',
      })),
      reports: own.map(({ org }) => ({
        unit: names.get(org) ?? '',
        months: months.map((month) => ({ month, dueOn: reportDueOn(month), submittedOn: submittedOn(told, org, month) })),
      })),
      today: ctx.today,
      workdaysUntil: (day) => workdaysBetween(ctx.today, day),
      override: override && { light: override.light, reason: override.reason, by: override.by, until: override.until },
    })
    return {
      key: task.key,
      number: task.number,
      title: task.title,
      group: groups.find(({ id }) => id === task.taskGroup)?.title ?? null,
      units: own.map(({ org, duty }) => ({
        org,
        name: names.get(org) ?? '',
        duty,
        cells: months.map((month) => cellOf(told, org, month, ctx.today)),
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
  return { plan, months, tasks: rows, measures, milestones, reports }
}

/** One row an organisation; whoever leads and cooperates under two names leads. */
function dutiesOf(units: { org: string | null; duty: 'lead' | 'partner' }[]) {
  const duties = new Map<string, 'lead' | 'partner'>()
  for (const { org, duty } of units) if (org && duties.get(org) !== 'lead') duties.set(org, duty)
  return [...duties].map(([org, duty]) => ({ org, duty }))
}

const reportOf = (reports: ReportRow[], org: string, month: string) => reports.find((r) => r.org === org && r.month === month)

function submittedOn(reports: ReportRow[], org: string, month: string): string | null {
  const report = reportOf(reports, org, month)
  return report && (report.status === 'submitted' || report.status === 'accepted') ? report.submittedOn : null
}

function cellOf(reports: ReportRow[], org: string, month: string, today: string): Cell {
  const report = reportOf(reports, org, month)
  if (report?.status === 'accepted' || report?.status === 'submitted' || report?.status === 'returned') return report.status
  if (today > reportDueOn(month)) return 'late'
  return report ? 'draft' : 'due'
}
