/** The units in use as a list: looked through, summed, handed on as a sheet that can be read in again (plan task 8). */
import { z } from 'zod'
import { type UnitLine, unitFilter, unitLines, unitOrder, unitSums, unitsMatching } from '#modules/space/ledger/search.ts'
import { standings, unit, uses } from '#modules/space/model.ts'
import { query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { download } from '#platform/fields.ts'
import { overAll } from '#platform/session.ts'
import { type Column, columnsOf, sheetBuffer } from '#platform/sheet.ts'

const standingKeys = Object.keys(standings) as (keyof typeof standings)[]
const { shape } = unit
const line = z.object({
  id: z.uuid(),
  building: z.uuid(),
  buildingName: z.string(),
  zone: z.string().nullable(),
  town: z.string(),
  floor: z.number(),
  name: z.string(),
  use: shape.use,
  area: z.number(),
  height: z.number().nullable(),
  load: z.number().nullable(),
  power: z.number().nullable(),
  rent: z.number().nullable(),
  fee: z.number().nullable(),
  readyOn: z.string().nullable(),
  listed: z.boolean(),
  standing: z.enum(standingKeys),
  letTo: z.string().nullable(),
  usedTo: z.string().nullable(),
})
const page = { page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }
const ordered = { order: unitOrder.default({ by: 'building', down: false }) }

export const listUnits = query(
  {
    label: '单元名录',
    who: officials,
    input: unitFilter.extend({ ...page, ...ordered }),
    output: z.object({ rows: z.array(line), total: z.number(), area: z.number(), vacantArea: z.number() }),
  },
  async (ctx, { page, size, order, ...of }) => {
    const where = unitsMatching(ctx, of)
    return overAll(ctx, async (ctx) => {
      const rows = await unitLines(ctx, where, order)
        .limit(size)
        .offset((page - 1) * size)
      const [sums] = await unitSums(ctx, where)
      return { rows, ...sums! }
    })
  },
)

export const exportUnits = query(
  { label: '导出单元名录', who: officials, input: unitFilter.extend(ordered), output: download('单元名录') },
  async (ctx, { order, ...of }) => {
    const rows = await overAll(ctx, (ctx) => unitLines(ctx, unitsMatching(ctx, of), order))
    const note = `截至 ${ctx.today}，共 ${rows.length} 个单元`
    const bytes = await sheetBuffer({ title: '单元名录', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `单元名录（截至${ctx.today}）.xlsx`, type, bytes }
  },
)

const column = (heading: string, width: number, value: Column<UnitLine>['value']): Column<UnitLine> => ({ heading, width, value })
const own = <K extends keyof UnitLine & keyof typeof shape>(...keys: K[]) =>
  columnsOf(unit, keys) as unknown as Column<UnitLine>[]

const columns: Column<UnitLine>[] = [
  column('楼宇', 24, ({ buildingName }) => buildingName),
  column('楼层', 8, ({ floor }) => floor),
  ...own('name'),
  column('用途', 12, ({ use }) => uses[use]),
  ...own('area', 'netArea', 'height', 'load', 'power', 'fitOut', 'rent', 'fee', 'readyOn', 'about', 'since'),
  column('使用状态', 12, ({ standing }) => standings[standing]),
  column('租约到期', 12, ({ letTo }) => letTo),
  column('对外推介', 10, ({ listed }) => listed),
  column('所在园城', 16, ({ zone }) => zone),
  column('所在镇街', 14, ({ town }) => town),
]
