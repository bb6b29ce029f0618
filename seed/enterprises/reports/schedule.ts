/** When reports are begun, handed in and accepted; who is late, who never reports, and what is corrected later. */
import { addWorkdays } from '#platform/calendar.ts'
import { chanceOf } from '#seed/history/chance.ts'
import { endOf, months, workdayAfter } from '../calendar.ts'
import type { Firm } from '../firms/firms.ts'

export type Schedule = {
  /** Somebody typed into it on that day and left it for another. */
  begunOn: string | null
  submittedOn: string
  decidedOn: string
  /** Sent back once before it was accepted. */
  returned: { on: string; objections: Record<string, string> } | null
}

/** Working days on which reports are checked, many at a time. */
function checkingDays(month: string): number[] {
  const chance = chanceOf('checking', month)
  return [chance.between(4, 5), chance.between(7, 8), chance.between(10, 12)]
}
const lateDays = [15, 19]

/** Null for the few reports that never come. */
export function scheduleOf({ serial, special, knownOn, level }: Firm, month: string): Schedule | null {
  const chance = chanceOf('filing', serial, month)
  // It is the small ones that forget, or are late.
  const small = !special && level < 800_000
  if (small && chance.happens(0.008)) return null
  const late = small && chance.happens(0.016)
  const decided = chance.pick(late ? lateDays : checkingDays(month))
  const submitted = Math.max(1, late ? chance.between(11, decided - 1) : Math.min(10, decided - chance.between(1, 4)))
  const begun = submitted > 2 && chance.happens(0.12) ? chance.between(1, submitted - 1) : null
  const back = returns.find((one) => one.month === month && one.serial === serial)
  if (back) return sentBack(month, back.objections)
  // 满星软件 is never in a hurry.
  const [first, last] = special?.claimed ? [6, 8] : [submitted, decided]
  const submittedOn = workdayAfter(month, first)
  // Nobody is asked for a report before he is known.
  if (submittedOn <= knownOn)
    return { begunOn: null, submittedOn: addWorkdays(knownOn, 2), decidedOn: addWorkdays(knownOn, 4), returned: null }
  return {
    begunOn: begun === null || special ? null : workdayAfter(month, begun),
    submittedOn,
    decidedOn: workdayAfter(month, last),
    returned: null,
  }
}

const sentBack = (month: string, objections: Record<string, string>): Schedule => ({
  begunOn: null,
  submittedOn: workdayAfter(month, 1),
  decidedOn: workdayAfter(month, 8),
  returned: { on: workdayAfter(month, 2), objections },
})

/** Sent back in the month that is open when the demo opens. */
const returns: { serial: number; month: string; objections: Record<string, string> }[] = [
  {
    serial: 302,
    month: '2025-11',
    objections: { revenue: '与开票系统本年累计差额较大，请核对后重报', softwareRevenue: '软件业务收入随营业收入一并核对' },
  },
  { serial: 412, month: '2025-11', objections: { headcount: '与社保参保人数不符，请按月末实际参保人数填报' } },
]

/** Of the enterprises that report every month, these found a mistake in a report that had been accepted. */
export type Correction = { serial: number; month: string; submittedOn: string; decidedOn: string; reason: string }

export function correctionsOf(firms: Firm[]): Map<string, Correction> {
  const able = firms.filter(
    ({ frequency, special, fate, settledOn }) => frequency === 'month' && !special && !fate && settledOn < '2022-10',
  )
  const from = months.indexOf('2022-11')
  const found = Array.from({ length: 32 }, (_, nth): Correction => {
    const chance = chanceOf('correction', nth)
    const { serial } = chance.pick(able)
    const month = months[from + nth]!
    const submittedOn = addWorkdays(endOf(month), chance.between(34, 66))
    return { serial, month, submittedOn, decidedOn: addWorkdays(submittedOn, chance.between(1, 5)), reason: chance.pick(reasons) }
  })
  return new Map(found.map((one) => [`${one.serial} ${one.month}`, one]))
}

const reasons = ['漏计一笔跨月验收收入，核对发票后更正', '合并口径有误，补计分公司收入', '录入时少计一份合同，核对台账后更正']
