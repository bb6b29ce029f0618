/** When rooms are shown: on a working day, not too far ahead. */
import { dayAfter } from '#engines/lease/days.ts'
import { isWorkday } from '#platform/calendar.ts'
import type { Ctx } from '#platform/context.ts'
import { invalid } from '#platform/problem.ts'

/** Days ahead. */
const farthest = 30

export function requireVisitDay({ today }: Ctx, day: string): void {
  if (day < today) throw invalid('看房日期不能早于今天')
  if (day > dayAfter(today, farthest)) throw invalid(`看房日期应在今后 ${farthest} 天以内`)
  if (!isWorkday(day)) throw invalid(`${day} 不是工作日，请另选看房日期`)
}
