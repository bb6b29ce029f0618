/** The rows of an import to look at: what each would change, what is wrong with it, whom it is like; and the sheet to send back. */
import { and, asc, count, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download, metaOf } from '#platform/fields.ts'
import { openFile } from '#platform/files.ts'
import { conflict } from '#platform/problem.ts'
import type { SheetColumn } from '#platform/sheet/column.ts'
import type { BadCell } from '#platform/sheet/table.ts'
import { compute } from '#platform/worker.ts'
import { type Importer, keyOf, keyParts, type Reading } from '../importer.ts'
import { badCell, intakeRow, rowKinds } from '../model.ts'
import { type Intake, importerOf, intakeById, intakeToChange, kindOf, ofKind } from '../queries.ts'
import { intakeRows } from '../tables.ts'
import { whoImports, workbook } from './intake.ts'

const kinds = Object.keys(rowKinds) as (keyof typeof rowKinds)[]
const which = z.object({ id: z.uuid('没有找到该导入，请核对网址') })

const shownRow = z.object({
  row: z.number(),
  kind: z.enum(kinds),
  skip: z.boolean(),
  key: z.string().nullable(),
  name: z.string().nullable(),
  cells: z.array(z.object({ heading: z.string(), text: z.string().nullable() })),
  bad: z.array(badCell),
  changes: z.array(z.object({ heading: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
  similar: intakeRow.shape.similar,
})

export function intakeRowActions(importers: readonly Importer[]) {
  const who = whoImports(importers)

  const rows = query(
    {
      label: '导入内容预览',
      who,
      input: which.extend({
        kind: z.enum(kinds),
        page: z.int().min(1).max(100_000).default(1),
        size: z.int().min(1).max(200).default(50),
      }),
      output: z.object({ rows: z.array(shownRow), total: z.number() }),
    },
    async (ctx, { id, kind, page, size }) => {
      const of = await intakeById(ctx, id)
      const reading = await importerOf(importers, of.ledger, ctx).open(ctx, of.org)
      const found = await ctx.db
        .select()
        .from(intakeRows)
        .where(ofKind(id, kind))
        .orderBy(asc(intakeRows.row))
        .limit(size)
        .offset((page - 1) * size)
      const [all] = await ctx.db.select({ total: count() }).from(intakeRows).where(ofKind(id, kind))
      return { rows: await shown(ctx, reading, found), total: all!.total }
    },
  )

  const decide = command(
    {
      label: '选择是否导入',
      who,
      input: which.extend({ kind: z.enum(['similar', 'bad']), rows: z.array(z.int()).max(200).nullable(), skip: z.boolean() }),
      output: z.object({ rows: z.number() }),
    },
    async (ctx, { id, kind, rows, skip }) => {
      requireChecked(await intakeToChange(ctx, id))
      const chosen = rows ? and(ofKind(id, kind), inArray(intakeRows.row, rows)) : ofKind(id, kind)
      const decided = await ctx.db.update(intakeRows).set({ skip }).where(chosen).returning({ row: intakeRows.row })
      return { rows: decided.length }
    },
  )

  /** Every row where it was, those at fault coloured: corrected, it can be uploaded again as it is. */
  const errors = query(
    { label: '下载标注问题的表格', who, input: which, output: download('标注问题的表格') },
    async (ctx, { id }) => {
      const of = await intakeById(ctx, id)
      requireChecked(of)
      if (!of.bad) throw conflict('没有有误的行，无须下载')
      const { columns } = await importerOf(importers, of.ledger, ctx).open(ctx, of.org)
      const { bytes } = await openFile(ctx, of.file)
      const input = {
        name: of.fileName,
        bytes,
        columns: columns.map(({ key, heading, required }) => ({ key, heading, required })),
      }
      const answer = await compute<Uint8Array>(
        new URL('../error-worker.ts', import.meta.url),
        { ...input, judged: await judgedRows(ctx, id) },
        {
          seconds: 100,
          megabytes: 512,
          tooLong: '文件过大，未能标注完，请拆成几个文件分别上传',
          busy: '正在处理其他文件，请稍候再下载',
        },
      )
      return { name: `${of.fileName.replace(/\.xlsx$/i, '')}（标注问题）.xlsx`, type: workbook, bytes: answer }
    },
  )

  return { rows, decide, errors }
}

function requireChecked({ status }: Intake): void {
  if (status !== 'checked') throw conflict('该导入不在待提交状态，没有可办理的行')
}

type Row = typeof intakeRows.$inferSelect

async function shown(ctx: Ctx, reading: Reading, found: Row[]): Promise<z.input<typeof shownRow>[]> {
  const { columns, name, called } = reading
  const keys = found.flatMap(({ values }) => keyOf(reading, values) ?? [])
  const present = await reading.present(ctx, keys)
  const text = (column: SheetColumn, value: unknown) => textOf(column, value, called)
  return found.map((row) => {
    const { values } = row
    const key = keyOf(reading, values)
    const there = row.present === null || key === undefined ? undefined : present.get(key)
    const changed = there ? new Set(reading.changed(values, there)) : new Set<string>()
    const before = there ? reading.before(values, there) : {}
    const plain = (of: string) => (typeof values[of] === 'string' ? values[of] : null)
    return {
      row: row.row,
      kind: kindOf(row),
      skip: row.skip,
      key: key === undefined ? null : keyParts(key).join('/'),
      name: plain(name),
      cells: columns.flatMap((column) =>
        column.key in values ? [{ heading: column.heading, text: text(column, values[column.key]) }] : [],
      ),
      bad: row.bad,
      changes: columns
        .filter((column) => changed.has(column.key))
        .map((column) => ({
          heading: column.heading,
          from: text(column, before[column.key]),
          to: text(column, values[column.key]),
        })),
      similar: row.similar,
    }
  })
}

function textOf({ field }: SheetColumn, value: unknown, called: Reading['called']): string | null {
  if (value === null || value === undefined) return null
  const { options, storage } = metaOf(field)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.join('、')
  if (storage === 'uuid') return called(String(value)) ?? '（未能识别）'
  return options?.[String(value)] ?? String(value)
}

const batch = 10_000

/** A few words a row: a hundred thousand of them fit into the memory of the thread that writes them down. */
async function judgedRows({ db }: Ctx, id: string): Promise<{ row: number; bad: BadCell[] }[]> {
  const judged: { row: number; bad: BadCell[] }[] = []
  for (let last = 0; ; ) {
    const found = await db
      .select({ row: intakeRows.row, bad: intakeRows.bad })
      .from(intakeRows)
      .where(and(ofKind(id, 'bad'), gt(intakeRows.row, last)))
      .orderBy(asc(intakeRows.row))
      .limit(batch)
    judged.push(...found)
    if (found.length < batch) return judged
    last = found.at(-1)!.row
  }
}
