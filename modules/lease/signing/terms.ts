/** What a draft of a lease takes, and what its terms must keep to. */
import { z } from 'zod'
import { monthStart } from '#engines/lease/days.ts'
import { rentOn } from '#engines/lease/terms.ts'
import { enterprise } from '#modules/enterprise/model.ts'
import { area, ref } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'
import { lease } from '../model.ts'

const { shape } = lease
export const draftInput = z.object({
  /** Given by the system where it is left out. */
  number: shape.number.nullable().default(null),
  lessor: shape.lessor,
  /** A firm on file; name and code are then those of its file. */
  enterprise: shape.enterprise.default(null),
  tenant: shape.tenant.nullable().default(null),
  creditCode: enterprise.shape.creditCode.nullable().default(null),
  from: shape.from,
  to: shape.to,
  rent: shape.rent,
  fee: shape.fee.default(null),
  steps: shape.steps.default([]),
  free: shape.free.default([]),
  growth: shape.growth.default(null),
  payEvery: shape.payEvery.default('quarter'),
  dueDays: shape.dueDays.default(10),
  deposit: shape.deposit.default(0),
  note: shape.note.default(null),
  renews: shape.renews.default(null),
  /** The whole unit unless an area is given. */
  units: z
    .array(z.object({ unit: ref('单元', 'unit'), area: area('租赁面积').optional() }), { error: '请选择租赁单元' })
    .min(1, '请选择租赁单元')
    .max(200, '一份租约最多 200 个单元'),
})
export type Draft = z.output<typeof draftInput>

/** The law's limit of a term. */
const mostYears = 20
/** Beyond these nothing is let; within them every account is exact. */
const mostRent = 10_000
const mostArea = 1_000_000

export function requireTerms({ from, to, rent, fee, steps, free, growth, deposit }: Draft): void {
  if (to < from) throw invalid(`到期日 ${to} 不能早于起租日 ${from}`)
  if (to >= monthStart(from, mostYears * 12)) throw invalid('租赁期限不得超过二十年')
  if (deposit < 0) throw invalid('保证金不能为负数')
  if (growth && steps.length) throw invalid('租金调整和年递增只能约定一种')
  const dearest = Math.max(rent, fee ?? 0, ...steps.map((step) => step.rent), rentOn({ from, rent, steps, growth }, to) / 100)
  if (dearest > mostRent)
    throw invalid(`单价最高将达 ${dearest.toFixed(2)} 元/㎡·月，超过 ${mostRent} 元，请核对租金、物业费和年递增`)
  const days = steps.map((step) => step.from).sort()
  const outside = days.find((day) => day <= from || day > to)
  if (outside) throw invalid(`租金调整日 ${outside} 应在起租日 ${from} 之后、到期日 ${to} 之前`)
  const twice = days.find((day, at) => day === days[at + 1])
  if (twice) throw invalid(`租金调整日 ${twice} 填写了两次`)
  const spans = free.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [at, span] of spans.entries()) {
    if (span.to < span.from) throw invalid(`免租期 ${span.from} 至 ${span.to} 的起止日期颠倒`)
    if (span.from < from || span.to > to) throw invalid(`免租期 ${span.from} 至 ${span.to} 应在租期 ${from} 至 ${to} 之内`)
    const next = spans[at + 1]
    if (next && next.from <= span.to) throw invalid(`免租期 ${span.from} 至 ${span.to} 与 ${next.from} 至 ${next.to} 重叠`)
  }
}

/** Of all rooms together. */
export function requireArea(area: number): number {
  if (area > mostArea) throw invalid(`租赁面积合计 ${area} ㎡，超过 ${mostArea} ㎡，请核对`)
  return area
}
