/** Two answers side by side: who gains, who loses, who moves, and what it adds up to. */
import { z } from 'zod'
import { keyOf } from './asked.ts'
import type { Outcome, Placed } from './outcome.ts'

const change = z.object({ matter: z.string(), name: z.string(), before: z.string().nullable(), after: z.string().nullable() })
const both = z.object({ before: z.number(), after: z.number() })
export const comparison = z.object({
  gained: z.array(change),
  lost: z.array(change),
  moved: z.array(change),
  placed: both,
  area: both,
  rent: both,
  objective: both,
})
export type Comparison = z.infer<typeof comparison>

export function compare(before: Outcome, after: Outcome): Comparison {
  const was = new Map(before.placed.map((one) => [one.matter, one]))
  const is = new Map(after.placed.map((one) => [one.matter, one]))
  const changes = [...new Map([...was, ...is]).values()].flatMap(({ matter, name }) => {
    const [from, to] = [was.get(matter), is.get(matter)]
    if (from && to && idOf(from) === idOf(to)) return []
    return [{ matter, name, before: from ? placeOf(from) : null, after: to ? placeOf(to) : null }]
  })
  const twice = (of: (outcome: Outcome) => number) => ({ before: of(before), after: of(after) })
  return {
    gained: changes.filter((one) => one.before === null),
    lost: changes.filter((one) => one.after === null),
    moved: changes.filter((one) => one.before !== null && one.after !== null),
    placed: twice(({ placed }) => placed.length),
    area: twice(({ placed }) => placed.reduce((sum, { area }) => sum + Math.round(area * 100), 0) / 100),
    rent: twice(({ placed }) => placed.reduce((sum, { rent }) => sum + (rent ?? 0), 0)),
    objective: twice(({ goals }) => goals.reduce((sum, { points }) => sum + Math.round(points * 10), 0) / 10),
  }
}

const idOf = ({ units }: Placed) => keyOf(units.map(({ id }) => id))
const placeOf = ({ buildingName, units }: Placed) => `${buildingName} ${units.map(({ name }) => name).join('、')}`
