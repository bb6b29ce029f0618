/** The rules of moving in and of matching, by version: what was begun under one keeps its clock. */
import { desc } from 'drizzle-orm'
import { z } from 'zod'
import { criterionTitles, matchRules as matchSchema } from '#engines/allocation/match/rules.ts'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { matterToSee } from '../course/turn.ts'
import { checkKinds, matchRule, moveInRule } from '../model.ts'
import { wantedIn } from '../need.ts'
import { offersFor } from '../offer.ts'
import { ruleOn, weightsOn } from '../rule.ts'
import { matchRules, moveInRules } from '../tables.ts'

const identified = { id: z.uuid() }
const moveInVersion = moveInRule.extend(identified)
const matchVersion = matchRule.extend(identified)
const inForce = {
  now: z.object({ days: moveInRule.shape.days, jointArea: z.number(), owners: moveInRule.shape.owners, checkDays: z.number() }),
}

/** All versions, newest first, and what holds today. */
export const rules = query(
  {
    label: '入驻规则',
    who: officials,
    input: z.object({}),
    output: z.object({
      moveIn: z.array(moveInVersion),
      match: z.array(matchVersion),
      ...inForce,
      weights: matchSchema,
      criteria: z.array(z.object({ name: z.string(), title: z.string() })),
    }),
  },
  async (ctx) => ({
    moveIn: await ctx.db.select().from(moveInRules).orderBy(desc(moveInRules.since)),
    match: await ctx.db.select().from(matchRules).orderBy(desc(matchRules.since)),
    now: await ruleOn(ctx, ctx.today),
    weights: await weightsOn(ctx, ctx.today),
    criteria: Object.entries(criterionTitles).map(([name, title]) => ({ name, title })),
  }),
)

const done = z.object(identified)
export const enactRule = command(
  {
    label: '修订入驻规则',
    who: ['office'],
    input: moveInRule
      .refine(({ jointArea }) => jointArea > 0, '提请会商面积应大于 0')
      .refine(({ checkDays }) => checkDays >= 1 && checkDays <= 250, '清单时限应在 1 至 250 个工作日之间'),
    output: done,
  },
  async (ctx, rule) => {
    await requireKinds(ctx, rule.owners)
    await oneAtATime(ctx, 'move_in_rule')
    const [last] = await ctx.db.select().from(moveInRules).orderBy(desc(moveInRules.since)).limit(1)
    requireLater(ctx, rule.since, last?.since)
    const [added] = await ctx.db.insert(moveInRules).values(rule).returning()
    return added!
  },
)

async function requireKinds({ db }: Ctx, owners: Record<string, string>): Promise<void> {
  const bodies = new Set((await db.select({ name: orgs.shortName }).from(orgs)).map(({ name }) => name))
  for (const [kind, name] of Object.entries(owners)) {
    if (!(kind in checkKinds)) throw invalid(`清单中没有“${kind}”这一事项`)
    if (!bodies.has(name)) throw invalid(`组织体系中没有“${name}”，请填写单位简称`)
  }
}

const given = matchRule.pick({ since: true, basis: true }).extend({ weights: matchSchema })
export const enactWeights = command({ label: '修订匹配规则', who: ['office'], input: given, output: done }, async (ctx, rule) => {
  await oneAtATime(ctx, 'match_rule')
  const [last] = await ctx.db.select().from(matchRules).orderBy(desc(matchRules.since)).limit(1)
  requireLater(ctx, rule.since, last?.since)
  const [added] = await ctx.db.insert(matchRules).values(rule).returning()
  return added!
})

function requireLater({ today }: Ctx, since: string, last: string | undefined): void {
  if (last !== undefined && since <= last) throw conflict(`最近一版自 ${last} 起生效，新规则的生效日期应晚于该日`)
  if (last !== undefined && since < today) throw invalid('新规则的生效日期不能早于今天')
}

const ranked = z.object({ key: z.string(), title: z.string(), score: z.number() })
/** How the offers of a matter would change: place and points under today's weights and under those tried. */
export const tryWeights = query(
  {
    label: '试算匹配规则',
    who: ['office'],
    input: z.object({ id: z.uuid('请选择用于试算的入驻事项'), weights: matchSchema }),
    output: z.array(
      ranked.extend({ was: z.object({ place: z.number(), score: z.number() }).nullable(), place: z.number().nullable() }),
    ),
  },
  async (ctx, { id, weights }) => {
    const of = wantedIn((await matterToSee(ctx, id)).need)
    const ranking = async (rules: typeof weights) =>
      (await offersFor(ctx, { of, rules })).offers.map(({ key, buildingName, units, score }) => ({
        key,
        title: `${buildingName} ${units.map(({ name }) => name).join('、')}`,
        score,
      }))
    const before = await ranking(await weightsOn(ctx, ctx.today))
    const after = await ranking(weights)
    const was = new Map(before.map(({ key, score }, at) => [key, { place: at + 1, score }]))
    const gone = before.filter(({ key }) => !after.some((one) => one.key === key))
    return [
      ...after.map((one, at) => ({ ...one, was: was.get(one.key) ?? null, place: at + 1 })),
      ...gone.map((one) => ({ ...one, was: was.get(one.key)!, place: null })),
    ]
  },
)
