/** One matter as a whole, and the papers its steps and its checklist are shown by. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { openPaper } from '#platform/files.ts'
import { missing } from '#platform/problem.ts'
import { matterToSee } from '../course/turn.ts'
import { checkItems, moveInSteps } from '../tables.ts'
import { readWhole, wholeMatter } from '../whole.ts'
import { applicants } from './open.ts'

export const one = query(
  { label: '入驻事项详情', who: [...officials, ...applicants], input: z.object({ id: z.uuid() }), output: wholeMatter },
  async (ctx, { id }) => readWhole(ctx, await matterToSee(ctx, id)),
)

export const paper = query(
  {
    label: '下载入驻附件',
    who: [...officials, ...applicants],
    input: z.object({ id: z.uuid(), paper: z.uuid('没有找到该附件，请刷新页面') }),
    output: download('入驻附件'),
  },
  async (ctx, { id, paper }) => {
    await matterToSee(ctx, id)
    const of = (table: typeof moveInSteps | typeof checkItems) => and(eq(table.moveIn, id), eq(table.evidence, paper))
    const shown = (await ctx.db.$count(moveInSteps, of(moveInSteps))) + (await ctx.db.$count(checkItems, of(checkItems)))
    if (!shown) throw missing('附件')
    return openPaper(ctx, paper)
  },
)
