/** The rows of an import enter the ledger, all of them or none. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '#platform/context.ts'
import { conflict } from '#platform/problem.ts'
import type { Importer } from './importer.ts'
import { intakeStates } from './model.ts'
import { type Intake, ofKind } from './queries.ts'
import { intakeRows, intakes } from './tables.ts'

/** A hundred thousand rows and their entries in the journal take longer than any other statement may. */
const patience = sql`select set_config('statement_timeout', '10min', true)`

/** @returns how many rows were committed */
export async function commitRows(ctx: Ctx, of: Intake, importer: Importer): Promise<number> {
  if (of.status !== 'checked') throw conflict(`该导入当前为“${intakeStates[of.status]}”，不能提交`)
  await refuseBad(ctx, of.id)
  const done = await ctx.db.$count(intakeRows, and(eq(intakeRows.intake, of.id), eq(intakeRows.skip, false)))
  if (!done) throw conflict('没有需要提交的内容：各行与档案一致，或已设为不导入')
  await ctx.db.execute(patience)
  await importer.commit(ctx, of)
  await ctx.db.delete(intakeRows).where(eq(intakeRows.intake, of.id))
  const ended = { status: 'committed', done, finishedAt: ctx.now.toISOString() } as const
  await ctx.db.update(intakes).set(ended).where(eq(intakes.id, of.id))
  return done
}

async function refuseBad({ db }: Ctx, id: string): Promise<void> {
  const bad = and(ofKind(id, 'bad'), eq(intakeRows.skip, false))
  const [first] = await db.select().from(intakeRows).where(bad).orderBy(asc(intakeRows.row)).limit(1)
  if (!first) return
  const { column, heading, problem } = first.bad[0]!
  const place = `第 ${first.row} 行${column && ` ${column} 列`}${heading && `「${heading}」`}`
  throw conflict(
    `还有 ${await db.$count(intakeRows, bad)} 行有误，首处在${place}：${problem}。请改正后重新上传，或将有误的行设为不导入`,
  )
}
