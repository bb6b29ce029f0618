/**
 * Matters and space as a program for the solver.
 *
 * A unit is a resource of capacity 1 without periods: whoever is given it has it from the day it can be had, with no end
 * that is known yet, so that any two who were given the same unit would meet in it.
 */
import type { Need } from '#engines/allocation/match/need.ts'
import { optionsFor, type SpaceOption } from '#engines/allocation/match/options.ts'
import type { MatchRules } from '#engines/allocation/match/rules.ts'
import type { Unit } from '#engines/allocation/match/unit.ts'
import type { Program } from '#engines/allocation/solve/program.ts'
import { keyOf, type Quota, type Terms } from './asked.ts'
import { tenthsOf } from './goals.ts'

export type Looking = { id: string; number: string; name: string; need: Need }

/** All that a solve stands on, as it was when it began. */
export type Ground = {
  today: string
  rules: MatchRules
  firms: Looking[]
  units: Unit[]
  zones: Record<string, string>
  terms: Omit<Terms, 'matters' | 'imagined' | 'held'>
}

/** The space a firm may be given. What it is locked to is among it, however it ranks, as long as it fits. */
export function optionsOf({ units, rules, today, terms }: Ground, { id, need }: Looking): SpaceOption[] {
  const [best = []] = optionsFor([need], units, rules, today)
  const locked = terms.locks.find(({ matter, rule }) => matter === id && rule === 'take')
  if (!locked || best.some(({ key }) => key === keyOf(locked.units))) return best
  const own = units.filter((unit) => locked.units.includes(unit.id))
  const [narrow = []] = optionsFor([need], own, rules, today)
  return [...best, ...narrow.filter(({ key }) => key === keyOf(locked.units))]
}

export function programOf({ firms, units, zones, terms }: Ground, options: SpaceOption[][]): Program {
  const must = new Set(terms.must)
  const resourceOf = new Map(units.map(({ id }, at) => [id, at]))
  const nth = new Map(firms.map(({ id }, at) => [id, at]))
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const groupOf = (title: string) => (group: Terms['near'][number], at: number) => ({
    name: `${title}第 ${at + 1} 组`,
    firms: group.matters.flatMap((matter) => nth.get(matter) ?? []),
    kind: group.kind,
  })
  return {
    sense: 'maximise',
    weights: { ...terms.weights },
    resources: units.map((unit) => ({ name: titleOf([unit]), capacity: 1 })),
    // Area is counted in hundredths of ㎡, firms as they are.
    quotas: terms.quotas.map((quota) => ({
      name: quotaTitle(quota, zones),
      least: quota.least === null ? null : Math.ceil(Math.round(quota.least * 100) / each(quota)),
      most: quota.most === null ? null : Math.floor(Math.round(quota.most * 100) / each(quota)),
    })),
    firms: firms.map(({ id, name, need }, firm) => ({
      name,
      unplaced: must.has(id) ? null : 0,
      options: options[firm]!.map((option) => ({
        name: titleOf(option.uses.flatMap(({ unit }) => unitOf.get(unit) ?? [])),
        uses: option.uses.map(({ unit }): [number, number] => [resourceOf.get(unit)!, 1]),
        counts: terms.quotas.flatMap((quota, at): [number, number][] =>
          counts(quota, option, need) ? [[at, quota.of === 'firms' ? 1 : option.area]] : [],
        ),
        parts: tenthsOf(option.parts),
        labels: { building: option.labels.building, ...(option.labels.zone && { zone: option.labels.zone }) },
      })),
    })),
    near: terms.near.map(groupOf('相邻')),
    apart: terms.apart.map(groupOf('分开')),
    locks: terms.locks.flatMap(({ matter, units, rule }) => {
      const firm = nth.get(matter)
      const option = firm === undefined ? -1 : options[firm]!.findIndex(({ key }) => key === keyOf(units))
      return option < 0 ? [] : [{ firm: firm!, option, rule }]
    }),
  }
}

/** What can be seen to be impossible before anything is searched, in sentences. */
export function contradictions({ firms, terms, zones }: Ground, options: SpaceOption[][]): string[] {
  const nth = new Map(firms.map(({ id }, at) => [id, at]))
  const homeless = terms.must.flatMap((matter) => {
    const at = nth.get(matter)
    return at === undefined || options[at]!.length > 0 ? [] : [`“${firms[at]!.name}”须安置，但没有符合其要求的房源`]
  })
  const lost = terms.locks.flatMap(({ matter, units, rule }) => {
    const at = nth.get(matter)
    if (rule === 'avoid' || at === undefined || options[at]!.some(({ key }) => key === keyOf(units))) return []
    return [`“${firms[at]!.name}”锁定的房源已不可用或不再符合其要求，请解除锁定`]
  })
  const scarce = terms.quotas.flatMap((quota) => {
    const most = firms.reduce((sum, { need }, at) => {
      const amounts = options[at]!.filter((option) => counts(quota, option, need)).map(({ area }) =>
        quota.of === 'firms' ? 1 : area / 100,
      )
      return sum + Math.max(0, ...amounts)
    }, 0)
    if (quota.least === null || most >= quota.least) return []
    return [`${quotaTitle(quota, zones)}要求不少于 ${quota.least}，本次最多能达到 ${Math.round(most * 100) / 100}`]
  })
  return [...homeless, ...lost, ...scarce]
}

/** Hundredths that one of it counts. */
const each = ({ of }: Quota) => (of === 'firms' ? 100 : 1)

export const quotaTitle = ({ zone, direction, of }: Quota, zones: Record<string, string>): string =>
  `${zones[zone] ?? '园城'}${direction ?? '全部产业'}${of === 'firms' ? '企业数（家）' : '安置面积（㎡）'}`

const counts = ({ zone, direction }: Quota, { labels }: SpaceOption, need: Need): boolean =>
  labels.zone === zone && (direction === null || need.direction === direction)

export const titleOf = (units: readonly Unit[]): string =>
  `${units[0]?.buildingName ?? ''} ${units.map(({ name }) => name).join('、')}`
