/** The area that is wanted, from what the firm says of ㎡ and of people, and how well a space suits it. */
import { every } from '../../criteria/judge.ts'
import { type Aspect, type Demand, type Remedy, remedy } from './demand.ts'
import { areaOf, hundredths } from './measure.ts'
import type { Need } from './need.ts'
import type { MatchRules } from './rules.ts'
import type { Space } from './unit.ts'
import { squareMetres } from './wording.ts'

/** In hundredths of ㎡: what is accepted, and within it what is best. */
export type WantedArea = { from: number; to: number; best: { from: number; to: number }; words: string }

/** Null where nothing is said of it. An area that is said goes before one reckoned from people. */
export function wantedArea({ area, people, perPerson }: Need, rules: MatchRules): WantedArea | null {
  const each = perPerson ?? rules.perPerson
  const from = area.from === null ? null : hundredths(area.from)
  const to = area.to === null ? null : hundredths(area.to)
  const seats = people === null || from !== null ? null : Math.min(hundredths(people * each), to ?? Number.POSITIVE_INFINITY)
  const least = from ?? seats
  if (least !== null && to !== null) {
    const words = `${squareMetres(least).replace(' ㎡', '')}–${squareMetres(to)}`
    return { from: least, to, best: { from: least, to }, words }
  }
  if (least !== null) {
    const words = squareMetres(least) + (from === null ? `（${people} 人，每人 ${each} ㎡）` : '')
    return { from: least, to: Math.floor(least * rules.roomier), best: { from: least, to: least }, words }
  }
  if (to === null) return null
  return { from: Math.ceil(to / rules.roomier), to, best: { from: to, to }, words: squareMetres(to) }
}

export function areaDemands(need: Need, { from, to, best, words }: WantedArea): Demand[] {
  const least = best.from === from ? '' : `，最少 ${squareMetres(from)}`
  const most = best.to === to ? '' : `，最多 ${squareMetres(to)}`
  const relaxed = (end: 'from' | 'to', area: number): Remedy =>
    remedy(`面积${end === 'from' ? '下' : '上'}限放宽到 ${squareMetres(hundredths(area))}即符合`, {
      need: { area: { ...need.area, [end]: area } },
    })
  return [
    {
      name: 'areaLeast',
      further: 'helps',
      test: (space) => (areaOf(space) >= from ? 'met' : 'not-met'),
      say: (space) =>
        areaOf(space) >= from
          ? `${shown(space)}，不少于 ${squareMetres(from)}`
          : `${shown(space)}，差 ${squareMetres(from - areaOf(space))}（需 ${words}${least}）`,
      lack: (unit) => (from - areaOf([unit])) / from,
      remedies: ({ area }) => [relaxed('from', area)],
    },
    {
      name: 'areaMost',
      further: 'hurts',
      test: (space) => (areaOf(space) <= to ? 'met' : 'not-met'),
      say: (space) =>
        areaOf(space) <= to
          ? `${shown(space)}，不超过 ${squareMetres(to)}`
          : `${shown(space)}，多出 ${squareMetres(areaOf(space) - to)}（需 ${words}${most}）`,
      lack: (unit) => (areaOf([unit]) - to) / to,
      remedies: ({ area }) => [relaxed('to', area)],
    },
  ]
}

/** All of it within the best; half of it at the ends of what is accepted. */
export function areaAspect(need: Need, wanted: WantedArea): Aspect {
  const demands = areaDemands(need, wanted)
  const { from, to, best, words } = wanted
  return {
    test: (space) => every(demands.map((demand) => demand.test(space))),
    share(space) {
      const area = areaOf(space)
      if (area < from || area > to) return 0
      if (area < best.from) return 1 - (0.5 * (best.from - area)) / (best.from - from)
      if (area > best.to) return 1 - (0.5 * (area - best.to)) / (to - best.to)
      return 1
    },
    say(space) {
      const failed = demands.find((demand) => demand.test(space) === 'not-met')
      if (failed) return failed.say(space)
      const area = areaOf(space)
      if (best.from < best.to) return `${shown(space)}，在所需 ${words} 之内`
      const off = Math.abs(area - best.from)
      return `${shown(space)}，${off === 0 ? `正是所需 ${words}` : `比所需 ${words}${area > best.from ? '多' : '少'} ${squareMetres(off)}`}`
    },
  }
}

const shown = (space: Space) => `${space.length > 1 ? '合计面积' : '面积'} ${squareMetres(areaOf(space))}`
