/** One claim, opened by whoever may see it; and what a clause would come to, asked before anything is begun. */
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { readVersions } from '#modules/policy/reading.ts'
import { policies } from '#modules/policy/tables.ts'
import { query } from '#platform/action.ts'
import { text } from '#platform/fields.ts'
import { batchFor } from '../course/begin.ts'
import { declaredOf, grantingOf, heldMaterials, materialsOf } from '../course/clause.ts'
import { checkDeclared, projectIn } from '../course/declared.ts'
import { judge } from '../course/judge.ts'
import { claimToSee } from '../course/turn.ts'
import { asConsequence } from '../course/way.ts'
import { cycles } from '../tables.ts'
import { factLine, linesOf, outcomeOf, readClaim, wholeClaim } from '../whole.ts'
import { firms, requireFile, writers } from './apply.ts'

const id = z.uuid('没有找到该兑现事项，请核对网址')

export const one = query(
  { label: '兑现事项详情', who: ['leader', 'office', 'department', ...firms], input: z.object({ id }), output: wholeClaim },
  async (ctx, { id }) => readClaim(ctx, await claimToSee(ctx, id)),
)

/** Clauses a firm can claim today, by batch. */
export const openClauses = query(
  {
    label: '可申报条款',
    who: writers,
    input: z.object({}),
    output: z.array(
      z.object({
        cycle: z.uuid(),
        cycleTitle: z.string(),
        closesOn: z.string().nullable(),
        policy: z.string(),
        policyCode: z.string(),
        clause: z.string(),
        title: z.string(),
        article: z.string(),
        plain: z.string().nullable(),
      }),
    ),
  },
  async (ctx) => {
    const open = and(
      eq(cycles.status, 'open'),
      eq(cycles.channel, 'claim'),
      lte(cycles.opensOn, ctx.today),
      or(isNull(cycles.closesOn), gte(cycles.closesOn, ctx.today)),
    )
    const rows = await ctx.db
      .select({ row: cycles, policy: policies })
      .from(cycles)
      .innerJoin(policies, eq(policies.id, cycles.policy))
      .where(open)
      .orderBy(cycles.closesOn, cycles.title)
    const read = await readVersions(ctx, [...new Set(rows.map(({ row }) => row.version))])
    return rows.flatMap(({ row, policy }) =>
      row.clauses.flatMap((code) => {
        const clause = read.get(row.version)?.policy.clauses.find((one) => one.code === code)
        if (!clause) return []
        const { title, article, plain } = clause
        const of = { cycle: row.id, cycleTitle: row.title, closesOn: row.closesOn, policy: policy.title, policyCode: policy.code }
        return [{ ...of, clause: code, title, article, plain }]
      }),
    )
  },
)

/** The engine's answer at once, to what is typed so far; nothing is kept. */
export const preview = query(
  {
    label: '测算兑现金额',
    who: firms,
    input: z.object({
      cycle: z.uuid('请选择兑现批次'),
      clause: text('条款', 60),
      declared: z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.null()])).default({}),
    }),
    output: z.object({
      facts: z.array(factLine),
      outcome: outcomeOf,
      asked: wholeClaim.shape.asked,
      heldByLedgers: wholeClaim.shape.heldByLedgers,
    }),
  },
  async (ctx, { cycle, clause, declared: typed }) => {
    const file = await requireFile(ctx)
    const batch = await batchFor(ctx, cycle, clause)
    const granting = await grantingOf(ctx, { version: batch.version, clause })
    const declared = checkDeclared(declaredOf(granting), typed)
    const project = projectIn(declared)
    const of = {
      id: null,
      version: batch.version,
      clause,
      cycle,
      enterprise: file.id,
      year: batch.year,
      project,
      declared,
      facts: {},
    }
    const { facts, decision, verdict, computed, remarks } = await asConsequence(ctx, (wide) => judge(wide, of))
    return {
      facts: linesOf(granting, facts as never, { declared }),
      outcome: { decision, verdict, computed, remarks },
      ...{ asked: materialsOf(granting), heldByLedgers: heldMaterials(granting) },
    }
  },
)
