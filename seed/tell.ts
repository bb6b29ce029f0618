/** How figures came to be told: indicators defined with the plan, revised once, and published month by month. */
import { readdirSync, readFileSync } from 'node:fs'
import { lastDayOf } from '#engines/indicator/months.ts'
import { readDefinitions } from '#engines/indicator/text/read.ts'
import { writeDefinition } from '#engines/indicator/text/write.ts'
import { enact } from '#modules/indicator/actions/definition.ts'
import { drift, publish, restate } from '#modules/indicator/actions/publication.ts'
import { ledgers } from '#modules/indicator/ledgers.ts'
import { addWorkdays } from '#platform/calendar.ts'
import type { Actor, Ctx } from '#platform/context.ts'
import type { Scene } from './stage.ts'

const folder = new URL('./indicators/', import.meta.url)
export const definitions = readdirSync(folder)
  .sort()
  .flatMap((file) => readDefinitions(readFileSync(new URL(file, folder), 'utf8'), ledgers))

/** First versions with the plan, later ones some days before they begin. */
export function definitionScenes(office: Actor, plannedOn: string): Scene[] {
  return definitions.map((definition, i) => ({
    day: definition.version === 1 ? plannedOn : addWorkdays(definition.since, -8),
    // One after the other: the order of the list is the order of the files.
    hour: 15 + i / 3600,
    actor: office,
    action: 'indicator/revise',
    work: (ctx: Ctx) =>
      enact(ctx, definition, {
        text: writeDefinition(definition, ledgers),
        reason: definition.version === 1 ? null : '按上级统计口径调整，电信、广播电视和卫星传输服务企业不再计入',
      }),
  }))
}

/** Quarters until 2024, months since; each some days after its reports are closed, on the tenth working day. */
export function publicationScenes(office: Actor, until: string): Scene[] {
  const months = ['2022-12', ...quarters(2023), ...quarters(2024), ...Array.from({ length: 12 }, (_, i) => month(2025, i + 1))]
  const told = months.map((month) => ({
    day: addWorkdays(lastDayOf(month), 13),
    hour: 16,
    actor: office,
    action: 'indicator/publish',
    work: (ctx: Ctx) => publish(ctx, { month }),
  }))
  const corrected = { day: '2025-05-20', hour: 16, actor: office, action: 'indicator/restate', work: restateYear }
  return [...told, corrected].filter(({ day }) => day <= until)
}

const month = (year: number, number: number) => `${year}-${String(number).padStart(2, '0')}`
const quarters = (year: number) => [3, 6, 9, 12].map((number) => month(year, number))

/** Reports of the last year were corrected after it had been published, and rooms were measured again. */
async function restateYear(ctx: Ctx): Promise<void> {
  const moved = await drift(ctx, { month: '2024-12' })
  for (const [ledger, reason] of causes) {
    const counted = new Set(definitions.filter(({ of }) => of.ledger === ledger).map(({ code }) => code))
    const figures = moved.flatMap(({ code, month }) => (counted.has(code) ? [{ code, month }] : [])).slice(0, 3)
    if (figures.length) await restate(ctx, { figures, reason })
  }
}
const causes = [
  ['filing', '企业更正 2024 年 12 月报表后重新汇总'],
  ['occupancy', '入驻补登和面积现场复核后重新汇总'],
] as const
