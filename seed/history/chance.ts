/** Chance that always falls the same way: drawn from names, so that one more report changes no other. */

export type Chance = {
  /** A number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** A fraction from 0 up to 1. */
  fraction(): number
  /** True in `share` of all cases. */
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
}

/** mulberry32, started from a hash of the names (FNV-1a). */
export function chanceOf(...names: (string | number)[]): Chance {
  let state = 2166136261
  for (const char of names.join('\u001f')) state = Math.imul(state ^ char.codePointAt(0)!, 16777619)
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  return { between, fraction, happens: (share) => fraction() < share, pick: (from) => from[between(0, from.length - 1)]! }
}
