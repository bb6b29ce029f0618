/** Finding space without an account: the search of map and list, and one unit on offer (plan task 8). */
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { offered, readOffered } from '../find/offered.ts'
import { found, search, sought } from '../find/search.ts'

export const findUnits = query({ label: '找空间', who: 'anyone', input: sought, output: found }, search)

export const showOffered = query(
  { label: '房源详情', who: 'anyone', input: z.object({ id: z.uuid('没有找到该房源，请核对网址') }), output: offered },
  (ctx, { id }) => readOffered(ctx, id),
)
