/**
 * The best assignment of many firms to spaces, as a program: who may go where, what it takes, what it is worth.
 *
 * A firm takes exactly one of its options, or stays unplaced where that is allowed. An option is one whole decision: a
 * unit, a combination of adjacent units, or part of a floor. It uses amounts of resources, and resources have capacities:
 *
 * - a unit is a resource of capacity 1; a combination uses 1 of each of its units;
 * - a floor or building shared by several firms is a resource of its area (㎡, or tenths of ㎡: amounts are whole numbers);
 * - a unit let for different times is one resource for each period between two days on which anything begins or ends; an
 *   option uses all the periods it overlaps, so two firms never hold one unit at one time.
 *
 * The generalised assignment problem is the special case of one option for each pair of job and agent, using one resource.
 */

export type Program = {
  sense: 'minimise' | 'maximise'
  /** How much each named part of an option's worth counts; a part not named here counts once. */
  weights: Record<string, number>
  resources: Resource[]
  quotas: Quota[]
  firms: Firm[]
  /** Of each group, all firms that are placed have the same label of this kind. */
  near: Group[]
  /** Of each group, no two firms that are placed have the same label of this kind. */
  apart: Group[]
  locks: Lock[]
}

export type Resource = { name: string; capacity: number }
/** Least and most of what the options taken count towards it: firms, ㎡ or people of a zone. */
export type Quota = { name: string; least: number | null; most: number | null }

export type Firm = {
  name: string
  options: Option[]
  /** What staying unplaced adds to the objective; null: the firm must be placed. */
  unplaced: number | null
}

export type Option = {
  name: string
  /** Whole amounts of resources, by their index. */
  uses: [resource: number, amount: number][]
  /** Whole amounts towards quotas, by their index. */
  counts: [quota: number, amount: number][]
  /** What it adds to the objective, by goal: fit, rent, splits, cluster … */
  parts: Record<string, number>
  /** Where it lies, by kind: building, zone … */
  labels: Record<string, string>
}

/** Firms by their index, and the kind of label they share or must not share. */
export type Group = { name: string; firms: number[]; kind: string }
/** `take`: the firm has this option and no other; `avoid`: it never has it. */
export type Lock = { firm: number; option: number; rule: 'take' | 'avoid' }

/** For each firm the index of its option, or null where it stays unplaced. */
export type Choice = (number | null)[]

/** What an option adds to the objective. */
export function worth(program: Program, option: Option): number {
  return Object.entries(option.parts).reduce((sum, [part, value]) => sum + value * (program.weights[part] ?? 1), 0)
}
