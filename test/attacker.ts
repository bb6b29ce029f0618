/**
 * Somebody who knows which enterprise is where and tries to work out single figures from published sums: by brute force, one
 * enterprise and one pair after the other, in the field of a prime beyond all coefficients that occur.
 */
const prime = 2n ** 61n - 1n
const modulo = (n: bigint) => ((n % prime) + prime) % prime

/** A figure nobody but the enterprise should know, and the published sums it is in. */
export type Wanted = { enterprise: string; sums: readonly string[] }

/** Every enterprise, and every pair, about whose figures the sums tell something. */
export function workedOut(figures: readonly Wanted[]): string[][] {
  const sums = [...new Set(figures.flatMap((figure) => figure.sums))]
  const known = independent(sums.map((sum) => figures.map((figure) => (figure.sums.includes(sum) ? 1n : 0n))))
  const names = [...new Set(figures.map(({ enterprise }) => enterprise))]
  // What the sums tell and what the figures of these few are spans less than both apart: they have something in common.
  const falls = (who: string[]) => {
    const own = figures.flatMap(({ enterprise }, at) =>
      who.includes(enterprise) ? [figures.map((_, i) => (i === at ? 1n : 0n))] : [],
    )
    return independent([...known, ...own]).length < known.length + own.length
  }
  const alone = names.filter((name) => falls([name]))
  const others = names.filter((name) => !alone.includes(name))
  const pairs = others.flatMap((a, i) => others.slice(i + 1).flatMap((b) => (falls([a, b]) ? [[a, b]] : [])))
  return [...alone.map((name) => [name]), ...pairs]
}

/** Rows that span what the given ones do, none of them superfluous. */
function independent(rows: readonly bigint[][]): bigint[][] {
  const basis: { row: bigint[]; at: number }[] = []
  for (const given of rows) {
    let row = [...given]
    for (const { row: base, at } of basis) {
      const factor = row[at]!
      if (factor) row = row.map((value, i) => (base[i] ? modulo(value - factor * base[i]!) : value))
    }
    const at = row.findIndex((value) => value !== 0n)
    if (at < 0) continue
    const scale = inverse(row[at]!)
    basis.push({ row: row.map((value) => modulo(value * scale)), at })
  }
  return basis.map(({ row }) => row)
}

function inverse(n: bigint): bigint {
  let [result, base, power] = [1n, modulo(n), prime - 2n]
  for (; power; power >>= 1n, base = modulo(base * base)) if (power & 1n) result = modulo(result * base)
  return result
}
