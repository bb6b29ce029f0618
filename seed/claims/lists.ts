/** What is shown before it is decided: lists whose days are over, one that runs, and one that stands still under an objection. */

import { eq } from 'drizzle-orm'
import { object } from '#modules/claim/actions/objection.ts'
import { publicise } from '#modules/claim/actions/publicity.ts'
import { endAllDue } from '#modules/claim/publicity/list.ts'
import { publicityItems } from '#modules/claim/tables.ts'
import { visitor } from '#platform/context.ts'
import type { Scene } from '#seed/stage.ts'
import { type Book, keyOf, people, scene } from './book.ts'
import { batches, cases, lists } from './cases.ts'

export const phone = '023-00000000（演示）'

const objection = {
  ...{ name: '热心企业（演示）', phone: '13800000002' },
  text: '该企业部分员工社会保险由外地公司缴纳，新增从业人员是否属实，请核查（演示）',
}

export function listScenes(book: Book): Scene[] {
  const { office, system } = people(book.region)
  const shown = Object.entries(lists).flatMap(([name, list]): Scene[] => {
    const own = cases.filter((one) => one.list === name)
    const show = scene(list.since, 10, office, 'claim/publicise', async (ctx) => {
      const { id } = await publicise(ctx, {
        ...{ cycle: book.cycles.get(list.batch)!, claims: own.map((one) => book.claims.get(keyOf(one))!), phone },
        title: `${batches[list.batch].title.replace('（演示）', '')}拟支持名单（演示）`,
      })
      book.lists.set(name, id)
    })
    const end = 'endedOn' in list ? [scene(list.endedOn, 1, system, 'claim/endPublicity', endAllDue)] : []
    return [show, ...end]
  })
  const raised = scene('2025-12-01', 15, visitor(book.region), 'claim/object', async (ctx) => {
    const [item] = await ctx.db
      .select()
      .from(publicityItems)
      .where(eq(publicityItems.publicity, book.lists.get('objected')!))
    await object(ctx, { item: item!.id, ...objection })
  })
  return [...shown, raised]
}
