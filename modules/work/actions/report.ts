/** Monthly progress: pre-filled from what is known, confirmed where nothing changed, reviewed by the office. */
import { and, desc, eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { planInForce, unitsOf } from '#modules/plan/queries.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { advance, available } from '#platform/flow.ts'
import { conflict, denied, invalid, missing } from '#platform/problem.ts'
import { reportFlow } from '../flow.ts'
import { report } from '../model.ts'
import { reportDueOn, reportingMonths } from '../months.ts'
import { milestonesOf } from '../queries.ts'
import { reports } from '../tables.ts'

const workers = ['office', 'department', 'park', 'town'] as const
const steps = z.enum(['submit', 'withdraw', 'accept', 'return'])
export const reportRow = report.extend({ id: z.uuid(), can: z.array(steps) })
const at = { task: report.shape.task, month: report.shape.month }

const answered = (row: typeof reports.$inferSelect, { actor }: Ctx) => ({ ...row, can: available(reportFlow, row, actor) })

const prefilled = report.pick({ progress: true, problems: true, next: true }).partial().extend({
  /** The report itself when one was begun. */
  report: reportRow.nullable(),
  dueOn: z.string(),
  previousMonth: z.string().nullable(),
  /** No milestone was finished in the month: confirming is enough. */
  nothingNew: z.boolean(),
})

/** What the form opens with: own draft, else last report's words and this month's finished milestones. */
export const draft = query(
  { label: '填报月度进展', who: workers, input: z.object(at), output: prefilled },
  async (ctx, { task, month }) => {
    const [own] = await ctx.db
      .select()
      .from(reports)
      .where(and(eq(reports.task, task), eq(reports.month, month), eq(reports.org, orgOf(ctx))))
    const [before] = await ctx.db
      .select()
      .from(reports)
      .where(and(eq(reports.task, task), eq(reports.org, orgOf(ctx)), lt(reports.month, month)))
      .orderBy(desc(reports.month))
      .limit(1)
    const finished = (await milestonesOf(ctx, [task])).filter(
      ({ owner, doneOn }) => owner === ctx.actor.org && doneOn?.startsWith(month),
    )
    const done = finished.map(({ title, doneOn }) => `${Number(doneOn!.slice(8))}日完成“${title}”。`).join('')
    const from = own ?? before
    return {
      report: own ? answered(own, ctx) : null,
      dueOn: reportDueOn(month),
      previousMonth: before?.month ?? null,
      nothingNew: finished.length === 0 && before !== undefined,
      progress: own?.progress ?? `${done}${finished.length ? '' : (before?.progress ?? '')}`,
      problems: from?.problems ?? null,
      next: from?.next ?? null,
    }
  },
)

/** Keeps a draft of one's own unit; submitting is a step of its own. */
export const saveReport = command(
  {
    label: '保存月度进展',
    who: workers,
    input: report.pick({ task: true, month: true, progress: true, problems: true, next: true, unchanged: true }),
    output: reportRow,
  },
  async (ctx, input) => {
    await requireDuty(ctx, input.task, input.month)
    const mine = and(eq(reports.task, input.task), eq(reports.month, input.month), eq(reports.org, orgOf(ctx)))
    const [present] = await ctx.db.select().from(reports).where(mine).for('update')
    if (present && present.status !== 'draft' && present.status !== 'returned') {
      throw conflict(`当前为“${reportFlow.states[present.status]}”，不能再改动`)
    }
    const [row] = present
      ? await ctx.db.update(reports).set(input).where(eq(reports.id, present.id)).returning()
      : await ctx.db
          .insert(reports)
          .values({
            ...input,
            org: orgOf(ctx),
            status: 'draft',
            submittedOn: null,
            submittedBy: null,
            reviewedOn: null,
            opinion: null,
          })
          .returning()
    return answered(row!, ctx)
  },
)

export const handleReport = command(
  {
    label: '办理月度进展',
    who: workers,
    input: z.object({ id: z.uuid(), step: steps, opinion: report.shape.opinion.default(null) }),
    output: reportRow,
  },
  async (ctx, { id, step, opinion }) => {
    const [row] = await ctx.db.select().from(reports).where(eq(reports.id, id)).for('update')
    if (!row) throw missing('月度进展')
    const status = advance(reportFlow, row, step, ctx.actor)
    const own = row.org === ctx.actor.org
    if ((step === 'submit' || step === 'withdraw') && !own) throw denied('只有填报单位可以报送或撤回')
    if (step === 'return' && !opinion) throw invalid('退回时请写明原因')
    const trace =
      step === 'submit'
        ? { submittedOn: ctx.today, submittedBy: ctx.actor.name, reviewedOn: null, opinion: null }
        : step === 'withdraw'
          ? { submittedOn: null, submittedBy: null }
          : { reviewedOn: ctx.today, opinion }
    const [handled] = await ctx.db
      .update(reports)
      .set({ status, ...trace })
      .where(eq(reports.id, id))
      .returning()
    return answered(handled!, ctx)
  },
)

/** One click for tasks where nothing changed: last report's words are confirmed for the month and submitted. */
export const confirmUnchanged = command(
  {
    label: '确认无变化',
    who: workers,
    input: z.object({ month: report.shape.month, tasks: z.array(report.shape.task).min(1, '请选择任务').max(100) }),
    output: z.object({ submitted: z.number() }),
  },
  async (ctx, { month, tasks }) => {
    for (const task of new Set(tasks)) {
      await requireDuty(ctx, task, month)
      const [before] = await ctx.db
        .select()
        .from(reports)
        .where(and(eq(reports.task, task), eq(reports.org, orgOf(ctx)), lt(reports.month, month)))
        .orderBy(desc(reports.month))
        .limit(1)
      if (!before) throw conflict('该任务此前没有报送过进展，请先填写一次')
      await ctx.db.insert(reports).values({
        task,
        org: orgOf(ctx),
        month,
        status: 'submitted',
        unchanged: true,
        progress: before.progress,
        problems: before.problems,
        next: before.next,
        submittedOn: ctx.today,
        submittedBy: ctx.actor.name,
        reviewedOn: null,
        opinion: null,
      })
    }
    return { submitted: new Set(tasks).size }
  },
)

function orgOf({ actor }: Ctx): string {
  if (!actor.org) throw denied('您的账号没有所属单位，不能填报')
  return actor.org
}

async function requireDuty(ctx: Ctx, task: string, month: string): Promise<void> {
  const plan = await planInForce(ctx)
  if (!plan) throw conflict('尚无已发布的方案')
  const units = await unitsOf(ctx, plan.id)
  if (!units.some(({ taskKey, org }) => taskKey === task && org === ctx.actor.org))
    throw denied('本单位不是该任务的责任单位，不能填报')
  if (!reportingMonths(plan, ctx.today).includes(month)) throw invalid(`${month} 不在方案的填报月份之内`)
}
