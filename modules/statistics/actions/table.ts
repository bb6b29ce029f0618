/** Tables for everyone: made of single returns, with nothing in them from which a single return could be worked out. */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { conflict, invalid } from '#platform/problem.ts'
import { oneAtATime } from '#platform/session.ts'
import { tableSheet } from '../export.ts'
import { type Figure, figuresOf, knownOn } from '../figures.ts'
import { cellTitles, publishedCell, schemes, splits, statTable, statTableRow } from '../model.ts'
import { aboutMonth, publishedTable, publishedTables } from '../queries.ts'
import { statTables } from '../tables.ts'
import { exposedBy, type Made, redacted, tableOf, unlike } from '../tabulate.ts'

const asked = statTable.pick({ scheme: true, month: true, cell: true, rows: true, columns: true })
type Asked = z.output<typeof asked>

/** A table before it is published, hidden figures included: its maker has seen the returns. */
export const tabulate = query(
  {
    label: '试算统计表',
    who: ['statistician'],
    input: asked,
    output: z.object({
      title: z.string(),
      cells: z.array(publishedCell),
      /** Why it may not be published. */
      obstacle: z.string().nullable(),
    }),
  },
  async (ctx, input) => {
    const { cells, obstacle } = await make(ctx, input)
    return { title: titleOf(input), cells, obstacle }
  },
)

export const publish = command(
  {
    label: '公布统计表',
    who: ['statistician'],
    input: asked.extend({ title: statTable.shape.title }),
    output: z.object({ id: z.uuid() }),
  },
  async (ctx, { title, ...input }) => {
    await oneAtATime(ctx, aboutMonth(ctx, input.month))
    const { cells, obstacle } = await make(ctx, input)
    if (obstacle) throw conflict(obstacle)
    const [made] = await ctx.db
      .insert(statTables)
      .values({ ...input, title, cells: redacted(cells), publishedOn: ctx.today, publishedBy: ctx.actor.name })
      .returning()
    return made!
  },
)

/** Who published is in the journal. */
const head = statTableRow.omit({ cells: true, publishedBy: true })
/** Readers learn that a figure is hidden, not whether it is one of few or protects one. */
const shown = head.extend({ cells: z.array(publishedCell.omit({ hidden: true })) })

export const tables = query({ label: '统计公布表', who: 'anyone', input: z.object({}), output: z.array(head) }, async (ctx) =>
  publishedTables(ctx),
)

const one = z.object({ id: z.uuid('没有找到该统计表，请核对网址') })

export const table = query({ label: '查看统计公布表', who: 'anyone', input: one, output: shown }, (ctx, { id }) =>
  publishedTable(ctx, id),
)

export const sheet = query(
  { label: '导出统计公布表', who: 'anyone', input: one, output: download('统计公布表') },
  async (ctx, { id }) => {
    const found = await publishedTable(ctx, id)
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `${found.title}.xlsx`, type, bytes: await tableSheet(found) }
  },
)

const titleOf = ({ scheme, month, cell, rows, columns }: Asked) => {
  const [year, number] = month.split('-').map(Number)
  const by = columns ? `${splits[rows]}、${splits[columns]}` : splits[rows]
  return `${year}年${number}月${schemes[scheme]}：${cellTitles[cell]}（按${by}）`
}

async function make(ctx: Ctx, { scheme, month, cell, rows, columns }: Asked) {
  if (rows === columns) throw invalid('行和列不能按同一方式分组')
  const figures = await figuresOf(ctx, month, cell)
  const known = knownOn(figures, scheme, ctx.today)
  if (!known.length) throw conflict(`没有 ${month} 的${schemes[scheme]}填报了${cellTitles[cell]}`)
  const made = { scheme, rows, columns, cells: tableOf(known, { rows, columns }), knownOn: ctx.today }
  const before = await publishedTables(ctx, and(eq(statTables.month, month), eq(statTables.cell, cell)))
  const earlier = before.map((table) => ({ ...table, knownOn: table.publishedOn }))
  return { cells: made.cells, obstacle: obstacleTo(made, earlier, figures) }
}

type Earlier = Made & { title: string; publishedOn: string }

/** Why a table may not be published beside those that are. */
function obstacleTo(made: Made, earlier: Earlier[], figures: Figure[]): string | null {
  if (made.cells.every(({ hidden }) => hidden)) return '填报企业少于 3 家，全部数据均须隐去，不能公布'
  const same = earlier.find((table) => isSame(table, made))
  if (same) return `与 ${same.publishedOn} 已公布的“${same.title}”相同，无须重复公布`
  const strange = unlike(figures, earlier)
  if (strange) return `已公布的“${strange.title}”与现有报表核对不上，无法判断合并推算的风险，不能公布新表`
  const exposed = exposedBy(figures, [...earlier, made])
  if (!exposed.size) return null
  const places = placesOf(made, figures, exposed)
  const beside = earlier.length ? `与已公布的${earlier.map(({ title }) => `“${title}”`).join('、')}合并推算` : '由该表推算'
  return `${beside}，会得出${places}中少于 3 家企业的数据，不能公布；请改用其他分组`
}

function isSame(one: Made, other: Made): boolean {
  if (one.scheme !== other.scheme || one.rows !== other.rows || one.columns !== other.columns) return false
  const told = ({ cells }: Made) =>
    redacted(cells).map(({ row, column, enterprises, amount }) => [row, column, enterprises, amount])
  return JSON.stringify(told(one)) === JSON.stringify(told(other))
}

/** The rows of the new table in which the enterprises are that would be exposed. */
function placesOf({ scheme, rows, knownOn: day }: Made, figures: Figure[], exposed: Set<string>): string {
  const within = knownOn(figures, scheme, day).filter(({ enterprise }) => exposed.has(enterprise))
  const names = [...new Set(within.map((figure) => figure[rows]))]
  const few = names.slice(0, 3).map((name) => `“${name}”`)
  return few.length ? few.join('、') + (names.length > few.length ? '等' : '') : '更正前报表'
}
