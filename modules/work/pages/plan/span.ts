/** Where a day stands within the years that the plan and its milestones cover, in per cent. */
import type { TaskDetail } from '../detail.ts'

export type Span = { years: number[]; at: (day: string) => number }

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export function spanOf({ plan, measures, today }: TaskDetail): Span {
  const all = [...measures.flatMap(({ startsOn, dueOn }) => [startsOn, dueOn]), `${plan.from}`, `${plan.to}`, today]
  const years = all.map((day) => Number(day.slice(0, 4)))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const [from, to] = [numberOf(`${first}-01-01`), numberOf(`${last}-12-31`)]
  return {
    years: Array.from({ length: last - first + 1 }, (_, i) => first + i),
    at: (day) => Math.min(100, Math.max(0, ((numberOf(day) - from) / (to - from)) * 100)),
  }
}
