/** The rules of matching as data: how much each criterion weighs, what excludes, and what is still near. */
import { z } from 'zod'

/** The criteria of the score, in the order they are shown. */
export const criterionTitles = {
  area: '面积契合',
  price: '租金预算',
  ready: '交付时间',
  build: '建筑条件',
  direction: '产业定位',
  place: '区位距离',
  facilities: '配套设施',
  cluster: '产业集聚',
  whole: '空间完整',
  fresh: '资料新鲜',
} as const
export type CriterionName = keyof typeof criterionTitles

const weight = (points: number) => z.int().min(0).max(100).default(points)
const share = (value: number) => z.number().min(0).max(1).default(value)
const most = (value: number) => z.number().positive().default(value)

/** Demands that may be wishes only; all others always exclude. */
export const wishes = ['direction', 'zone', 'distance', 'facilities', 'network', 'fireClass', 'use', 'lifts', 'parking'] as const

export const matchRules = z.strictObject({
  weights: z
    .strictObject({
      area: weight(25),
      price: weight(20),
      ready: weight(12),
      build: weight(10),
      direction: weight(10),
      place: weight(8),
      facilities: weight(5),
      cluster: weight(3),
      whole: weight(4),
      fresh: weight(3),
    })
    .prefault({})
    .refine((weights) => Object.values(weights).reduce((sum, one) => sum + one, 0) === 100, '各项分值合计应为 100 分'),
  /** Those of the wishes that exclude when they are not met. */
  binding: z.array(z.enum(wishes)).default(['zone', 'distance', 'network', 'fireClass', 'use', 'lifts', 'parking']),
  /** ㎡ a person. */
  perPerson: most(10),
  /** Where only one end of the area is asked for, the other lies this many times off. */
  roomier: z.number().min(1).default(1.5),
  /** The share of the budget up to which a price has all points; at the budget it has half of them. */
  comfortable: z.number().gt(0).lt(1).default(0.8),
  /** What a criterion that is not known counts for. */
  unknown: share(0.5),
  /** How far off a place that is only known roughly may be, in km. */
  roughly: z.number().min(0).default(0.5),
  /** Neighbours farther than this do not count, in km. */
  nearby: most(3),
  /** So many firms of the same direction in the building have all points. */
  cluster: z.int().positive().default(5),
  /** Days since a row was confirmed: up to `fresh` all points, from `stale` on none. */
  fresh: z.int().min(0).default(30),
  stale: z.int().positive().default(180),
  near: z
    .strictObject({
      /** A unit is near when each thing it fails by lacks at most this share of what is asked for. */
      most: share(0.3),
      /** Days late that count as lacking all. */
      days: z.int().positive().default(180),
      /** What a demand counts that is had or not had: a zone, a use, a missing facility. */
      wish: share(0.25),
      /** What each further unit to be joined counts. */
      join: share(0.1),
    })
    .prefault({}),
  limits: z
    .strictObject({
      offers: z.int().positive().default(50),
      nearMisses: z.int().min(0).default(20),
      /** Sets of adjacent units looked at in all; buildings share them evenly. */
      sets: z.int().positive().default(50_000),
    })
    .prefault({}),
})
export type MatchRules = z.infer<typeof matchRules>

export const defaultRules: MatchRules = matchRules.parse({})
