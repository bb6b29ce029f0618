/** Targets in time: the yearly trajectory of each and its dated readings (plan chapter one). */
import { z } from 'zod'
import { amount, day, entity, ref, text, year } from '#platform/fields.ts'

const targetKey = () => z.uuid().meta({ title: '目标', storage: 'uuid' })

/** What the figure should have reached by the end of a year, in base units. */
export const waypoint = entity('waypoint', '年度目标', {
  target: targetKey(),
  year: year('年份'),
  value: amount('年度目标值'),
})

/** A value entered by the keeper, as of a day, with its source. A correction is a new reading that names the one it replaces. */
export const reading = entity('reading', '目标读数', {
  target: targetKey(),
  asOf: day('截止日期'),
  value: amount('数值'),
  source: text('数据来源', 300),
  keeper: ref('填报单位', 'org'),
  enteredBy: text('填报人', 40),
  /** The day it was entered by the product's clock: looking at an earlier day shows what was known then. */
  enteredOn: day('填报日期'),
  replaces: ref('更正的读数', 'reading').nullable(),
  reason: text('更正原因', 500).nullable(),
})

export const targetLights = { green: '符合进度', yellow: '略有滞后', red: '明显滞后', grey: '暂无读数', blue: '已达成' } as const

/** Where a target stands on a day: what is known, what should be, and why the light is what it is. */
export const standing = z.object({
  light: z.enum(Object.keys(targetLights) as [keyof typeof targetLights, ...(keyof typeof targetLights)[]]),
  latest: z.object({ asOf: z.string(), value: z.number(), source: z.string() }).nullable(),
  /** The value the path asks for today. */
  expected: z.number().nullable(),
  /** latest ÷ expected. */
  ratio: z.number().nullable(),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string() })),
  path: z.array(z.object({ day: z.string(), value: z.number() })),
})
