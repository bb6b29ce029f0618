/** Chance that can be repeated: a seeded generator (mulberry32), so that the same seed finds the same answer. */

export type Random = {
  /** In [0, 1). */
  share: () => number
  /** A whole number below `count`. */
  below: (count: number) => number
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { share, below: (count) => Math.floor(share() * count) }
}

/** Puts the numbers into an order of chance, in place. */
export function shuffle(numbers: Int32Array, random: Random): void {
  for (let last = numbers.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const moved = numbers[last]!
    numbers[last] = numbers[other]!
    numbers[other] = moved
  }
}
