/** Monthly progress: pre-filled from what is known, confirmed where nothing changed, reviewed by the office. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { monthInWords } from '#engines/progress/wording.ts'
import { planInForce, unitsOf } from '#modules/plan/queries.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { advance, available } from '#platform/flow.ts'
import { conflict, denied, invalid } from '#platform/problem.ts'
import { reportFlow } from '../flow.ts'
import { report } from '../model.ts'
import { reportDueOn, reportingMonths } from '../months.ts'
import { askedSince, byTask, milestonesOf, reportsOf, reportToChange, titlesOf } from '../queries.ts'
import { reports } from '../tables.ts'

const workers = ['office', 'department', 'park', 'town'] as const
const steps = z.enum(['submit', 'withdraw', 'accept', 'return'])
export const reportRow = report.extend({ id: z.uuid(), can: z.array(steps) })
const at = { task: report.shape.task, month: report.shape.month }

type Row = typeof reports.$inferSelect

/** Steps the actor can take: only a unit itself submits and withdraws its report. */
export const stepsOn = (row: Pick<Row, 'status' | 'org'>, { actor }: Ctx) =>
  available(reportFlow, row, actor).filter((step) => (step !== 'submit' && step !== 'withdraw') || row.org === actor.org)
const answered = (row: Row, ctx: Ctx) => ({ ...row, can: stepsOn(row, ctx) })

const prefilled = z.object({
  /** Empty where nothing is known yet: nothing was reported before and nothing finished. */
  progress: z.string(),
  problems: z.string().nullable(),
  next: z.string().nullable(),
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
    const all = (await reportsOf(ctx, [task])).filter(({ org }) => org === orgOf(ctx))
    const own = all.find((row) => row.month === month)
    const before = all.find((row) => row.month < month)
    const finished = (await milestonesOf(ctx, [task])).filter(
      ({ owner, doneOn }) => owner === ctx.actor.org && doneOn?.startsWith(month),
    )
    const done = finished.map(({ title, doneOn }) => `${Number(doneOn!.slice(8))}日完成“${title}”。`).join('')
    const from = own ?? before
    return {
      report: own ? answered(own, ctx) : null,
      dueOn: reportDueOn(month),
      previousMonth: before?.month ?? null,
      nothingNew: finished.length === 0 && before !== undefined && isSent(before),
      progress: own?.progress ?? `${done}${finished.length ? '' : (before?.progress ?? '')}`,
      problems: from?.problems ?? null,
      next: from?.next ?? null,
    }
  },
)

/** Words that were given to the office and not returned. */
export const isSent = ({ status }: Pick<Row, 'status'>) => status === 'submitted' || status === 'accepted'

/** Keeps a draft of one's own unit; submitting is a step of its own. */
export const saveReport = command(
  {
    label: '保存月度进展',
    who: workers,
    input: report.pick({ task: true, month: true, progress: true, problems: true, next: true, unchanged: true }),
    output: reportRow,
  },
  async (ctx, input) => {
    await requireDuty(ctx, [input.task], input.month)
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
    const row = await reportToChange(ctx, id)
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
  async (ctx, { month, tasks: chosen }) => {
    const keys = [...new Set(chosen)]
    const titles = await requireDuty(ctx, keys, month)
    const told = byTask((await reportsOf(ctx, keys)).filter(({ org }) => org === ctx.actor.org))
    const done = byTask(await milestonesOf(ctx, keys))
    const words = keys.map((task) => {
      const title = titles.get(task)!
      const own = told.get(task) ?? []
      if (own.some((row) => row.month === month)) throw conflict(`“${title}”${monthInWords(month)}的进展已在办理，请到任务中填报`)
      const before = own.find((row) => row.month < month)
      if (!before || !isSent(before)) throw conflict(`“${title}”此前没有报送过进展，请先填写一次`)
      const finished = done.get(task)?.find(({ owner, doneOn }) => owner === ctx.actor.org && doneOn?.startsWith(month))
      if (finished) throw conflict(`“${title}”${monthInWords(month)}完成了节点“${finished.title}”，请填写进展`)
      return { task, progress: before.progress, problems: before.problems, next: before.next }
    })
    const fixed = { org: orgOf(ctx), month, status: 'submitted', unchanged: true, reviewedOn: null, opinion: null } as const
    const sent = { submittedOn: ctx.today, submittedBy: ctx.actor.name }
    await ctx.db.insert(reports).values(words.map((row) => ({ ...row, ...fixed, ...sent })))
    return { submitted: words.length }
  },
)

function orgOf({ actor }: Ctx): string {
  if (!actor.org) throw denied('您的账号没有所属单位，不能填报')
  return actor.org
}

/** The actor's unit answers for all of these tasks, and the plan asks a report of that month; answers their titles. */
async function requireDuty(ctx: Ctx, keys: string[], month: string): Promise<Map<string, string>> {
  const plan = await planInForce(ctx)
  if (!plan) throw conflict('尚无已发布的方案')
  const own = (await unitsOf(ctx, plan.id)).filter(({ org }) => org === orgOf(ctx))
  if (!keys.every((key) => own.some(({ taskKey }) => taskKey === key))) {
    throw denied('本单位不是该任务的责任单位，不能填报')
  }
  const since = await askedSince(ctx, plan.series)
  for (const key of keys) {
    const asked = reportingMonths({ ...plan, publishedOn: since.get(`${key} ${ctx.actor.org}`) ?? plan.publishedOn }, ctx.today)
    if (!asked.includes(month)) throw invalid(`${monthInWords(month)}不在方案的填报月份之内`)
  }
  return titlesOf(ctx, plan.id)
}
