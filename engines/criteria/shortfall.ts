/**
 * How much is missing, exactly: thresholds of shares are whole millionths, counts and money are whole, so the arithmetic is
 * done in whole numbers.
 */

const whole = 1_000_000n
/** 0.07 → 70,000 millionths. */
const points = (share: number) => BigInt(Math.round(share * 1_000_000))
/** Counts and money are whole already; an average that is not is taken to the nearest. */
const exact = (amount: number) => BigInt(Math.round(amount))
const up = (amount: bigint, by: bigint) => (amount <= 0n ? 0n : (amount + by - 1n) / by)

/** part ÷ of against a share: below 0, equal 0, above 0. */
export function compareShare(part: number, of: number, share: number): number {
  const difference = exact(part) * whole - points(share) * exact(of)
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

/** The least to add to the part for it to reach the share of a whole that stays as it is. */
export function missingOfFixed(part: number, of: number, share: number, inclusive: boolean): number {
  const short = points(share) * exact(of) - exact(part) * whole
  return Number(up(inclusive ? short : short + 1n, whole))
}

/** The least to add to part and whole alike (new hires, new revenue); null where no addition is enough. */
export function missingOfGrowing(part: number, of: number, share: number, inclusive: boolean): number | null {
  const rest = whole - points(share)
  if (rest <= 0n) return null
  const short = points(share) * exact(of) - exact(part) * whole
  return Number(up(inclusive ? short : short + 1n, rest))
}

/** What the part is beyond the share of the whole. */
export function beyondShare(part: number, of: number, share: number, inclusive: boolean): number {
  const allowed = points(share) * exact(of) - (inclusive ? 0n : 1n)
  return part - Number(allowed < 0n ? 0n : allowed / whole)
}
