/** Worker: an answer of the solver in words, after it has been checked once more against everything that was asked. */
import { explain, match } from '#engines/allocation/match/match.ts'
import type { SpaceOption } from '#engines/allocation/match/options.ts'
import type { Space, Unit } from '#engines/allocation/match/unit.ts'
import { type Choice, type Program, worth } from '#engines/allocation/solve/program.ts'
import { verify } from '#engines/allocation/solve/verify.ts'
import type { Worker } from '#platform/worker.ts'
import { keyOf, type Quota } from './asked.ts'
import { goalNames, goals, tenths } from './goals.ts'
import { isImagined } from './imagine.ts'
import type { Outcome, Placed, Unplaced } from './outcome.ts'
import { type Ground, type Looking, programOf, quotaTitle, titleOf } from './program.ts'

export type Chosen = { ground: Ground; options: SpaceOption[][]; choice: Choice }
type Told = Chosen & { program: Program; unitOf: Map<string, Unit>; holder: Map<string, Looking> }

/** @throws when the checker refuses the answer: that is a bug, and nobody is shown it */
export function tell({ ground, options, choice }: Chosen): Outcome {
  const program = programOf(ground, options)
  const { broken } = verify(program, choice)
  if (broken.length > 0) throw new Error(`unsound: ${broken.join('；')}`)
  const { firms, units, terms, zones, today } = ground
  const taken = firms.map((_, firm) => (choice[firm] == null ? null : options[firm]![choice[firm]]!))
  const holder = new Map(taken.flatMap((option, firm) => option?.uses.map(({ unit }) => [unit, firms[firm]!] as const) ?? []))
  const told: Told = { ground, options, choice, program, unitOf: new Map(units.map((unit) => [unit.id, unit])), holder }
  const placed = firms.flatMap((firm, at) => (taken[at] ? [placedOf(told, firm, taken[at])] : []))
  return {
    today,
    units: units.length,
    placed,
    unplaced: firms.flatMap((firm, at) => (taken[at] ? [] : [unplacedOf(told, firm, at)])),
    zones: totals(placed),
    quotas: terms.quotas.map((quota, at) => ({
      ...{ name: quotaTitle(quota, zones), least: quota.least, most: quota.most },
      count: countOf(quota, counted(program, choice, at)),
    })),
    goals: goalNames.map((name) => {
      const sum = program.firms.reduce(
        (all, { options }, firm) => all + (choice[firm] == null ? 0 : options[choice[firm]]!.parts[name]!),
        0,
      )
      return { name, title: goals[name].title, weight: terms.weights[name], points: (sum * terms.weights[name]) / tenths }
    }),
  }
}

const work: Worker<Chosen, Outcome> = async (chosen) => tell(chosen)
export default work

function placedOf(
  { ground, unitOf }: Told,
  { id: matter, number, name, need }: Looking,
  { key, uses, area, from, parts }: SpaceOption,
): Placed {
  const space = uses.map(({ unit }) => unitOf.get(unit)!) as unknown as Space // an option has at least one unit
  const { building, buildingName, zone, zoneName } = space[0]
  const { score, marks } = explain(need, space, ground.rules, ground.today)
  return {
    ...{ matter, number, name, direction: need.direction, building, buildingName, zone, zoneName, from, score },
    units: space.map(({ id, name, area }) => ({ id, name, area })),
    area: area / 100,
    rent: space.every(({ rent }) => rent === null) ? null : parts.rent,
    reasons: marks
      .filter(({ of, sentence }) => of > 0 && sentence !== '' && !unasked.test(sentence))
      .map(({ title, points, of, sentence }) => ({ title, points, of, sentence })),
    locked: ground.terms.locks.some((lock) => lock.matter === matter && lock.rule === 'take' && keyOf(lock.units) === key),
    imagined: space.some(({ id }) => isImagined(id)),
  }
}

/** A criterion that gives all its points because nothing was asked for is no reason. */
const unasked = /^未(提出|说明)/

function unplacedOf(told: Told, firm: Looking, at: number): Unplaced {
  const { id: matter, number, name, need } = firm
  const own = told.options[at]!
  const why = own.length === 0 ? whyNone(told, firm) : whyNot(told, own, at)
  return { matter, number, name, direction: need.direction, candidates: own.length, why }
}

/** Nothing fits: what comes nearest to it. */
function whyNone({ ground: { units, rules, today } }: Told, { need }: Looking): string {
  const { nearMisses, excluded } = match(need, units, { ...rules, limits: { ...rules.limits, offers: 1, nearMisses: 1 } }, today)
  const [near] = nearMisses
  if (near) return `没有符合全部要求的房源。最接近的是${titleOf([near.unit])}：${near.sentence}`
  const [most] = excluded.counts
  return most ? `没有符合要求的房源，也没有相近的；多因“${most.title}”不符` : '没有可供选择的房源'
}

/** Something fits: who has it, or which rule stands against it. */
function whyNot(told: Told, own: SpaceOption[], at: number): string {
  const { program, choice, unitOf, holder } = told
  const nameOf = ({ uses }: SpaceOption) => titleOf(uses.map(({ unit }) => unitOf.get(unit)!))
  const free = own.flatMap((option, nth) => (option.uses.some(({ unit }) => holder.has(unit)) ? [] : [nth]))
  const [first] = free
  if (first === undefined) {
    const takers = [...new Set(own[0]!.uses.flatMap(({ unit }) => holder.get(unit)?.name ?? []))]
    return `符合要求的 ${own.length} 处房源均已安排给其他企业，其中最合适的${nameOf(own[0]!)}安排给${takers.join('、')}`
  }
  const over = overLimit(told, at, first)
  if (over) return `${nameOf(own[first]!)}尚空，但安排后${over}`
  const { broken } = verify(program, choice.with(at, first))
  if (broken.length > 0) return `${nameOf(own[first]!)}尚空，但安排后不符合硬性条件：${broken[0]}`
  const { parts } = program.firms[at]!.options[first]!
  return worth(program, { name: '', uses: [], counts: [], labels: {}, parts }) <= 0
    ? `${nameOf(own[first]!)}尚空，但按现行权重，安排后目标值不会提高`
    : `${nameOf(own[first]!)}尚空，可锁定后重新求解，或延长求解时间`
}

/** Whichever limit of a zone stands against one more. */
function overLimit({ ground: { terms, zones }, program, choice }: Told, firm: number, option: number): string | null {
  for (const [at, quota] of terms.quotas.entries()) {
    const count = countOf(quota, counted(program, choice.with(firm, option), at))
    if (quota.most !== null && count > quota.most) return `${quotaTitle(quota, zones)}将达到 ${count}，超过上限 ${quota.most}`
  }
  return null
}

/** What is taken counts towards a limit, as the solver counts it. */
const counted = ({ firms }: Program, choice: Choice, quota: number): number =>
  firms.reduce((sum, { options }, firm) => {
    const counts = choice[firm] == null ? [] : options[choice[firm]]!.counts
    return sum + counts.reduce((all, [of, amount]) => (of === quota ? all + amount : all), 0)
  }, 0)
/** And as it is written. */
const countOf = ({ of }: Quota, count: number): number => (of === 'firms' ? count : count / 100)

function totals(placed: Placed[]): Outcome['zones'] {
  const of = new Map<string | null, { zone: string | null; zoneName: string; firms: number; hundredths: number; rent: number }>()
  for (const { zone, zoneName, area, rent } of placed) {
    const sum = of.get(zone) ?? { zone, zoneName: zoneName ?? '未划入园城', firms: 0, hundredths: 0, rent: 0 }
    of.set(zone, {
      ...sum,
      firms: sum.firms + 1,
      hundredths: sum.hundredths + Math.round(area * 100),
      rent: sum.rent + (rent ?? 0),
    })
  }
  return [...of.values()]
    .sort((a, b) => b.firms - a.firms)
    .map(({ hundredths, ...rest }) => ({ ...rest, area: hundredths / 100 }))
}
