/**
 * The independent checker: reads the program as it was given, rule by rule, and shares nothing with the search for answers.
 *
 * No answer is shown before it has passed here. What is broken is said in Chinese, with names.
 */
import type { Choice, Firm, Group, Option, Program } from './program.ts'

export type Verdict = { broken: string[]; objective: number }

/** Every rule the choice breaks, and the objective added up anew. */
export function verify(program: Program, choice: Choice): Verdict {
  if (choice.length !== program.firms.length)
    return { broken: [`方案给出 ${choice.length} 家企业的去处，应为 ${program.firms.length} 家`], objective: Number.NaN }
  const places = program.firms.map((firm, index) => ({ firm, taken: choice[index] ?? null }))
  const strange = places.flatMap(({ firm, taken }) =>
    taken === null || firm.options[taken] ? [] : [`“${firm.name}”的去处（第 ${taken + 1} 个）不在其可选范围内`],
  )
  if (strange.length > 0) return { broken: strange, objective: Number.NaN }
  const placed = places.map(({ firm, taken }) => ({ firm, option: taken === null ? null : firm.options[taken]! }))
  const broken = [
    ...homeless(placed),
    ...overfull(program, placed),
    ...outOfQuota(program, placed),
    ...program.near.flatMap((group) => scattered(group, placed)),
    ...program.apart.flatMap((group) => crowded(group, placed)),
    ...unlocked(program, choice),
  ]
  return { broken, objective: objectiveOf(program, placed) }
}

type Placed = { firm: Firm; option: Option | null }

function homeless(placed: Placed[]): string[] {
  return placed.filter(({ firm, option }) => !option && firm.unplaced === null).map(({ firm }) => `“${firm.name}”没有安排去处`)
}

function overfull(program: Program, placed: Placed[]): string[] {
  const used = program.resources.map(() => 0)
  for (const { option } of placed) for (const [resource, amount] of option?.uses ?? []) used[resource]! += amount
  return program.resources.flatMap(({ name, capacity }, index) =>
    used[index]! > capacity ? [`“${name}”用了 ${used[index]}，超过容量 ${capacity}`] : [],
  )
}

function outOfQuota(program: Program, placed: Placed[]): string[] {
  const counted = program.quotas.map(() => 0)
  for (const { option } of placed) for (const [quota, amount] of option?.counts ?? []) counted[quota]! += amount
  return program.quotas.flatMap(({ name, least, most }, index) => {
    const count = counted[index]!
    if (least !== null && count < least) return [`“${name}”为 ${count}，低于下限 ${least}`]
    if (most !== null && count > most) return [`“${name}”为 ${count}，高于上限 ${most}`]
    return []
  })
}

function scattered({ name, firms, kind }: Group, placed: Placed[]): string[] {
  const members = firms.map((index) => placed[index]!).filter(({ option }) => option !== null)
  const nowhere = members.filter(({ option }) => option!.labels[kind] === undefined)
  if (nowhere.length > 0) return nowhere.map(({ firm }) => `“${name}”须相邻，但“${firm.name}”的去处没有标明位置`)
  const apart = members.find(({ option }) => option!.labels[kind] !== members[0]!.option!.labels[kind])
  return apart ? [`“${name}”须相邻，但“${members[0]!.firm.name}”与“${apart.firm.name}”不在一处`] : []
}

function crowded({ name, firms, kind }: Group, placed: Placed[]): string[] {
  const first = new Map<string, string>()
  return firms.flatMap((index) => {
    const { firm, option } = placed[index]!
    const label = option?.labels[kind]
    if (label === undefined) return []
    const neighbour = first.get(label)
    if (neighbour === undefined) first.set(label, firm.name)
    return neighbour === undefined ? [] : [`“${name}”须分开，但“${neighbour}”与“${firm.name}”同在“${label}”`]
  })
}

function unlocked(program: Program, choice: Choice): string[] {
  return program.locks.flatMap(({ firm, option, rule }) => {
    const { name, options } = program.firms[firm]!
    const taken = choice[firm] === option
    if (rule === 'take' && !taken) return [`“${name}”已锁定在“${options[option]!.name}”，方案改动了它`]
    return rule === 'avoid' && taken ? [`“${name}”不得安排在“${options[option]!.name}”`] : []
  })
}

function objectiveOf(program: Program, placed: Placed[]): number {
  let sum = 0
  for (const { firm, option } of placed) {
    if (!option) sum += firm.unplaced ?? 0
    else for (const part of Object.keys(option.parts)) sum += option.parts[part]! * (program.weights[part] ?? 1)
  }
  return sum
}
