/** Definitions as the office writes them: read, tried out on the ledgers, and put in force from a day on. */
import { z } from 'zod'
import { type Definition, definition, forms, periods } from '#engines/indicator/definition.ts'
import { DefinitionFaults, readDefinitions } from '#engines/indicator/text/read.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { definitionsOn, figuresOf, viewOf } from '../figures.ts'
import { ledgers } from '../ledgers.ts'
import { snapshot } from '../model.ts'
import { indicators } from '../tables.ts'
import { versionsOf } from '../versions.ts'

/** Every indicator with its meaning, and what it is made of. */
export const definitions = query(
  {
    label: '指标口径',
    who: 'anyone',
    input: z.object({}),
    output: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        version: z.number(),
        since: z.string(),
        meaning: z.string(),
        unit: z.string(),
        keeper: z.string(),
        period: z.string(),
        form: z.string(),
        ledger: z.string(),
        inUse: z.boolean(),
      }),
    ),
  },
  async (ctx) =>
    (await definitionsOn(ctx, ctx.today)).map((one) => {
      const ledger = ledgers.find(({ name }) => name === one.of.ledger)!
      return { ...one, period: periods[one.period], form: forms[one.form], ledger: ledger.title, inUse: ledger.inUse }
    }),
)

export const versions = query(
  {
    label: '口径版本',
    who: officials,
    input: z.object({ code: z.string() }),
    output: z.array(
      z.object({
        version: z.number(),
        since: z.string(),
        reason: z.string().nullable(),
        meaning: z.string(),
        text: z.string(),
        enteredBy: z.string(),
        enteredOn: z.string(),
      }),
    ),
  },
  async (ctx, { code }) => versionsOf(ctx, code),
)

const written = z.object({ text: z.string().max(20_000, '口径文本不超过 20000 个字') })

/**
 * What a text says, or everything that is wrong with it; and what it would come to today beside the version in force.
 * Changes nothing; a command because a text is too long for an address.
 */
export const tryOut = command(
  {
    label: '试算口径',
    who: ['office'],
    input: written,
    output: z.object({
      problems: z.array(z.object({ line: z.number(), column: z.number(), sentence: z.string() })),
      definition: definition.nullable(),
      before: snapshot.nullable(),
      after: snapshot.nullable(),
    }),
  },
  async (ctx, { text }) => {
    const read = readOne(text)
    if ('problems' in read) return { problems: read.problems, definition: null, before: null, after: null }
    const view = await viewOf(ctx, ctx.today)
    const present = (await definitionsOn(ctx, ctx.today)).find(({ code }) => code === read.definition.code)
    const asked = [read.definition, ...(present ? [present] : [])].map((definition) => ({ definition, view }))
    const [after, before] = await figuresOf(ctx, asked)
    return { problems: [], definition: read.definition, before: before ?? null, after: after! }
  },
)

/** A new version from a day on; figures of earlier days stay under the version they had. */
export const revise = command(
  {
    label: '修订口径',
    who: ['office'],
    input: written.extend({ reason: text('修订原因', 500) }),
    output: z.object({ code: z.string(), version: z.number() }),
  },
  async (ctx, { text, reason }) => {
    const read = readOne(text)
    if ('problems' in read) throw invalid(`口径文本有 ${read.problems.length} 处问题，请改正后再提交`, read.problems)
    await enact(ctx, read.definition, { text, reason })
    return read.definition
  },
)

/** Puts a definition in force; refused where it would change what is already past. */
export async function enact(
  ctx: Ctx,
  given: Definition,
  { text, reason }: { text: string; reason: string | null },
): Promise<void> {
  const [last] = await versionsOf(ctx, given.code)
  if (!last && given.version !== 1) throw conflict(`“${given.name}”尚无口径，版本应为 1`)
  if (last && given.version !== last.version + 1)
    throw conflict(`“${given.name}”现为第 ${last.version} 版，新版本应为第 ${last.version + 1} 版`)
  if (last && given.since <= last.since) throw invalid(`新版本的生效日期应晚于 ${last.since}`)
  if (last && given.since < ctx.today && ctx.actor.role !== 'system') throw invalid('新版本的生效日期不能早于今天')
  await ctx.db.insert(indicators).values({
    code: given.code,
    version: given.version,
    name: given.name,
    since: given.since,
    definition: given,
    text,
    reason,
    enteredBy: ctx.actor.name,
    enteredOn: ctx.today,
  })
}

function readOne(text: string): { definition: Definition } | { problems: DefinitionFaults['problems'] } {
  try {
    const [definition, another] = readDefinitions(text, ledgers)
    if (another) return { problems: [{ line: 1, column: 1, sentence: '一次只能修订一个指标' }] }
    return { definition: definition! }
  } catch (error) {
    if (error instanceof DefinitionFaults) return { problems: error.problems }
    throw error
  }
}
