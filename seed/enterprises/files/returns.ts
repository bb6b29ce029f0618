/** Annual returns of those within the scope of software statistics, received every spring, and the tables made of them. */

import type { Values } from '#modules/filing/model.ts'
import { publish } from '#modules/statistics/actions/table.ts'
import { statReturns } from '#modules/statistics/tables.ts'
import { addWorkdays } from '#platform/calendar.ts'
import { actorNamed, orgId } from '#seed/cast.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { idOf } from '#seed/identity.ts'
import type { Scene } from '#seed/stage.ts'
import type { Firm } from '../firms/firms.ts'
import { placeOn, tradeOn } from '../firms/stretches.ts'
import { enterpriseId } from '../reports/report-rows.ts'
import { addRows } from '../rows.ts'
import type { Years } from '../titles/grants.ts'

/** That of the year before the plan was taken over when the register was opened. */
const received: Record<number, string> = { 2021: '2022-11-15', 2022: '2023-03-21', 2023: '2024-03-20', 2024: '2025-03-19' }

export function returnScenes(firms: Firm[], years: Years, region: string): Scene[] {
  const actor = actorNamed('小申', region)
  return Object.entries(received).map(([year, day]) => ({
    day,
    actor,
    action: 'statistics/record',
    work: (ctx) => {
      const rows = firms.flatMap((firm) => {
        const values = years.get(`${firm.serial} ${year}`)
        return values && inScope(firm, values) ? [returnOf(firm, values, year, day, region)] : []
      })
      return addRows(
        ctx,
        statReturns,
        rows.map((row) => ({ ...row, receivedBy: actor.name })),
      )
    },
  }))
}

/** Published some weeks after the returns came in. */
const tables = [
  { title: '软件业务收入（按园城）', cell: 'softwareRevenue', rows: 'zone' },
  { title: '从业人员平均人数（按行业大类）', cell: 'headcount', rows: 'division' },
] as const

export const tableScenes = (region: string): Scene[] =>
  Object.entries(received).flatMap(([year, day]) =>
    tables.map(({ title, cell, rows }) => ({
      day: addWorkdays(day, 24),
      actor: actorNamed('小申', region),
      action: 'statistics/publish',
      work: (ctx) =>
        publish(ctx, {
          title: `${year}年软件业统计年报：${title}`,
          scheme: 'annual',
          month: `${year}-12`,
          cell,
          rows,
          columns: null,
        }),
    })),
  )

const wan = 10_000
/** A main business of software from 2,000 万元 on, or chip design from 500 万元 on. */
function inScope({ trade, inIndustry }: Firm, { revenue, softwareRevenue }: Values): boolean {
  const software = softwareRevenue ?? 0
  return (
    inIndustry && ((revenue ?? 0) >= 2000 * wan ? software >= 0.3 * revenue! : trade.industry === '6520' && software >= 500 * wan)
  )
}

function returnOf(firm: Firm, values: Values, year: string, receivedOn: string, region: string) {
  const chance = chanceOf('return', firm.serial, year)
  const place = placeOn(firm, `${year}-12-31`)
  const { industry } = tradeOn(firm, `${year}-12-31`)
  // The main business is a little less than everything; people are counted on average of the year.
  const revenue = Math.round(values.revenue! * (0.96 + 0.04 * chance.fraction()))
  const headcount = Math.max(1, Math.round(values.headcount! * (0.93 + 0.06 * chance.fraction())))
  return {
    id: idOf(region, 'return', String(firm.serial), year),
    enterprise: enterpriseId(firm.serial, region),
    scheme: 'annual' as const,
    month: `${year}-12`,
    revenue,
    softwareRevenue: Math.min(revenue, values.softwareRevenue!),
    rndSpend: values.rndSpend,
    profit: values.profit,
    wages: headcount * chance.between(88_000, 156_000),
    headcount,
    town: orgId(place.town, region),
    zone: place.zone && orgId(place.zone, region),
    industry,
    division: industry.slice(0, 2),
    receivedOn,
    knownUntil: null,
  }
}
