/** What other figures in a clause would cost over a year of the ledger: tried out, looked into, kept, attached to a draft. */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { divisions } from '#engines/enterprise/industry.ts'
import { verdictOf } from '#engines/policy/bare.ts'
import { type Parameter, parametersOf } from '#engines/policy/parameters.ts'
import { oneMissed } from '#engines/policy/truths.ts'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { conflict, invalid, missing } from '#platform/problem.ts'
import { overAll } from '#platform/session.ts'
import { oneFirm } from '../facts/gather.ts'
import { scenario } from '../model.ts'
import { explained, explainFacts } from '../screen/frozen.ts'
import { policies, policyVersions, scenarios as scenarioTable } from '../tables.ts'
import { columnsOf } from './columns.ts'
import { type Outcome, outcome } from './outcome.ts'
import { simulate as run, sidesOf } from './simulate.ts'

const planners = ['office', 'leader', 'department'] as const
const version = z.uuid('没有找到该条款版本，请核对网址')
const change = z.object({ id: z.string().max(300), to: z.string().trim().max(20) })
const year = z.int().min(2000, '测算年度有误').max(2100, '测算年度有误')
const asked = z.object({ version, changes: z.array(change).max(200).default([]), year })

const parameter = z.custom<Omit<Parameter, 'from' | 'to'>>()
export const parameters = query(
  {
    label: '政策测算参数',
    who: planners,
    input: z.object({ version }),
    output: z.object({
      policy: z.object({ id: z.uuid(), title: z.string() }),
      number: z.number(),
      clauses: z.array(z.object({ code: z.string(), title: z.string(), article: z.string() })),
      parameters: z.array(parameter),
      /** Of the ledger, the latest first. */
      years: z.array(z.number()),
      /** Drafts of the same document. */
      drafts: z.array(z.object({ id: z.uuid(), number: z.number() })),
      /** Whether single firms are shown to the reader. */
      firms: z.boolean(),
    }),
  },
  async (ctx, { version: id }) => {
    const [row] = await ctx.db
      .select({ version: policyVersions, title: policies.title })
      .from(policyVersions)
      .innerJoin(policies, eq(policies.id, policyVersions.policy))
      .where(eq(policyVersions.id, id))
    if (!row) throw missing('条款版本')
    const now = Number(ctx.today.slice(0, 4))
    const { base } = await sidesOf(ctx, { version: id, changes: [], year: now })
    const drafts = await ctx.db
      .select({ id: policyVersions.id, number: policyVersions.number })
      .from(policyVersions)
      .where(and(eq(policyVersions.policy, row.version.policy), eq(policyVersions.status, 'draft')))
    return {
      policy: { id: row.version.policy, title: row.title },
      number: row.version.number,
      clauses: base.policy.clauses.map(({ code, title, article }) => ({ code, title, article })),
      parameters: parametersOf(row.version.text).map(({ from: _, to: __, ...one }) => one),
      years: [now, now - 1, now - 2],
      drafts,
      firms: seesFirms(ctx),
    }
  },
)

/** What a firm reported is for the office and the leader; a department sees sums. */
const seesFirms = ({ actor }: Ctx): boolean => actor.role !== 'department'

const told = outcome.extend({
  day: z.string(),
  changes: z.array(z.object({ clause: z.string(), what: z.string(), from: z.string(), to: z.string() })),
})

export const simulate = query({ label: '政策测算', who: planners, input: asked, output: told }, async (ctx, of) => {
  const { day, changes, outcome: found } = await run(ctx, of)
  return { ...(await forReader(ctx, found)), day, changes }
})

async function forReader(ctx: Ctx, of: Outcome): Promise<Outcome> {
  const zones = await ctx.db
    .select({ id: orgs.id, name: orgs.shortName })
    .from(orgs)
    .where(
      inArray(
        orgs.id,
        of.zones.flatMap(({ name }) => (name === '' ? [] : [name])),
      ),
    )
  const zoneNames = new Map(zones.map(({ id, name }) => [id, name]))
  const named = (groups: Outcome['sizes'], word: (name: string) => string) =>
    (seesFirms(ctx) ? groups : together(groups)).map((one) => ({ ...one, name: one.name === few ? few : word(one.name) }))
  return {
    ...of,
    sizes: named(of.sizes, (name) => name || '规模待定'),
    zones: named(of.zones, (id) => zoneNames.get(id) ?? '园城外'),
    industries: named(of.industries, (code) => divisions[code] ?? '其他行业'),
    winners: seesFirms(ctx) ? of.winners : [],
    losers: seesFirms(ctx) ? of.losers : [],
  }
}

const few = '不足 3 家的各组合计'
/** A group of one or two would tell what a single firm has. */
function together(groups: Outcome['sizes']): Outcome['sizes'] {
  const [many, small] = [groups.filter(({ all }) => all >= 3), groups.filter(({ all }) => all < 3)]
  if (small.length === 0) return many
  const sum = (side: 'base' | 'changed') => ({
    firms: small.reduce((all, one) => all + one[side].firms, 0),
    amount: small.reduce((all, one) => all + one[side].amount, 0),
  })
  return [...many, { name: few, all: small.reduce((n, { all }) => n + all, 0), base: sum('base'), changed: sum('changed') }]
}

/** Both decisions on one firm, with every reason. */
export const simulatedFirm = query(
  {
    label: '测算企业对照',
    who: ['office', 'leader'],
    input: asked.extend({ enterprise: z.uuid('没有找到该企业') }),
    output: z.object({ name: z.string(), base: explained, changed: explained }),
  },
  async (ctx, { enterprise, ...of }) => {
    const { base, changed, day } = await sidesOf(ctx, of)
    const asking = { day, known: ctx.today > day ? ctx.today : day, titles: base.layout.titles }
    const found = await overAll(ctx, (all) => oneFirm(all, enterprise, asking))
    if (!found) throw missing('企业')
    const past = found.past.filter((award) => award.year < of.year)
    return {
      name: found.firm.name,
      base: explainFacts(base, found.facts, past, day),
      changed: explainFacts(changed, found.facts, past, day),
    }
  },
)

/** One clause for everybody: how many it grants, and how much, before anything is started. */
export const previewClause = query(
  {
    label: '条款预览',
    who: planners,
    input: asked.extend({ clause: z.string().max(60) }),
    output: z.object({
      firms: z.number(),
      granted: z.number(),
      refused: z.number(),
      unknown: z.number(),
      people: z.number(),
      near: z.number(),
      amount: z.number(),
    }),
  },
  async (ctx, { clause: code, ...of }) => {
    const { changed, day } = await sidesOf(ctx, of)
    const columns = await columnsOf(ctx, day, changed.layout.titles)
    const clause = changed.clauses.find((one) => one.code === code)
    if (!clause) throw missing('条款')
    const counts = { firms: columns.ids.length, granted: 0, refused: 0, unknown: 0, people: 0, near: 0, amount: 0 }
    for (const [n, row] of columns.rows.entries()) {
      const came = clause.bare(row, columns.past[n]!, day)
      const verdict = verdictOf(came)
      counts[verdict] += 1
      if (came > 0) counts.amount += came
      if (verdict === 'refused' && oneMissed(clause.truths(row, columns.past[n]!, day))) counts.near += 1
    }
    return counts
  },
)

const line = scenario.omit({ text: true }).extend({ id: z.uuid(), outcome: outcome.partial() })

export const scenarios = query(
  {
    label: '政策测算方案',
    who: planners,
    input: z.object({ policy: z.uuid('没有找到该政策文件') }),
    output: z.array(line),
  },
  ({ db }, { policy }) =>
    db.select().from(scenarioTable).where(eq(scenarioTable.policy, policy)).orderBy(desc(scenarioTable.createdAt)),
)

export const saveScenario = command(
  {
    label: '保存测算方案',
    who: ['office', 'department'],
    input: asked.extend({ title: scenario.shape.title }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { title, ...of }) => {
    const { text, changes, outcome: found } = await run(ctx, of)
    if (changes.length === 0) throw invalid('尚未调整任何参数，没有可保存的方案')
    const [version] = await ctx.db.select().from(policyVersions).where(eq(policyVersions.id, of.version))
    // Sums alone are kept: which firms gain is looked up again when it is asked for.
    const outcome = { ...(await forReader(ctx, found)), winners: [], losers: [] }
    const [row] = await ctx.db
      .insert(scenarioTable)
      .values({
        ...{ title, policy: version!.policy, base: of.version, text, changes, year: of.year, outcome },
        ...{ draft: null, savedBy: ctx.actor.name, savedOn: ctx.today },
      })
      .returning()
    return { id: row!.id }
  },
)

/** To a draft of the same document that says what the scenario says. */
export const attachScenario = command(
  {
    label: '测算方案附于草案',
    who: ['office', 'department'],
    input: z.object({ id: z.uuid('没有找到该测算方案'), draft: version }),
    output: z.object({ id: z.uuid() }),
  },
  async ({ db }, { id, draft }) => {
    const [found] = await db.select().from(scenarioTable).where(eq(scenarioTable.id, id))
    if (!found) throw missing('测算方案')
    const [to] = await db.select().from(policyVersions).where(eq(policyVersions.id, draft))
    if (to?.policy !== found.policy) throw conflict('测算方案只能附于同一政策文件的草案')
    if (to.status !== 'draft') throw conflict('只能附于尚未发布的草案')
    await db.update(scenarioTable).set({ draft }).where(eq(scenarioTable.id, id))
    return { id }
  },
)

/** The clauses of a scenario, for a draft to begin with. */
export const scenarioText = query(
  {
    label: '测算方案条款',
    who: ['office', 'department'],
    input: z.object({ id: z.uuid('没有找到该测算方案') }),
    output: z.object({ text: z.string(), base: z.uuid() }),
  },
  async ({ db }, { id }) => {
    const [found] = await db.select().from(scenarioTable).where(eq(scenarioTable.id, id))
    if (!found) throw missing('测算方案')
    return { text: found.text, base: found.base }
  },
)
