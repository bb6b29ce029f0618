/** What a space is or has, rather than how much: network, facilities, fire class, use, direction, zone. */
import type { Verdict } from '../../criteria/demand.ts'
import { type Demand, demandTitles, type Remedy, remedy } from './demand.ts'
import type { Need } from './need.ts'
import type { MatchRules } from './rules.ts'
import { type FireClass, fireClasses, type Space, type Unit } from './unit.ts'
import { listed } from './wording.ts'

export function kindDemands(need: Need, rules: MatchRules): Demand[] {
  const { network, facilities, fireClass, uses, direction, zones } = need
  const wish = () => rules.near.wish
  return [
    ...(network.length > 0 ? [havingAll('network', network, rules)] : []),
    ...(facilities.length > 0 ? [havingAll('facilities', facilities, rules)] : []),
    ...(fireClass === null ? [] : [fireDemand(fireClass, wish)]),
    ...(uses.length > 0 ? [usageDemand(uses, wish)] : []),
    ...(direction === null ? [] : [directionDemand(direction, wish)]),
    ...(zones.length > 0 ? [zoneDemand(zones, wish)] : []),
  ]
}

/** Words every unit has to have, each of them. */
function havingAll(name: 'network' | 'facilities', asked: readonly string[], rules: MatchRules): Demand {
  const title = demandTitles[name]
  const missing = (space: Space) =>
    asked.filter((word) => space.some((unit) => unit[name] !== null && !unit[name].includes(word)))
  const sure = (space: Space) => space.every((unit) => unit[name] !== null)
  return {
    name,
    further: null,
    test: (space) => (missing(space).length > 0 ? 'not-met' : sure(space) ? 'met' : 'unknown'),
    share: (space) => 1 - missing(space).length / asked.length,
    say(space) {
      const lacking = missing(space)
      if (lacking.length > 0) return `${title}缺 ${listed(lacking)}（需 ${listed(asked)}）`
      return sure(space) ? `${title}有 ${listed(asked)}` : `${title}待核实（需 ${listed(asked)}）`
    },
    lack: (unit) => rules.near.wish * missing([unit]).length,
    remedies(unit) {
      const lacking = missing([unit])
      const added = remedy(`${name === 'network' ? '接入' : '增设'}${listed(lacking)}即符合`, {
        unit: { [name]: [...(unit[name] ?? []), ...lacking] },
      })
      const waived = remedy(`不要求${listed(lacking)}即符合`, {
        need: { [name]: asked.filter((word) => !lacking.includes(word)) },
      })
      return [added, waived]
    },
  }
}

type Kind = {
  name: 'fireClass' | 'use' | 'direction' | 'zone'
  lack: () => number
  of(unit: Unit): Verdict
  /** Of the first unit with this verdict. */
  say(unit: Unit, verdict: Verdict): string
  remedies(unit: Unit): Remedy[]
}

/** Every unit has to be of the kind. */
function kindDemand({ name, lack, of, say, remedies }: Kind): Demand {
  const worst = (space: Space) =>
    space.find((unit) => of(unit) === 'not-met') ?? space.find((unit) => of(unit) === 'unknown') ?? space[0]!
  return {
    name,
    further: null,
    test: (space) => of(worst(space)),
    say: (space) => say(worst(space), of(worst(space))),
    lack,
    remedies,
  }
}

const strictness = Object.keys(fireClasses) as FireClass[] // the keys of the record, in its order

const fireDemand = (asked: FireClass, lack: () => number) =>
  kindDemand({
    name: 'fireClass',
    lack,
    of: ({ fireClass }) =>
      fireClass === null ? 'unknown' : strictness.indexOf(fireClass) <= strictness.indexOf(asked) ? 'met' : 'not-met',
    say: ({ fireClass }, verdict) =>
      fireClass === null
        ? `耐火等级待核实（需不低于${fireClasses[asked]}）`
        : `耐火等级${fireClasses[fireClass]}，${verdict === 'met' ? '不低于' : '低于'}所需的${fireClasses[asked]}`,
    remedies: ({ fireClass }) => [remedy(`耐火等级要求放宽到${fireClasses[fireClass!]}即符合`, { need: { fireClass } })],
  })

const usageDemand = (asked: readonly string[], lack: () => number) =>
  kindDemand({
    name: 'use',
    lack,
    of: ({ use }) => (use === null ? 'unknown' : asked.includes(use) ? 'met' : 'not-met'),
    say: ({ use }, verdict) =>
      use === null
        ? `用途待核实（需 ${listed(asked)}）`
        : `用途为${use}，${verdict === 'met' ? '符合要求' : `需 ${listed(asked)}`}`,
    remedies: ({ use }) => [remedy(`接受用途为${use}的空间即符合`, { need: { uses: [...asked, use!] } })],
  })

const directionDemand = (asked: string, lack: () => number) =>
  kindDemand({
    name: 'direction',
    lack,
    of: ({ directions }) => (directions.length === 0 || directions.includes(asked) ? 'met' : 'not-met'),
    say: ({ directions }, verdict) =>
      directions.length === 0
        ? '楼宇不限产业方向'
        : verdict === 'met'
          ? `楼宇定位含${asked}`
          : `楼宇定位为${listed(directions)}，不含${asked}`,
    remedies: ({ directions }) => [remedy(`楼宇定位增加${asked}即符合`, { unit: { directions: [...directions, asked] } })],
  })

const zoneDemand = (asked: Need['zones'], lack: () => number) =>
  kindDemand({
    name: 'zone',
    lack,
    of: ({ zone }) => (zone === null ? 'unknown' : asked.some(({ id }) => id === zone) ? 'met' : 'not-met'),
    say: ({ zone, zoneName }, verdict) => {
      const wanted = listed(asked.map(({ name }) => name))
      if (zone === null) return `片区待核实（需 ${wanted}）`
      return `位于${zoneName}，${verdict === 'met' ? '在所选片区内' : `不在所选片区（${wanted}）`}`
    },
    remedies: ({ zone, zoneName }) => [
      remedy(`所选片区增加${zoneName}即符合`, { need: { zones: [...asked, { id: zone!, name: zoneName ?? '' }] } }),
    ],
  })
