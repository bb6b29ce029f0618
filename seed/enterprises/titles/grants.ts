/** Every title granted in the history of the demo: batch by batch, by what enterprises were when it was decided. */
import type { Values } from '#modules/filing/model.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { addDays } from '../calendar.ts'
import type { Firm } from '../firms/firms.ts'
import { isThere } from '../firms/growth.ts'
import { backbonesOf } from './backbones.ts'
import { type Grant, grantTo } from './grant.ts'
import { type Ladder, ladders } from './ladders.ts'
import { singles } from './singles.ts'

/** Of a full year, by serial and year. */
export type Years = Map<string, Values>

export function grantsOf(firms: Firm[], years: Years): Grant[] {
  const granted = ladders.flatMap((ladder) => climb(ladder, firms, years))
  const backbones = backbonesOf(firms).map((firm) =>
    grantTo(firm, { kind: 'backbone', grantedBy: '区经济信息委' }, '2021-01-15', null),
  )
  return [...granted, ...backbones, ...singles(firms)]
}

function climb(ladder: Ladder, firms: Firm[], years: Years): Grant[] {
  const { kind, batches, years: validFor, share, renewed, may, level } = ladder
  const held = new Map<number, string | null>()
  return batches.flatMap((day) => {
    // Nothing is known of the years before the first.
    const year = Math.max(2021, Number(day.slice(0, 4)) - 1)
    return firms.flatMap((firm): Grant[] => {
      const chance = chanceOf('title', kind, day, firm.serial)
      const until = held.get(firm.serial)
      const stillHeld = until === null || (until !== undefined && until > addDays(day, 60))
      if (stillHeld || !isThere(firm, day) || firm.special?.account) return []
      if (!may({ firm, year: years.get(`${firm.serial} ${year}`) ?? null })) return []
      if (!chance.happens(until === undefined ? share : renewed)) return []
      const grant = grantTo(firm, { ...ladder, level: level?.(chance) ?? null }, day, validFor)
      held.set(firm.serial, grant.validUntil)
      return [grant]
    })
  })
}
