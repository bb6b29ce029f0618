/** A matter is handed to another unit; its clock stands still for a reason, and goes on. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { orgs } from '#modules/org/tables.ts'
import { command } from '#platform/action.ts'
import { text } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { matterToChange } from '../course/turn.ts'
import { handTo, pause, resume } from '../course/way.ts'
import { parks } from './open.ts'

const done = z.object({ id: z.uuid() })

/** Only who can take its next steps is handed the matter: the office, a park or the company that runs it. */
const takers = ['office', 'park', 'company']

export const handOn = command(
  {
    label: '转交入驻事项',
    who: parks,
    input: z.object({ id: z.uuid(), to: z.uuid('请选择转交单位'), opinion: text('转交原因', 1000) }),
    output: done,
  },
  async (ctx, { id, to, opinion }) => {
    const matter = await matterToChange(ctx, id)
    const [taker] = await ctx.db.select({ kind: orgs.kind }).from(orgs).where(eq(orgs.id, to))
    if (!taker || !takers.includes(taker.kind)) throw invalid('入驻事项可转交领导小组办公室、园城或园城公司')
    await handTo(ctx, matter, to, { opinion })
    return { id }
  },
)

export const holdClock = command(
  { label: '中止时限', who: parks, input: z.object({ id: z.uuid(), reason: text('中止原因', 300) }), output: done },
  async (ctx, { id, reason }) => {
    await pause(ctx, await matterToChange(ctx, id), reason)
    return { id }
  },
)

export const resumeClock = command(
  { label: '恢复时限', who: parks, input: z.object({ id: z.uuid() }), output: done },
  async (ctx, { id }) => {
    await resume(ctx, await matterToChange(ctx, id))
    return { id }
  },
)
