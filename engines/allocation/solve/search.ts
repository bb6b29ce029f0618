/**
 * The search that goes on as long as there is time: a few firms are moved at random, chains mend what that has done, and what
 * has become better stays (iterated local search).
 *
 * Weights of broken rows rise while answers that break nothing are rare, and all fall when they are common: the search passes
 * to and fro over the border where the best answers lie (strategic oscillation; Yagiura, Yamaguchi and Ibaraki 1998).
 */
import { type Chains, chainsOf, improve } from './chain.ts'
import { type Random, shuffle } from './random.ts'
import type { Shortlist } from './shortlist.ts'
import { beyond, fined, move, note, type State } from './state.ts'

export type Search = {
  chains: Chains
  random: Random
  /** The cheapest answer seen that breaks nothing; infinitely dear while there is none. */
  best: { choice: Int32Array; cost: number }
  /** What the search goes back to when moves at random have led nowhere, with its weighted cost. */
  seed: { choice: Int32Array; cost: number }
  order: Int32Array
  /** Up to which change each firm has been looked at in vain. */
  seen: Float64Array
  rounds: number
  /** The search has come upon nothing sound by itself yet. */
  lost: boolean
  /** How many of the rounds since the weights were last changed ended with nothing broken. */
  sound: number
}

/** How weights follow the search: how often, from what share of sound rounds on they fall, and by how much they change. */
const weighing = { rounds: 20, sound: 0.1, fall: 0.9, rise: 1.15, lost: 1.2 }

/** Beyond this, sums with weights lose the costs. */
const heaviest = 1e9
/** How many firms are moved at random at most, to one of how many of their cheapest places. */
const kicking = { firms: 3, places: 5 }
const longestChain = 4

/** `known`: the best answer there is already. */
export function searchFrom(state: State, list: Shortlist, random: Random, known: Search['best']): Search {
  const search: Search = {
    chains: chainsOf(state, list, longestChain),
    random,
    best: { choice: known.choice.slice(), cost: known.cost },
    seed: { choice: state.choice.slice(), cost: Number.POSITIVE_INFINITY },
    order: Int32Array.from({ length: state.matrix.firms }, (_, firm) => firm),
    seen: new Float64Array(state.matrix.firms).fill(-1),
    rounds: 0,
    lost: true,
    sound: 0,
  }
  remember(search)
  return search
}

/** One round, or less when there is no time left; true when it found an answer better than the best. */
export function round(search: Search, late: () => boolean): boolean {
  const { chains, seed, best } = search
  const { state } = chains
  const before = best.cost
  if (search.rounds > 0) kick(search)
  descend(search, late)
  search.rounds += 1
  if (state.broken === 0) search.sound += 1
  if (state.cost + state.fine <= seed.cost) plant(search)
  else go(state, seed.choice)
  if (search.lost || search.rounds % weighing.rounds === 0) reweigh(search)
  return best.cost < before
}

/** Goes on from an answer found elsewhere. */
export function adopt(search: Search, choice: Int32Array): void {
  go(search.chains.state, choice)
  remember(search)
  search.seen.fill(-1)
  plant(search)
}

/** Chains from every firm, in an order of chance, until none finds a way. */
function descend(search: Search, late: () => boolean): void {
  const { chains, random, order, seen } = search
  shuffle(order, random)
  let still = 0
  for (let at = 0; still < order.length && !late(); at = (at + 1) % order.length) {
    const firm = order[at]!
    still += 1
    if (!isStale(search, firm)) continue
    if (improve(chains, firm)) {
      remember(search)
      still = 0
    } else seen[firm] = chains.state.kept
  }
}

/** Whether anything has changed where the firm is since it was last looked at. */
function isStale({ chains: { state }, seen }: Search, firm: number): boolean {
  const { matrix, choice, changed } = state
  const option = choice[firm]!
  if (seen[firm]! < 0) return true
  for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1)
    if (changed[matrix.row[at]!]! > seen[firm]!) return true
  return false
}

function remember(search: Search): void {
  const { state } = search.chains
  const { best } = search
  if (state.broken > 0) return
  search.lost = false
  if (state.cost >= best.cost) return
  best.cost = state.cost
  best.choice.set(state.choice)
}

function plant({ chains: { state }, seed }: Search): void {
  seed.cost = state.cost + state.fine
  seed.choice.set(state.choice)
}

function reweigh(search: Search): void {
  const { state, list } = search.chains
  const { matrix, load, weight } = state
  const common = search.sound > weighing.sound * weighing.rounds
  state.kept += 1
  for (let row = 0; row < matrix.rows; row += 1) {
    const broken = beyond(matrix, row, load[row]!) > 0
    if (!broken && !common) continue
    const raised = Math.min(heaviest, weight[row]! * (search.lost ? weighing.lost : weighing.rise))
    // Below its price, breaking a row would pay.
    weight[row] = broken ? raised : Math.max(Math.abs(list.price[row]!) * 1.01, weight[row]! * weighing.fall)
    state.changed[row] = state.kept
  }
  search.sound = 0
  state.fine = fined(state)
  search.seed.cost = state.cost + state.fine
}

function kick({ chains: { state, list }, random }: Search): void {
  for (let left = 1 + random.below(kicking.firms); left > 0; left -= 1) {
    const firm = random.below(state.matrix.firms)
    const from = list.first[firm]!
    const places = Math.min(kicking.places, list.first[firm + 1]! - from)
    if (places === 0) continue
    note(state, state.choice[firm]!)
    move(state, list.option[from + random.below(places)]!)
    note(state, state.choice[firm]!)
  }
}

function go(state: State, choice: Int32Array): void {
  for (const [firm, option] of choice.entries()) if (state.choice[firm] !== option) move(state, option)
}
