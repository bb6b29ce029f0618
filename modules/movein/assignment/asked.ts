/** What is asked of an assignment: who is to be placed, among which space, what must hold, and what it strives for. */
import { z } from 'zod'
import { area, day, oneOf, price, ref, structure, text } from '#platform/fields.ts'
import type { MoveInState } from '../flow.ts'
import { type Goal, goalNames, goals } from './goals.ts'

/** Who is still to find rooms; whoever has signed has found them. */
export const placeable = [
  'matching',
  'viewing',
  'applying',
  'reviewing',
  'deliberating',
  'contracting',
] as const satisfies MoveInState[]

const matter = z.uuid('请选择入驻事项')
const weight = z.int('权重应为整数').min(0, '权重不小于 0').max(10, '权重不大于 10')
const limit = z.number().min(0, '数量不能为负数').max(1e7, '数量过大').nullable()

const counted = { firms: '企业（家）', area: '面积（㎡）' } as const
/** Positioning of a zone: at least or at most so many firms, or so much area, of a direction or of all. */
const quota = z
  .object({
    zone: ref('园城', 'org'),
    direction: text('产业方向', 60).nullable(),
    of: oneOf('计量', counted),
    least: limit,
    most: limit,
  })
  .refine(({ least, most }) => least !== null || most !== null, '园城定位要求应填写下限或上限')
  .refine(({ least, most }) => least === null || most === null || least <= most, '园城定位要求的下限不能大于上限')
export type Quota = z.infer<typeof quota>

const group = z.object({
  matters: z.array(matter).min(2, '相邻或分开的要求至少涉及两家企业').max(50),
  kind: z.enum(['building', 'zone']),
})

/** A space is known by its units. */
const lock = z.object({ matter, units: z.array(z.string().max(60)).min(1).max(40), rule: z.enum(['take', 'avoid']) })

/** A building that is not there: floors alike, the units of each adjoining one another in their order. */
const imagined = z.object({
  name: text('楼宇名称', 60),
  zone: ref('园城', 'org'),
  floors: z.int('楼层数应为整数').min(1, '楼层数应大于 0').max(60, '楼层数不超过 60'),
  units: z.array(area('单元面积').positive('单元面积应大于 0')).min(1, '请填写每层各单元的面积').max(40, '每层不超过 40 个单元'),
  rent: price('租金').nullable(),
  fee: price('物业费').nullable(),
  readyOn: day('交付日期'),
  directions: structure('产业定位', z.array(z.string().max(60)).max(12)),
})
export type Imagined = z.infer<typeof imagined>

/** What is kept of it in the row; `zone` and `after` have columns of their own. */
export const terms = z.object({
  matters: z.array(matter).min(1, '请选择要安置的企业').max(1000, '一次最多统筹 1000 家企业'),
  /** Of these, those who must be placed. */
  must: z.array(matter).max(1000).default([]),
  /** Units and buildings that are not to be given away. */
  held: z.array(z.uuid()).max(2000).default([]),
  /** Space that can be had by this day. */
  by: day('最晚可用'),
  weights: z.object(
    Object.fromEntries(goalNames.map((goal) => [goal, weight.default(goals[goal].weight)])) as Record<
      Goal,
      z.ZodDefault<typeof weight>
    >,
  ),
  quotas: z.array(quota).max(50).default([]),
  near: z.array(group).max(50).default([]),
  apart: z.array(group).max(50).default([]),
  locks: z.array(lock).max(5000).default([]),
  imagined: z.array(imagined).max(5, '一次最多假设 5 栋楼宇').default([]),
  seconds: z.int('求解时间应为整数').min(1, '求解时间不少于 1 秒').max(300, '求解时间不超过 300 秒').default(30),
})
export type Terms = z.infer<typeof terms>

export const keyOf = (units: readonly string[]): string => [...units].sort().join('+')
