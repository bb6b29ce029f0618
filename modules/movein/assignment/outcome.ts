/** What came out, as it is kept and read: who goes where and why, who does not and why not, and what it adds up to. */
import { z } from 'zod'
import { goalNames } from './goals.ts'

const id = z.string()
const room = z.object({ id, name: z.string(), area: z.number() })

export const placed = z.object({
  matter: id,
  number: z.string(),
  name: z.string(),
  direction: z.string().nullable(),
  building: id,
  buildingName: z.string(),
  zone: id.nullable(),
  zoneName: z.string().nullable(),
  units: z.array(room),
  area: z.number(),
  /** 元 a month, the rent alone; null where no rent is known. */
  rent: z.number().nullable(),
  from: z.string(),
  score: z.number(),
  reasons: z.array(z.object({ title: z.string(), points: z.number(), of: z.number(), sentence: z.string() })),
  locked: z.boolean(),
  /** In a building that is not there. */
  imagined: z.boolean(),
})
export type Placed = z.infer<typeof placed>

export const unplaced = z.object({
  matter: id,
  number: z.string(),
  name: z.string(),
  direction: z.string().nullable(),
  /** Spaces that would have fitted it. */
  candidates: z.number(),
  why: z.string(),
})
export type Unplaced = z.infer<typeof unplaced>

export const point = z.object({ seconds: z.number(), objective: z.number().nullable(), bound: z.number().nullable() })
export type Point = z.infer<typeof point>

export const outcome = z.object({
  today: z.string(),
  /** How many units stood to choose from. */
  units: z.number(),
  placed: z.array(placed),
  unplaced: z.array(unplaced),
  zones: z.array(z.object({ zone: id.nullable(), zoneName: z.string(), firms: z.number(), area: z.number(), rent: z.number() })),
  quotas: z.array(z.object({ name: z.string(), least: z.number().nullable(), most: z.number().nullable(), count: z.number() })),
  /** What each goal adds to the objective, in points. */
  goals: z.array(z.object({ name: z.enum(goalNames), title: z.string(), weight: z.number(), points: z.number() })),
})
export type Outcome = z.infer<typeof outcome>

/** Told beside the answer, of the run itself. */
export const answer = outcome.extend({
  /** How objective and bound came to meet. */
  course: z.array(point),
  proven: z.boolean(),
  taken: z.array(z.object({ matter: id, name: z.string(), taken: z.boolean(), sentence: z.string() })).nullable(),
})
export type Answer = z.infer<typeof answer>
