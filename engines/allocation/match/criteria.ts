/** The criteria of the score: what each looks at, how many points it gives, and why. */
import type { Verdict } from '../../criteria/demand.ts'
import { every } from '../../criteria/judge.ts'
import { areaAspect, wantedArea } from './area.ts'
import { clusterAspect, freshAspect, wholeAspect } from './aspects.ts'
import type { Aspect, Demand, DemandName } from './demand.ts'
import type { Need } from './need.ts'
import { nearAspect } from './place.ts'
import { type CriterionName, criterionTitles, type MatchRules } from './rules.ts'
import type { Space } from './unit.ts'

/** Points are counted in tenths, so that their sum is exact. */
export type Criterion = { name: CriterionName; tenths: number; aspects: Aspect[]; unknown: number }

export type Mark = {
  name: CriterionName
  title: string
  points: number
  of: number
  verdict: Verdict
  sentence: string
}

export function criteriaOf(need: Need, demands: Demand[], rules: MatchRules, today: string): Criterion[] {
  const named = (...names: DemandName[]) => demands.filter(({ name }) => names.includes(name))
  const wanted = wantedArea(need, rules)
  const aspects: Record<CriterionName, Aspect[]> = {
    area: wanted ? [areaAspect(need, wanted)] : [],
    price: named('price'),
    ready: named('ready'),
    build: named('load', 'height', 'power', 'lifts', 'parking', 'network', 'fireClass', 'use'),
    direction: named('direction'),
    place: [...named('zone', 'distance'), ...(need.near.length > 0 ? [nearAspect(need.near, rules)] : [])],
    facilities: named('facilities'),
    cluster: need.direction === null ? [] : [clusterAspect(need.direction, rules)],
    whole: [wholeAspect(need)],
    fresh: [freshAspect(rules, today)],
  }
  const names = Object.keys(criterionTitles) as CriterionName[] // the keys of the record, in its order
  return names.map((name) => ({ name, tenths: rules.weights[name] * 10, aspects: aspects[name], unknown: rules.unknown }))
}

/** Each aspect of a criterion counts alike; what the firm does not ask for costs nothing. */
export function tenthsOf({ tenths, aspects, unknown }: Criterion, space: Space): number {
  if (aspects.length === 0 || tenths === 0) return tenths
  let sum = 0
  for (const aspect of aspects) {
    const verdict = aspect.test(space)
    sum += verdict === 'unknown' ? unknown : aspect.share ? aspect.share(space) : verdict === 'met' ? 1 : 0
  }
  return Math.round((tenths * sum) / aspects.length)
}

export function markOf(criterion: Criterion, space: Space): Mark {
  const { name, tenths, aspects } = criterion
  return {
    name,
    title: criterionTitles[name],
    points: tenthsOf(criterion, space) / 10,
    of: tenths / 10,
    verdict: every(aspects.map((aspect) => aspect.test(space))),
    sentence: aspects.length === 0 ? unasked[name] : aspects.map((aspect) => aspect.say(space)).join('；'),
  }
}

const unasked: Record<CriterionName, string> = {
  area: '未提出面积要求',
  price: '未提出租金预算',
  ready: '未提出交付时间要求',
  build: '未提出建筑条件要求',
  direction: '未说明产业方向',
  place: '未提出区位要求',
  facilities: '未提出配套要求',
  cluster: '未说明产业方向',
  whole: '',
  fresh: '',
}
