/** The three books compared, as a list and as a sheet. */
import { z } from 'zod'
import { query } from '#platform/action.ts'
import type { Ctx } from '#platform/context.ts'
import { download, oneOf, ref } from '#platform/fields.ts'
import { type Column, sheetBuffer } from '#platform/sheet.ts'
import { type Mismatch, mismatch, mismatchesOf } from '../books/mismatch.ts'
import { readers } from '../books/reach.ts'
import { mismatchKinds } from '../model.ts'

const asked = z.object({ kind: oneOf('类别', mismatchKinds).optional(), building: ref('楼宇', 'building').optional() })

export const mismatches = query(
  {
    label: '三账比对',
    who: readers,
    input: asked.extend({ page: z.int().min(1).max(100_000).default(1), size: z.int().min(1).max(200).default(50) }),
    output: z.object({
      /** Of all kinds, whichever is asked for. */
      counts: z.array(z.object({ kind: mismatch.shape.kind, count: z.int() })),
      buildings: z.array(z.object({ id: z.uuid(), name: z.string() })),
      rows: z.array(mismatch),
      total: z.int(),
    }),
  },
  async (ctx, { kind, building, page, size }) => {
    const all = await mismatchesOf(ctx)
    const there = building ? all.filter((row) => row.building === building) : all
    const rows = kind ? there.filter((row) => row.kind === kind) : there
    const kinds = Object.keys(mismatchKinds) as (keyof typeof mismatchKinds)[]
    return {
      counts: kinds.map((kind) => ({ kind, count: there.filter((row) => row.kind === kind).length })),
      buildings: [...new Map(all.map((row) => [row.building, row.buildingName]))].map(([id, name]) => ({ id, name })),
      rows: rows.slice((page - 1) * size, page * size),
      total: rows.length,
    }
  },
)

export const exportMismatches = query(
  { label: '导出三账比对', who: readers, input: asked, output: download('三账比对') },
  async (ctx: Ctx, { kind, building }) => {
    const rows = (await mismatchesOf(ctx, { building })).filter((row) => !kind || row.kind === kind)
    const note = `合同、使用、收款三账截至 ${ctx.today} 的不符项，共 ${rows.length} 项`
    const bytes = await sheetBuffer({ title: '三账比对', note, columns, rows })
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `三账比对（截至${ctx.today}）.xlsx`, type, bytes }
  },
)

const columns: Column<Mismatch>[] = [
  { heading: '类别', width: 18, value: ({ kind }) => mismatchKinds[kind] },
  { heading: '楼宇', width: 24, value: ({ buildingName }) => buildingName },
  { heading: '单元', width: 14, value: ({ unitName }) => unitName },
  { heading: '企业', width: 32, value: ({ name }) => name },
  { heading: '合同编号', width: 18, value: ({ number }) => number },
  { heading: '天数', width: 8, value: ({ days }) => days, format: 'integer' },
  { heading: '说明', width: 70, value: ({ sentence }) => sentence },
]
