/**
 * What days of a lease cost, exact to the fen.
 *
 * The rule: a month of the lease costs area × price, rounded to the fen; part of a month costs the part of its days over the
 * days of that month. Parts of a month are rounded as they add up, so that however a term is cut, the sum is the same.
 */
import { type Months, monthsFrom, numberOf } from './days.ts'
import { hundredths, type Priced, type Stretch, stretchesOf, type Terms } from './terms.ts'

/** A part of a charge: whole months of one price, or days of one month. Days as numbers, both included. */
export type Piece = {
  from: number
  to: number
  /** Hundredths of a yuan a square metre and month. */
  price: number
  free: boolean
  /** Whole months of the lease; 0 where it is part of one. */
  months: number
  days: number
  /** Days of the month it is a part of. */
  of: number
  fen: number
}

/** The fen due for days of a lease, both included; days outside of it cost nothing. */
export const chargeOf = (terms: Terms, kind: Priced, from: string, to: string): number =>
  chargesOf(terms, kind)(numberOf(from), numberOf(to)).reduce((sum, { fen }) => sum + fen, 0)

/** Charges of a lease by days, in their parts. */
export function chargesOf(terms: Terms, kind: Priced): (from: number, to: number) => Piece[] {
  const stretches = stretchesOf(terms, kind)
  const [first, last] = [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? -1]
  const months = monthsFrom(terms.from)
  const area = hundredths(terms.area)
  return (from, to) => {
    const [since, until] = [Math.max(from, first), Math.min(to, last)]
    return since > until ? [] : joined(eachMonth(months, stretches, area, since, until))
  }
}

/** The fen of the first months of a lease, one by one: what their parts add up to, for sums over many leases. */
export function monthlyCharges(terms: Terms, kind: Priced, most: number): number[] {
  const stretches = stretchesOf(terms, kind)
  const months = monthsFrom(terms.from)
  const area = hundredths(terms.area)
  const charges: number[] = []
  let from = months.start(0)
  for (let [n, at] = [1, 0]; n <= most && at < stretches.length; n++) {
    const next = months.start(n)
    let weight = 0
    for (; at < stretches.length && stretches[at]!.from < next; at++) {
      const { from: since, to, price, free } = stretches[at]!
      if (!free) weight += area * price * (Math.min(to + 1, next) - Math.max(since, from))
      if (to >= next) break
    }
    charges.push(rounded(weight, 100 * (next - from)))
    from = next
  }
  return charges
}

function eachMonth(months: Months, stretches: readonly Stretch[], area: number, since: number, until: number): Piece[] {
  const pieces: Piece[] = []
  for (let n = months.on(since); months.start(n) <= until; n++)
    pieces.push(...partsOf({ from: months.start(n), to: months.start(n + 1) - 1 }, stretches, area, since, until))
  return pieces
}

type Span = { from: number; to: number }
/** One month: what its days cost up to each turn of the price, rounded, less what the days before them did. */
function partsOf(month: Span, stretches: readonly Stretch[], area: number, since: number, until: number): Piece[] {
  const of = month.to - month.from + 1
  const pieces: Piece[] = []
  let weight = 0
  let before = 0
  for (const { from, to, price, free } of stretches) {
    // Days asked for begin a part of their own, so that those before them are rounded by themselves.
    for (const span of cut({ from: Math.max(from, month.from), to: Math.min(to, month.to) }, since, until)) {
      const days = span.to - span.from + 1
      if (!free) weight += area * price * days
      const fen = rounded(weight, 100 * of)
      const asked = span.from >= since && span.to <= until
      if (asked) pieces.push({ ...span, price, free, months: days === of ? 1 : 0, days, of, fen: fen - before })
      before = fen
    }
  }
  return pieces
}

/** Days cut where those asked for begin and end; none where there are none. */
function cut({ from, to }: Span, since: number, until: number): Span[] {
  if (from > to) return []
  const starts = [from, since, until + 1].filter((day, at) => at === 0 || (day > from && day <= to))
  return starts.map((start, at) => ({ from: start, to: (starts[at + 1] ?? to + 1) - 1 }))
}

/** Half a fen goes up. A weight beyond the whole numbers that are exact would not be; no room is so large or so dear. */
function rounded(weight: number, whole: number): number {
  if (weight > Number.MAX_SAFE_INTEGER) throw new RangeError('area × price is too large to be exact')
  const rest = weight % whole
  return (weight - rest) / whole + (rest * 2 >= whole ? 1 : 0)
}

/** Whole months of one price in a row are one part. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    const follows = last && last.months > 0 && piece.months > 0 && last.price === piece.price && last.free === piece.free
    if (!follows) all.push(piece)
    else all[all.length - 1] = { ...last, to: piece.to, ...sums(last, piece) }
  }
  return all
}
const sums = (a: Piece, b: Piece) => ({ months: a.months + b.months, days: a.days + b.days, fen: a.fen + b.fen })
