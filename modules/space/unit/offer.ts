/** What a unit lacks before it may be shown to those who look for space: a visitor must be able to judge it. */
import type { UnitRow } from '../ledger/queries.ts'
import type { Standing } from '../ledger/standing.ts'

type Offered = Pick<UnitRow, 'area' | 'rent' | 'readyOn'>

/** In words, each of which could follow 缺少; empty where nothing is lacking. */
export function lackingOf({ area, rent, readyOn }: Offered, { is, letTo, usedTo }: Omit<Standing, 'unit'>): string[] {
  const free =
    is === 'vacant' ||
    is === 'pending' ||
    (readyOn !== null && isPast(letTo, is === 'let', readyOn) && isPast(usedTo, is === 'occupied', readyOn))
  return [
    area <= 0 && '建筑面积',
    rent === null && '参考租金',
    readyOn === null && '可交付日期',
    !free && '腾退安排（单元在用，可交付日期应晚于租约或使用到期日）',
  ].filter((word) => word !== false)
}

/** A known last day lies before the day it is to be ready; where nobody is bound there is none to pass. */
const isPast = (last: string | null, bound: boolean, readyOn: string) => (last === null ? !bound : last < readyOn)
