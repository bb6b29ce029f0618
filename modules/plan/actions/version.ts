/** Versions of a plan: uploaded as a draft, published once complete, revised by a new version, closed at the end. */
import { randomUUID } from 'node:crypto'
import { and, desc, eq, lte, max, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import type { PlanDocument } from '#engines/plan/schema.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download, text, upload } from '#platform/fields.ts'
import { keepFile, openFile } from '#platform/files.ts'
import { advance, available } from '#platform/flow.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { compute } from '#platform/worker.ts'
import { confine } from '../confine.ts'
import { copyItems } from '../copy.ts'
import { storeItems } from '../extract.ts'
import { planFlow, type states } from '../flow.ts'
import { plan, rows } from '../model.ts'
import { draftById, headColumns, itemsOf, planById, planInForce, textOf } from '../queries.ts'
import { lacking } from '../ready.ts'
import { goals, groups, plans, safeguards, targets, tasks, taskUnits, zones } from '../tables.ts'

const steps = z.array(z.enum(['publish', 'revise', 'close']))
const head = rows.plan.omit({ text: true, warnings: true }).extend({ can: steps })

const headOf = <P extends { status: keyof typeof states }>(row: P, ctx: Ctx) => ({
  ...row,
  can: available(planFlow, row, ctx.actor),
})

/** Drafts, and what had been published by today. */
export const list = query({ label: '方案版本', who: 'anyone', input: z.object({}), output: z.array(head) }, async (ctx) => {
  const known = or(eq(plans.status, 'draft'), lte(plans.publishedOn, ctx.today))
  const found = await ctx.db.select(headColumns).from(plans).where(known).orderBy(desc(plans.from), desc(plans.version))
  return found.map((row) => headOf(row, ctx))
})

export const whole = z.object({
  plan: rows.plan.omit({ text: true }).extend({ can: steps }),
  goals: z.array(rows.goal),
  targets: z.array(rows.target),
  zones: z.array(rows.zone),
  groups: z.array(rows.group),
  tasks: z.array(rows.task),
  safeguards: z.array(rows.safeguard),
  units: z.array(rows.taskUnit),
  /** What still keeps a draft from being published. */
  lacking: z.array(
    z.object({ about: z.enum(['plan', 'target', 'unit', 'task']), id: z.string().nullable(), sentence: z.string() }),
  ),
})

/** One version with everything in it but the text; without an id the one in force. Null before any plan is published. */
export const show = query(
  { label: '方案内容', who: 'anyone', input: z.object({ id: z.uuid().optional() }), output: whole.nullable() },
  async (ctx, { id }) => {
    const found = id ? await planById(ctx, id) : await planInForce(ctx)
    if (!found) return null
    const items = await itemsOf(ctx, found.id)
    return { plan: headOf(found, ctx), ...items, lacking: found.status === 'draft' ? lacking(found, items) : [] }
  },
)

/** The normalised text, which never changes once imported. */
export const fullText = query(
  { label: '方案正文', who: 'anyone', input: z.object({ id: z.uuid() }), output: z.object({ text: z.string() }) },
  async (ctx, { id }) => ({ text: await textOf(ctx, id) }),
)

/** Reads the document off the event loop; a file that is no plan is refused and nothing is stored. */
export const importDocument = command(
  {
    label: '导入方案',
    who: ['office'],
    input: z.object({ file: upload('方案文件'), follows: z.uuid().nullable().default(null) }),
    output: z.object({ id: z.uuid(), warnings: z.number() }),
  },
  async (ctx, { file, follows }) => {
    const document = await compute<PlanDocument>(new URL('../read-worker.ts', import.meta.url), file, {
      seconds: 60,
      megabytes: 1024,
      tooLong: `文件“${file.name}”过于复杂，未能在一分钟内读完，请转为纯文本后再导入`,
      busy: '正在读取其他方案文件，请稍候一两分钟再导入',
    })
    const kept = await keepFile(ctx, {
      name: file.name,
      type: 'application/octet-stream',
      bytes: Buffer.from(file.bytes),
      audience: 'internal',
    })
    const year = Number(ctx.today.slice(0, 4))
    const title = document.title ?? file.name
    const doubts = [...(await twins(ctx, title)), ...(document.period ? [] : ['未找到实施期限，起止年份暂填为今年，请核对'])]
    const warnings = [...doubts.map((message) => ({ message, span: null })), ...document.warnings]
    const [row] = await ctx.db
      .insert(plans)
      .values(
        confine(plan, {
          series: randomUUID(),
          version: 1,
          status: 'draft' as const,
          title,
          documentNumber: document.documentNumber,
          issuer: document.issuer,
          issuedOn: document.issuedOn,
          from: document.period?.from ?? year,
          to: document.period?.to ?? year,
          follows,
          file: kept.id,
          text: document.text,
          directions: document.directions,
          workingGroups: document.workingGroups,
          copiedTo: document.copiedTo,
          warnings,
          publishedOn: null,
          publishedBy: null,
          revision: null,
          demo: false,
        }),
      )
      .returning()
    await storeItems(ctx.db, row!.id, document)
    return { id: row!.id, warnings: warnings.length }
  },
)

/** A plan that is there already is revised, not imported anew: two plans of one name would both be in force. */
async function twins({ db }: Ctx, title: string): Promise<string[]> {
  const [twin] = await db
    .select({ version: plans.version })
    .from(plans)
    .where(and(eq(plans.title, title), eq(plans.status, 'published')))
  return twin
    ? [`已有同名的现行方案（第 ${twin.version} 版）。如需更改它，请在“方案版本”中修订；发布本草稿将以本草稿为现行方案`]
    : []
}

export const describe = command(
  {
    label: '更正方案基本信息',
    who: ['office'],
    input: plan
      .pick({
        title: true,
        documentNumber: true,
        issuer: true,
        issuedOn: true,
        from: true,
        to: true,
        directions: true,
        workingGroups: true,
        copiedTo: true,
        follows: true,
      })
      .extend({ id: z.uuid() })
      .refine(({ from, to }) => from <= to, '起始年份不能晚于终止年份'),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, ...values }) => {
    const draft = await draftById(ctx, id)
    if (values.follows === draft.series) throw invalid('方案不能接续自己')
    await ctx.db.update(plans).set(values).where(eq(plans.id, id))
    return { id }
  },
)

/** Publishes a complete draft; the version before it becomes 已修订. From here on it cannot be changed. */
export const publish = command(
  { label: '发布方案', who: ['office'], input: z.object({ id: z.uuid() }), output: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    const [draft] = await ctx.db.select(headColumns).from(plans).where(eq(plans.id, id)).for('update')
    if (!draft) throw missing('方案')
    const status = advance(planFlow, draft, 'publish', ctx.actor)
    const wants = lacking(draft, await itemsOf(ctx, id))
    if (wants.length) throw conflict(`还有 ${wants.length} 处未完成，不能发布：${wants[0]!.sentence}`)
    await ctx.db
      .update(plans)
      .set({ status: 'revised' })
      .where(and(eq(plans.series, draft.series), eq(plans.status, 'published')))
    await ctx.db.update(plans).set({ status, publishedOn: ctx.today, publishedBy: ctx.actor.name }).where(eq(plans.id, id))
    return { id }
  },
)

/** A new draft version with a copy of everything; keys stay, so that progress and readings go on. */
export const revise = command(
  {
    label: '修订方案',
    who: ['office'],
    input: z.object({ id: z.uuid(), revision: text('修订说明', 2000) }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, revision }) => {
    // Held, so that of two revisions at once the second is told of the first.
    const [current] = await ctx.db.select().from(plans).where(eq(plans.id, id)).for('update')
    if (!current) throw missing('方案')
    advance(planFlow, current, 'revise', ctx.actor)
    const [open] = await ctx.db
      .select({ id: plans.id })
      .from(plans)
      .where(and(eq(plans.series, current.series), eq(plans.status, 'draft')))
    if (open) throw conflict('该方案已有一份修订草稿，请先发布或放弃它')
    const [{ last }] = (await ctx.db
      .select({ last: max(plans.version) })
      .from(plans)
      .where(eq(plans.series, current.series))) as [{ last: number }]
    const { id: _, createdAt, updatedAt, ...copied } = current
    const [draft] = await ctx.db
      .insert(plans)
      .values({ ...copied, version: last + 1, status: 'draft', revision, publishedOn: null, publishedBy: null })
      .returning()
    await copyItems(ctx.db, id, draft!.id)
    return { id: draft!.id }
  },
)

export const close = command(
  { label: '结束方案', who: ['office'], input: z.object({ id: z.uuid() }), output: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    const [current] = await ctx.db.select(headColumns).from(plans).where(eq(plans.id, id)).for('update')
    if (!current) throw missing('方案')
    await ctx.db
      .update(plans)
      .set({ status: advance(planFlow, current, 'close', ctx.actor) })
      .where(eq(plans.id, id))
    return { id }
  },
)

/** Gives a draft up; the journal keeps what was in it. */
export const discard = command(
  { label: '放弃草稿', who: ['office'], input: z.object({ id: z.uuid() }), output: z.object({ id: z.uuid() }) },
  async (ctx, { id }) => {
    await draftById(ctx, id)
    for (const items of [taskUnits, tasks, groups, goals, zones, safeguards, targets])
      await ctx.db.delete(items).where(eq(items.plan, id))
    await ctx.db.delete(plans).where(and(eq(plans.id, id), ne(plans.status, 'published')))
    return { id }
  },
)

/** The document as it was uploaded. */
export const original = query(
  {
    label: '下载原文件',
    who: ['office', 'leader', 'department', 'park', 'town'],
    input: z.object({ id: z.uuid() }),
    output: download('原文件'),
  },
  async (ctx, { id }) => {
    const { file } = await planById(ctx, id)
    if (!file) throw missing('原文件')
    return openFile(ctx, file)
  },
)
