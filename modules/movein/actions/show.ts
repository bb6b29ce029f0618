/** One matter as a whole. */
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { matterToSee } from '../course/turn.ts'
import { readWhole, wholeMatter } from '../whole.ts'
import { applicants } from './open.ts'

export const one = query(
  { label: '入驻事项详情', who: [...officials, ...applicants], input: z.object({ id: z.uuid() }), output: wholeMatter },
  async (ctx, { id }) => readWhole(ctx, await matterToSee(ctx, id)),
)
