/**
 * Ejection chains: a firm leaves its place for a better one, pushes another firm out there, and so on, until the last firm
 * finds room, often in the place the first has left.
 *
 * After Yagiura, Ibaraki and Glover, "An ejection chain approach for the generalized assignment problem" (2004), with the rule
 * of Lin and Kernighan that a chain is followed only while it has gained: what the places left behind are worth at the prices
 * of the rows is lent to the chain, and each firm on its way counts as if it found its cheapest place.
 */
import type { Shortlist } from './shortlist.ts'
import { enter, lay, leave, note, type State, toEnter } from './state.ts'

/** Less than any real gain, more than the noise of adding weights. */
const gain = 1e-6

/** Ways tried for one firm: in a row that breaking has made very dear, nearly every way seems to gain. */
const patience = 1000

export type Chains = {
  state: State
  list: Shortlist
  /** How many firms a chain moves at most. */
  longest: number
  /** How many more ways may be tried before the firm is left where it is. */
  left: number
  /** Which firms the chain has moved. */
  moved: Uint8Array
}

export function chainsOf(state: State, list: Shortlist, longest: number): Chains {
  return { state, list, longest, left: 0, moved: new Uint8Array(state.matrix.firms) }
}

/** Moves the firm, with others if need be, so that the weighted cost falls; says whether it found a way. */
export function improve(chains: Chains, firm: number): boolean {
  const { state, moved } = chains
  const old = state.choice[firm]!
  leave(state, old)
  moved[firm] = 1
  chains.left = patience
  const found = settle(chains, firm, old, 1, -toEnter(state, old), worthOfRoom(chains, old))
  moved[firm] = 0
  if (found) note(state, old)
  else enter(state, old)
  return found
}

/**
 * Finds a place for a firm that has left `old`. `owed` is how far the cost has risen on the way, `lent` what the room left
 * behind by the first firm is worth; the chain must end with `owed` below zero and nothing lent.
 */
function settle(chains: Chains, firm: number, old: number, link: number, owed: number, lent: number): boolean {
  const { state, list, longest } = chains
  chains.left -= 1
  for (let at = list.first[firm]!, end = list.first[firm + 1]!; at < end; at += 1) {
    const option = list.option[at]!
    if (owed - lent + list.value[at]! >= 0) return false
    if (option === old) continue
    const due = owed + toEnter(state, option)
    if (due < -gain) {
      enter(state, option)
      note(state, option)
      return true
    }
    if (link < longest && chains.left > 0 && eject(chains, option, link + 1, due, lent)) return true
  }
  return false
}

/** Takes the option though it may be full, and sends on one firm that stands in its way. */
function eject(chains: Chains, option: number, link: number, owed: number, lent: number): boolean {
  const { state, list, moved } = chains
  const { matrix, top, held, entry, choice } = state
  enter(state, option)
  for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) {
    const row = matrix.row[at]!
    // From the end: a firm that leaves and comes back stands last, and those before it keep their places.
    for (let place = top[row]! + held[row]! - 1; place >= top[row]!; place -= 1) {
      const other = matrix.firm[matrix.option[entry[place]!]!]!
      if (moved[other] === 1 || matrix.option[entry[place]!] === option) continue
      const old = choice[other]!
      lay(state, old, -1)
      const due = owed - toEnter(state, old)
      lay(state, old, 1)
      if (due - lent + list.value[list.first[other]!]! >= 0) continue
      leave(state, old)
      moved[other] = 1
      const found = settle(chains, other, old, link, due, lent)
      moved[other] = 0
      if (found) {
        note(state, option)
        return true
      }
      enter(state, old)
    }
  }
  leave(state, option)
  return false
}

/** What the room the option has left is worth at the prices of its rows. */
function worthOfRoom({ state, list }: Chains, option: number): number {
  const { matrix, load } = state
  let sum = 0
  for (let at = matrix.start[option]!; at < matrix.start[option + 1]!; at += 1) {
    const row = matrix.row[at]!
    sum += list.price[row]! * Math.max(0, Math.min(matrix.amount[at]!, matrix.most[row]! - load[row]!))
  }
  return sum
}
