/** The day a figure is asked for: one of the product's past, today unless another is given. */
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { day as dayField } from '#platform/fields.ts'
import { invalid } from '#platform/problem.ts'

export const asked = z.object({ day: dayField('日期').optional() })

export function dayAsked({ today }: Ctx, day: string | undefined): string {
  if (day !== undefined && day > today) throw invalid('日期不能晚于今天')
  return day ?? today
}
