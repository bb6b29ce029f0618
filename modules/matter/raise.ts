/** A matter is raised: numbered, given to its unit, and told to everyone in whose hands it is. */
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import type { Ctx } from '#platform/context.ts'
import { nextNumber } from '#platform/number.ts'
import { invalid } from '#platform/problem.ts'
import { type matter, origins } from './model.ts'
import { above, actingFor, peopleAt } from './places.ts'
import { matterReplies, matters } from './tables.ts'

type Given = z.infer<typeof matter>
export type Raising = Pick<Given, 'origin' | 'source' | 'sourceLink' | 'title' | 'text' | 'task' | 'owner' | 'dueOn'> &
  Pick<Given, 'raisedBy' | 'raisedByName'> &
  Partial<Pick<Given, 'supporters' | 'evidenceWanted'>>

/** Answers the id. Help that is asked for begins one level up: the unit cannot solve it alone. */
export async function raise(ctx: Ctx, of: Raising): Promise<string> {
  if (of.dueOn < ctx.today) throw invalid('办理时限不能早于今天')
  const [owner] = (await actingFor(ctx, [of.owner], '责任单位')) as [string]
  const supporters = (await actingFor(ctx, of.supporters ?? [], '配合单位')).filter((one) => one !== owner)
  const helped = of.origin === 'problem' ? await above(ctx, 'unit', of.task) : null
  const { level, holder } = helped ?? { level: 'unit' as const, holder: owner }
  const hands = [...new Set([owner, ...supporters, of.raisedBy, holder])]
  const [id, number] = [randomUUID(), await nextNumber(ctx, 'DB', sql`matter`)]
  await ctx.db.insert(matters).values({
    ...{ id, number, origin: of.origin, source: of.source, sourceLink: of.sourceLink, title: of.title, text: of.text },
    ...{ task: of.task, owner, supporters, raisedBy: of.raisedBy, raisedByName: of.raisedByName },
    ...{ evidenceWanted: of.evidenceWanted ?? null, status: 'open', level, levelSince: ctx.today, holder, hands },
    ...{ startsOn: ctx.today, dueOn: of.dueOn, firstDueOn: of.dueOn, closedOn: null, outcome: null },
  })
  if (of.origin === 'problem') await ctx.db.insert(matterReplies).values(asked(ctx, id, of))
  await tell(ctx, {
    to: await peopleAt(ctx, [owner, ...supporters, holder]),
    topic: 'matter',
    title: `${origins[of.origin]}：${of.title}`,
    text: `${number}，请于 ${of.dueOn} 前办结。来源：${of.source}`,
    link: `/office/matters/${id}`,
    key: `matter-${id}-raised`,
  })
  return id
}

/** What is asked for waits for its answer. */
const asked = ({ today }: Ctx, matter: string, { raisedBy, raisedByName, text }: Raising) => ({
  ...{ matter, supervision: null, org: raisedBy, kind: 'help' as const, text, files: [], until: null },
  ...{ on: today, by: raisedByName, status: 'waiting' as const, opinion: null, decidedOn: null, decidedBy: null },
})
