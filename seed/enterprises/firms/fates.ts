/** What becomes of enterprises: some move within the district, change their trade, leave, merge, close; some records were wrong. */
import { addWorkdays } from '#platform/calendar.ts'
import { type Chance, chanceOf } from '#seed/history/chance.ts'
import { addDays, weekEnd } from '../calendar.ts'
import type { Firm } from './firms.ts'
import { type Place, placeFor } from './places.ts'
import { type Trade, tradeFor } from './trades.ts'

/** One thing at most befalls an enterprise after it has settled. `on` is the first day things are otherwise. */
export type Fate = { on: string; knownOn: string; reason: string } & (
  | { kind: 'moved'; place: Place }
  | { kind: 'changed'; trade: Trade }
  | { kind: 'left'; destination: string }
  | { kind: 'merged'; into: number }
  | { kind: 'closed' }
  /** It had been recorded with a wrong day of settling. */
  | { kind: 'rerecorded'; settledOn: string }
)

type Draw = { how: 'go' | 'move' | 'change' | 'rerecord'; year: number; of: (firm: Firm) => boolean; times: number }
const isFresh = ({ settledOn }: Firm) => settledOn >= '2022'
const freshInIndustry = (firm: Firm) => isFresh(firm) && firm.inIndustry
const old = (firm: Firm) => !isFresh(firm)
const anybody = () => true
/** Recorded anew 24 days later it still settled in the same month, so that its reports stand. */
const settledEarlyInMonth = (firm: Firm) => isFresh(firm) && firm.settledOn.slice(8) <= '04'

/** How many of whom, year by year; so that the numbers present at the ends of years are those of the plan's story. */
const draws: Draw[] = [
  { how: 'go', year: 2022, of: freshInIndustry, times: 1 },
  { how: 'go', year: 2023, of: freshInIndustry, times: 5 },
  { how: 'go', year: 2024, of: freshInIndustry, times: 8 },
  { how: 'go', year: 2025, of: freshInIndustry, times: 10 },
  { how: 'go', year: 2023, of: old, times: 8 },
  { how: 'go', year: 2024, of: old, times: 9 },
  { how: 'go', year: 2025, of: old, times: 9 },
  { how: 'move', year: 2023, of: anybody, times: 15 },
  { how: 'move', year: 2024, of: anybody, times: 22 },
  { how: 'move', year: 2025, of: anybody, times: 24 },
  { how: 'change', year: 2023, of: anybody, times: 10 },
  { how: 'change', year: 2024, of: anybody, times: 14 },
  { how: 'change', year: 2025, of: anybody, times: 14 },
  { how: 'rerecord', year: 2024, of: settledEarlyInMonth, times: 2 },
]

export function drawFates(firms: Firm[]): Firm[] {
  const fates = new Map<number, Fate>()
  for (const { how, year, of, times } of draws) {
    const chance = chanceOf('fate', how, year, times)
    const free = firms.filter(
      (firm) =>
        of(firm) && !firm.special && !fates.has(firm.serial) && firm.settledOn < (year === 2022 ? '2022-04' : `${year - 1}-10`),
    )
    for (let left = times; left > 0; left -= 1) {
      const [firm] = free.splice(chance.between(0, free.length - 1), 1)
      if (firm) fates.set(firm.serial, fateOf(firm, how, year, chance))
    }
  }
  return firms.map((firm) => ({ ...firm, fate: fates.get(firm.serial) ?? null }))
}

function fateOf(firm: Firm, how: Draw['how'], year: number, chance: Chance): Fate {
  // The ledger on the screen begins at the end of 2022.
  const on = addWorkdays(addDays(`${year}-01-01`, year === 2022 ? chance.between(336, 345) : chance.between(5, 315)), 1)
  const known = { on, knownOn: weekEnd(addDays(on, chance.happens(0.05) ? chance.between(35, 70) : chance.between(1, 8))) }
  if (how === 'move') return { kind: 'moved', ...known, place: otherPlace(firm, chance), reason: chance.pick(movedFor) }
  if (how === 'change') return { kind: 'changed', ...known, trade: otherTrade(firm, chance), reason: chance.pick(changedFor) }
  if (how === 'rerecord')
    return {
      kind: 'rerecorded',
      ...known,
      settledOn: addDays(firm.settledOn, 24),
      reason: '落户日期以入驻协议为准，原登记有误，撤销后重新登记',
    }
  const lot = chance.between(1, 50)
  if (lot <= 27) return { kind: 'left', ...known, destination: chance.pick(destinations), reason: chance.pick(leftFor) }
  if (lot <= 43) return { kind: 'closed', ...known, reason: '经营不善，完成清算后注销' }
  return { kind: 'merged', ...known, into: chance.pick([61, 118, 163, 204]), reason: '业务整体并入，吸收合并' }
}

const destinations = ['渝北区', '两江新区', '沙坪坝区', '四川省成都市', '九龙坡区']
const leftFor = ['业务重心外移', '随母公司总部搬迁', '租约到期，外区提供更大场地']
const movedFor = ['扩大办公面积', '入驻园城载体', '租约到期，就近换址', '随团队集中办公']
const changedFor = ['主营业务调整，变更行业代码', '产品转型，调整重点方向', '经营范围变更']

function otherPlace(firm: Firm, chance: Chance): Place {
  const place = placeFor(chance, 'fresh')
  return place.town === firm.place.town && place.building === firm.place.building ? otherPlace(firm, chance) : place
}

/** What it does changes, how its revenue falls into parts does not. */
function otherTrade({ place, trade, inIndustry }: Firm, chance: Chance): Trade {
  const other = tradeFor(chance, place, inIndustry, true)
  const changed = { ...other, software: trade.software, parts: trade.parts }
  return other.industry === trade.industry && other.direction === trade.direction
    ? { ...changed, subField: trade.subField, products: trade.products, saas: !trade.saas }
    : changed
}
