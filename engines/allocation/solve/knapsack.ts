/** The best filling of one row: which things bring in most within its room, for every room up to its most. */

export type Knapsack = {
  /** best[c]: the most that fits into c units of room. */
  best: Float64Array
  /** Of the things handed in, those taken when all the room may be used. */
  taken: number[]
}

/** Room is counted in units of this size; amounts are rounded down, so the answer is never below the true one. */
export function unitOf(amounts: Float64Array, room: number, finest: number): number {
  let common = 0
  for (let each of amounts) while (each > 0) [common, each] = [each, common % each]
  return Math.max(common, Math.ceil(room / finest)) || 1
}

/** Dynamic programming over the room; sizes in units, gains above zero. */
export function fill(size: number[], gain: number[], room: number): Knapsack {
  const width = room + 1
  const best = new Float64Array(width)
  const took = new Uint8Array(size.length * width)
  for (let each = 0; each < size.length; each += 1) {
    const [weight, worth, from] = [size[each]!, gain[each]!, each * width]
    for (let left = room; left >= weight; left -= 1) {
      const value = best[left - weight]! + worth
      if (value <= best[left]!) continue
      best[left] = value
      took[from + left] = 1
    }
  }
  const taken: number[] = []
  for (let each = size.length - 1, left = room; each >= 0; each -= 1) {
    if (took[each * width + left] === 0) continue
    taken.push(each)
    left -= size[each]!
  }
  return { best, taken }
}
