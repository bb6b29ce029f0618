/** The warnings of space, for their page and in short for the home page. */
import { z } from 'zod'
import { query } from '#platform/action.ts'
import { oneOf, ref } from '#platform/fields.ts'
import { readers } from '../books/reach.ts'
import { type WarningKind, warning, warningsOf } from '../books/warnings.ts'
import { warningKinds } from '../model.ts'

const kinds = Object.keys(warningKinds) as WarningKind[]
const counted = z.array(z.object({ kind: warning.shape.kind, count: z.int() }))

export const warnings = query(
  {
    label: '楼宇预警',
    who: readers,
    input: z.object({
      kind: oneOf('类别', warningKinds).optional(),
      building: ref('楼宇', 'building').optional(),
      page: z.int().min(1).max(100_000).default(1),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      counts: counted,
      rows: z.array(warning),
      total: z.int(),
      /** The rule they go by. */
      rule: z.object({ staleDays: z.number(), idleDays: z.number(), expiryDays: z.array(z.number()), fall: z.number() }),
    }),
  },
  async (ctx, { kind, building, page, size }) => {
    const { rule, rows: all } = await warningsOf(ctx)
    const there = building ? all.filter((row) => row.building === building) : all
    const rows = kind ? there.filter((row) => row.kind === kind) : there
    return {
      counts: kinds.map((kind) => ({ kind, count: there.filter((row) => row.kind === kind).length })),
      rows: rows.slice((page - 1) * size, page * size),
      total: rows.length,
      rule,
    }
  },
)
