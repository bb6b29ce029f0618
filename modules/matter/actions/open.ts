/** Matters are raised: by the office and leaders (批示、核查), by units that ask for help (求助) or for each other's part (协调事项). */
import { z } from 'zod'
import { requireTask } from '#modules/work/queries.ts'
import { command } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { oneOf } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { matter, origins } from '../model.ts'
import { type Raising, raise } from '../raise.ts'

const { instruction, check, overdue, coordination } = origins
const done = z.object({ id: z.uuid() })
const words = matter.pick({ title: true, text: true, dueOn: true }).extend({ task: matter.shape.task.default(null) })

export const raiseMatter = command(
  {
    label: '登记督办事项',
    who: ['office', 'leader'],
    input: words.extend({
      origin: oneOf('来源', { instruction, check, overdue, coordination }),
      source: matter.shape.source,
      owner: matter.shape.owner,
      supporters: matter.shape.supporters.default([]),
      evidenceWanted: matter.shape.evidenceWanted.default(null),
    }),
    output: done,
  },
  async (ctx, of) => ({ id: await raised(ctx, of) }),
)

export const requestHelp = command(
  { label: '提出求助', who: ['office', 'department', 'park', 'town'], input: words, output: done },
  async (ctx, of) => ({ id: await raised(ctx, { ...of, origin: 'problem', source: '本单位提出的问题', owner: ownUnit(ctx) }) }),
)

export const requestPart = command(
  {
    label: '提出协调事项',
    who: ['office', 'department', 'park', 'town'],
    input: words.extend({ owner: matter.shape.owner }),
    output: done,
  },
  async (ctx, of) => {
    if (of.owner === ownUnit(ctx)) throw invalid('协调事项应由其他单位办理，请选择对方单位')
    return { id: await raised(ctx, { ...of, origin: 'coordination', source: '单位之间的协调事项' }) }
  },
)

/** Under a heading of the plan that is in force. */
async function raised(ctx: Ctx, of: Omit<Raising, 'raisedBy' | 'raisedByName' | 'sourceLink'>): Promise<string> {
  if (of.task !== null) await requireTask(ctx, of.task)
  return raise(ctx, { ...of, sourceLink: null, raisedBy: ownUnit(ctx), raisedByName: ctx.actor.name })
}

function ownUnit({ actor }: Ctx): string {
  if (actor.org === null) throw invalid('您没有所属单位，不能提出事项')
  return actor.org
}
