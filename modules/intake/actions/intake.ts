/** An import from its file to its end: uploaded, looked at, committed whole or given up. */
import { and, count, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx, Role } from '#platform/context.ts'
import { download, oneOf, upload } from '#platform/fields.ts'
import { keepFile } from '#platform/files.ts'
import { conflict, denied } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { templateBuffer } from '#platform/sheet/template.ts'
import { commitRows } from '../commit.ts'
import type { Importer } from '../importer.ts'
import { intake, ledgers } from '../model.ts'
import { progressOf } from '../progress.ts'
import { importerOf, intakeById, intakeToChange, ofKind } from '../queries.ts'
import { intakeRows, intakes } from '../tables.ts'

const which = z.object({ id: z.uuid('没有找到该导入，请核对网址') })
const done = z.object({ id: z.uuid() })
const line = intake.extend({ id: z.uuid() }).omit({ file: true })
const ledger = oneOf('台账', ledgers)
export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const whoImports = (importers: readonly Importer[]): Role[] => [...new Set(importers.flatMap(({ who }) => who))]

export function intakeActions(importers: readonly Importer[]) {
  const who = whoImports(importers)

  const list = query(
    {
      label: '表格导入记录',
      who,
      input: z.object({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
      output: z.object({ rows: z.array(line), total: z.number(), ledgers: z.array(ledger) }),
    },
    async (ctx, { page, size }) => {
      const rows = await ctx.db
        .select()
        .from(intakes)
        .orderBy(desc(intakes.startedAt), desc(intakes.id))
        .limit(size)
        .offset((page - 1) * size)
      const [all] = await ctx.db.select({ total: count() }).from(intakes)
      const own = importers.filter((one) => one.who.includes(ctx.actor.role)).map((one) => one.ledger)
      return { rows, total: all!.total, ledgers: own }
    },
  )

  const template = query(
    { label: '下载导入模板', who, input: z.object({ ledger }), output: download('导入模板') },
    async (ctx, { ledger }) => {
      const { needed, ...reading } = await importerOf(importers, ledger, ctx).open(ctx, orgOf(ctx))
      const columns = reading.columns.map((column) => ({ ...column, required: column.required || needed.includes(column.key) }))
      const { choices, examples, note } = reading
      const bytes = await templateBuffer({ title: ledgers[ledger], columns, choices, examples, note })
      return { name: `${ledgers[ledger]}导入模板.xlsx`, type: workbook, bytes }
    },
  )

  /** Answered at once; the reading goes on in the background (see job.ts). */
  const start = command(
    { label: '上传导入表格', who, input: z.object({ ledger, file: upload('表格文件') }), output: done },
    async (ctx, { ledger, file }) => {
      importerOf(importers, ledger, ctx)
      const org = orgOf(ctx)
      await requireIdle(ctx, org)
      const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
      const kept = await keepFile(ctx, { name: file.name, type: workbook, bytes, audience: 'own' })
      const counts = { total: 0, bad: 0, similar: 0, fresh: 0, changed: 0, done: 0 }
      const begun = { startedBy: ctx.actor.name, startedAt: ctx.now.toISOString(), message: null, finishedAt: null }
      const [row] = await ctx.db
        .insert(intakes)
        .values({ ledger, status: 'reading', file: kept.id, fileName: kept.name, org, ignored: [], ...counts, ...begun })
        .returning({ id: intakes.id })
      return row!
    },
  )

  const show = query(
    {
      label: '表格导入',
      who,
      input: which,
      output: line.extend({
        /** How far it has been read, where this server is the one that reads. */
        progress: z.object({ rows: z.number(), part: z.number() }).nullable(),
        /** Rows much like others that are to be imported all the same; rows at fault that are left out. */
        anyway: z.number(),
        leftOut: z.number(),
      }),
    },
    async (ctx, { id }) => {
      const of = await intakeById(ctx, id)
      const waits = of.status === 'checked'
      const anyway =
        waits && of.similar ? await ctx.db.$count(intakeRows, and(ofKind(id, 'similar'), eq(intakeRows.skip, false))) : 0
      const leftOut = waits && of.bad ? await ctx.db.$count(intakeRows, and(ofKind(id, 'bad'), eq(intakeRows.skip, true))) : 0
      return { ...of, progress: progressOf(id), anyway, leftOut }
    },
  )

  const commit = command(
    { label: '提交导入', who, input: which, output: done.extend({ done: z.number() }) },
    async (ctx, { id }) => {
      const of = await intakeToChange(ctx, id)
      return { id, done: await commitRows(ctx, of, importerOf(importers, of.ledger, ctx)) }
    },
  )

  const discard = command({ label: '放弃导入', who, input: which, output: done }, async (ctx, { id }) => {
    const of = await intakeToChange(ctx, id)
    if (of.status !== 'checked' && of.status !== 'reading') throw conflict('该导入已经结束，无须放弃')
    await ctx.db.delete(intakeRows).where(eq(intakeRows.intake, id))
    await ctx.db.update(intakes).set({ status: 'discarded', finishedAt: ctx.now.toISOString() }).where(eq(intakes.id, id))
    return { id }
  })

  /** The ledger has changed since: the same file is read again. */
  const recheck = command({ label: '重新检查导入表格', who, input: which, output: done }, async (ctx, { id }) => {
    const of = await intakeToChange(ctx, id)
    if (of.status !== 'checked' && of.status !== 'failed') throw conflict('该导入已经结束或正在读取，不能重新检查')
    await requireIdle(ctx, of.org)
    await ctx.db.delete(intakeRows).where(eq(intakeRows.intake, id))
    const again = { status: 'reading', startedAt: ctx.now.toISOString(), message: null, finishedAt: null } as const
    await ctx.db.update(intakes).set(again).where(eq(intakes.id, id))
    return { id }
  })

  return { list, template, start, show, commit, discard, recheck }
}

function orgOf({ actor }: Ctx): string {
  if (!actor.org) throw denied('您没有任职单位，不能导入表格')
  return actor.org
}

/** One sheet at a time: what it brings is told of the next one. */
async function requireIdle(ctx: Ctx, org: string): Promise<void> {
  await oneAtATime(ctx, `intake of ${org}`)
  const [busy] = await ctx.db
    .select({ fileName: intakes.fileName })
    .from(intakes)
    .where(and(eq(intakes.org, org), eq(intakes.status, 'reading')))
  if (busy) throw conflict(`本单位正在读取“${busy.fileName}”，请在读完后再上传`)
}
