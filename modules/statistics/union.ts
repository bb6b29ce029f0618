/**
 * What published sums give away together: exact linear algebra over all tables of one month and indicator.
 *
 * Every shown cell is an equation over figures of single enterprises. Something can be worked out about one or two of them
 * when adding and subtracting the equations leaves an expression in their figures alone. Whoever tries is taken to know
 * which enterprise is where: the register is public. Figures that are in the same sums always appear together and are one
 * unknown; the expression then exists exactly when the rows of these unknowns in a basis of the null space are dependent.
 */

/** A figure of an enterprise, and the published sums it is part of. */
export type Part = { enterprise: string; sums: readonly string[] }
type Unknown = { enterprises: Set<string>; sums: readonly string[] }
type Vector = bigint[]

/** The sets of one or two enterprises about whose figures something can be worked out. */
export function givenAway(parts: readonly Part[]): string[][] {
  const unknowns = merged(parts)
  const rows = nullRows(equationsOf(unknowns), unknowns.length)
  const few = new Map<string, Vector[]>()
  for (const [at, { enterprises }] of unknowns.entries()) {
    if (enterprises.size > 2) continue
    const owners = named([...enterprises])
    few.set(owners, [...(few.get(owners) ?? []), rows[at]!])
  }
  const own = (...owners: string[]) => few.get(named(owners)) ?? []
  const concerned = [...new Set([...few.keys()].flatMap((owners) => owners.split('\n')))].sort()
  const alone = concerned.filter((one) => dependent(own(one)))
  const others = concerned.filter((one) => !alone.includes(one))
  const pairs = others.flatMap((one, at) =>
    others.slice(at + 1).flatMap((other) => (dependent([...own(one), ...own(other), ...own(one, other)]) ? [[one, other]] : [])),
  )
  return [...alone.map((one) => [one]), ...pairs]
}

const named = (enterprises: string[]) => enterprises.sort().join('\n')

function merged(parts: readonly Part[]): Unknown[] {
  const found = new Map<string, Unknown>()
  for (const { enterprise, sums } of parts) {
    if (!sums.length) continue
    const key = [...sums].sort().join('\n')
    const known = found.get(key)
    if (known) known.enterprises.add(enterprise)
    else found.set(key, { enterprises: new Set([enterprise]), sums })
  }
  return [...found.values()]
}

/** One row a sum, with 1 where an unknown is part of it. */
function equationsOf(unknowns: readonly Unknown[]): Vector[] {
  const rows = new Map<string, Vector>()
  for (const [at, { sums }] of unknowns.entries()) {
    for (const sum of sums) {
      const row = rows.get(sum) ?? unknowns.map(() => 0n)
      row[at] = 1n
      rows.set(sum, row)
    }
  }
  // The same equation under another name tells nothing more.
  return [...new Map([...rows.values()].map((row) => [row.join(), row])).values()]
}

/** For every unknown its row in a basis of the null space, up to a factor; none but noughts where it is settled. */
function nullRows(equations: Vector[], width: number): Vector[] {
  const pivots = reduce(equations, width)
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !pivots.has(column))
  return Array.from({ length: width }, (_, column) => {
    const row = pivots.get(column)
    return free.map((at) => (row ? row[at]! : at === column ? 1n : 0n))
  })
}

/** Gauss and Jordan in whole numbers: the reduced rows by the column of their pivot. Changes `rows`. */
function reduce(rows: Vector[], width: number): Map<number, Vector> {
  const pivots = new Map<number, Vector>()
  const left = new Set(rows)
  for (let column = 0; column < width; column += 1) {
    const pivot = [...left].find((row) => row[column] !== 0n)
    if (!pivot) continue
    left.delete(pivot)
    for (const row of rows) if (row !== pivot && row[column] !== 0n) clear(row, pivot, column)
    pivots.set(column, pivot)
  }
  return pivots
}

/** Takes the pivot out of a row, and keeps its numbers small. */
function clear(row: Vector, pivot: Vector, column: number): void {
  const [ours, theirs] = [row[column]!, pivot[column]!]
  let common = 0n
  for (let at = 0; at < row.length; at += 1) {
    row[at] = row[at]! * theirs - pivot[at]! * ours
    if (row[at] !== 0n) common = gcd(common, row[at]!)
  }
  if (common > 1n) for (let at = 0; at < row.length; at += 1) row[at] = row[at]! / common
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y) [x, y] = [y, x % y]
  return x
}

function dependent(vectors: readonly Vector[]): boolean {
  if (!vectors.length) return false
  return (
    reduce(
      vectors.map((vector) => [...vector]),
      vectors[0]!.length,
    ).size < vectors.length
  )
}
