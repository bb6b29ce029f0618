/** One matter as a whole, and the papers it is shown by. */
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { openPaper } from '#platform/files.ts'
import { missing } from '#platform/problem.ts'
import { matterToSee } from '../course/turn.ts'
import { matterReplies } from '../tables.ts'
import { readWhole, wholeMatter } from '../whole.ts'

const which = z.object({ id: z.uuid('没有找到该督办事项，请核对网址') })

export const one = query({ label: '督办事项详情', who: officials, input: which, output: wholeMatter }, async (ctx, { id }) =>
  readWhole(ctx, await matterToSee(ctx, id)),
)

export const paper = query(
  {
    label: '下载督办佐证',
    who: officials,
    input: which.extend({ paper: z.uuid('没有找到该附件，请刷新页面') }),
    output: download('督办佐证'),
  },
  async (ctx, { id, paper }) => {
    await matterToSee(ctx, id)
    const shown = and(eq(matterReplies.matter, id), sql`${matterReplies.files} ? ${paper}::text`)
    if (!(await ctx.db.$count(matterReplies, shown))) throw missing('附件')
    return openPaper(ctx, paper)
  },
)
