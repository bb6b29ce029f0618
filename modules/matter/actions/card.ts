/** Yellow and red cards: given by rule, seen by their unit, the office and leaders; lifted by the office with the reason. */
import { and, desc, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { tell } from '#modules/message/tell.ts'
import { orgs } from '#modules/org/tables.ts'
import { command, query } from '#platform/action.ts'
import { type Ctx, officials } from '#platform/context.ts'
import { download, oneOf, ref, text, year } from '#platform/fields.ts'
import { conflict, missing } from '#platform/problem.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { card, cardReasons, colours } from '../model.ts'
import { cards, matters } from '../tables.ts'

const filter = z.object({
  year: year('年份').optional(),
  colour: oneOf('牌色', colours).optional(),
  rule: oneOf('规则', cardReasons).optional(),
  org: ref('单位', 'org').optional(),
  /** Lifted ones are left out unless asked for. */
  lifted: z.boolean().optional(),
})
const cardLine = card.extend({
  id: z.uuid(),
  orgName: z.string(),
  matterNumber: z.string().nullable(),
  matterTitle: z.string().nullable(),
})
type CardLine = z.output<typeof cardLine>

const matching = ({ today }: Ctx, of: z.output<typeof filter>) =>
  and(
    lte(cards.on, today),
    of.year ? sql`extract(year from ${cards.on}) = ${of.year}` : undefined,
    of.colour ? eq(cards.colour, of.colour) : undefined,
    of.rule ? eq(cards.rule, of.rule) : undefined,
    of.org ? eq(cards.org, of.org) : undefined,
    of.lifted ? isNotNull(cards.liftedOn) : isNull(cards.liftedOn),
  )

const causes = pg.alias(matters, 'cause')
/** The latest on top. */
const found = ({ db }: Ctx, where: SQL | undefined) =>
  db
    .select({ given: cards, orgName: orgs.shortName, matterNumber: causes.number, matterTitle: causes.title })
    .from(cards)
    .innerJoin(orgs, eq(orgs.id, cards.org))
    .leftJoin(causes, eq(causes.id, cards.matter))
    .where(where)
    .orderBy(desc(cards.on), cards.colour, orgs.shortName, cards.about)

async function linesOf(ctx: Ctx, of: z.output<typeof filter>, page?: { page: number; size: number }): Promise<CardLine[]> {
  const where = matching(ctx, of)
  const rows: Awaited<ReturnType<typeof found>> = await (page
    ? found(ctx, where)
        .limit(page.size)
        .offset((page.page - 1) * page.size)
    : found(ctx, where))
  return rows.map(({ given, ...named }) => ({ ...given, ...named }))
}

export const listCards = query(
  {
    label: '黄红牌',
    who: officials,
    input: filter.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({
      rows: z.array(cardLine),
      total: z.number(),
      /** In force, of the year in question. */
      ...{ yellow: z.number(), red: z.number() },
    }),
  },
  async (ctx, { page, size, ...of }) => {
    const inForce = (colour: 'yellow' | 'red') =>
      ctx.db.$count(cards, matching(ctx, { year: of.year, org: of.org, colour, lifted: false }))
    return {
      rows: await linesOf(ctx, of, { page, size }),
      total: await ctx.db.$count(cards, matching(ctx, of)),
      ...{ yellow: await inForce('yellow'), red: await inForce('red') },
    }
  },
)

export const exportCards = query(
  { label: '导出黄红牌', who: officials, input: filter, output: download('黄红牌') },
  async (ctx, of) => {
    const rows = await linesOf(ctx, of)
    const bytes = await sheetBuffer({ title: '黄红牌', note: `截至 ${ctx.today}，共 ${rows.length} 张`, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `黄红牌（截至${ctx.today}）.xlsx`, type, bytes }
  },
)
const columns: Column<CardLine>[] = [
  { heading: '亮牌日期', width: 12, value: ({ on }) => on, format: 'day' },
  { heading: '单位', width: 18, value: ({ orgName }) => orgName },
  { heading: '牌色', width: 8, value: ({ colour }) => colours[colour] },
  { heading: '规则', width: 16, value: ({ rule }) => cardReasons[rule] },
  { heading: '理由', width: 60, value: ({ reason }) => reason },
  { heading: '事项编号', width: 16, value: ({ matterNumber }) => matterNumber },
  { heading: '撤销日期', width: 12, value: ({ liftedOn }) => liftedOn, format: 'day' },
  { heading: '撤销原因', width: 40, value: ({ liftReason }) => liftReason },
]

export const liftCard = command(
  {
    label: '撤销黄红牌',
    who: ['office'],
    input: z.object({ id: z.uuid(), reason: text('撤销原因', 500) }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { id, reason }) => {
    const [found] = await ctx.db.select().from(cards).where(eq(cards.id, id)).for('update')
    if (!found) throw missing('黄红牌')
    if (found.liftedOn !== null) throw conflict(`该${colours[found.colour]}已于 ${found.liftedOn} 撤销`)
    await ctx.db.update(cards).set({ liftedOn: ctx.today, liftReason: reason, liftedBy: ctx.actor.name }).where(eq(cards.id, id))
    await tell(ctx, {
      to: { orgs: [found.org] },
      ...{
        topic: 'card',
        title: `${colours[found.colour]}已撤销`,
        text: reason,
        link: '/office/cards?lifted=1',
        key: `card-${id}-lifted`,
      },
    })
    return { id }
  },
)
