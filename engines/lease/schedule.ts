/** The account of a lease as it is to be paid: every due with its days, its amount and how that comes about. */
import { chargesOf, monthlyCharges, type Piece } from './charge.ts'
import { dayAt, monthsFrom, numberOf } from './days.ts'
import { hundredths, lastDay, monthsIn, type Priced, type Terms } from './terms.ts'

export type DueKind = 'rent' | 'fee' | 'deposit'
export type Due = {
  kind: DueKind
  from: string
  to: string
  /** Last day on which it is paid in time. */
  dueOn: string
  /** Yuan, exact to the fen. */
  amount: number
  /** How the amount comes about: 120.35㎡ × 36.50元 × 3个月 = 13178.34元 */
  formula: string
}

/** All dues of a lease, by the day they are due; what an early end takes away is gone. */
export const scheduleOf = (terms: Terms): Due[] =>
  fallsOf(terms)
    .map((fall) => dueOf(terms, fall))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))

/** A due in bare numbers: days and fen. */
export type Bare = { kind: DueKind; dueOn: number; fen: number }

/** What falls due by a day (a number), kind by kind, the oldest first: enough for sums, without a word. */
export function duesBy(terms: Terms, by: number): Bare[] {
  const [first, last] = [numberOf(terms.from), numberOf(lastDay(terms))]
  const deposit = hundredths(terms.deposit)
  if (first > last || first > by) return []
  const held: Bare[] = deposit > 0 ? [{ kind: 'deposit', dueOn: first, fen: deposit }] : []
  return [...held, ...periodicBy(terms, 'rent', by), ...periodicBy(terms, 'fee', by)]
}

function periodicBy(terms: Terms, kind: Priced, by: number): Bare[] {
  const months = monthsFrom(terms.from)
  const step = monthsIn[terms.payEvery]
  if (months.start(0) + terms.dueDays > by) return []
  const charges = monthlyCharges(terms, kind, (Math.floor(months.on(by - terms.dueDays) / step) + 1) * step)
  const dues: Bare[] = []
  for (let n = 0; n < charges.length; n += step) {
    let fen = 0
    for (let month = n; month < n + step && month < charges.length; month++) fen += charges[month]!
    dues.push({ kind, dueOn: months.start(n) + terms.dueDays, fen })
  }
  return dues
}

type Fall = Bare & { from: number; to: number; pieces: readonly Piece[] }

function fallsOf(terms: Terms): Fall[] {
  const [first, last] = [numberOf(terms.from), numberOf(lastDay(terms))]
  if (first > last) return []
  const deposit = hundredths(terms.deposit)
  const held: Fall[] = deposit > 0 ? [{ kind: 'deposit', from: first, to: last, dueOn: first, fen: deposit, pieces: [] }] : []
  return [...held, ...periodic(terms, 'rent', last), ...periodic(terms, 'fee', last)]
}

function periodic(terms: Terms, kind: Priced, last: number): Fall[] {
  if (kind === 'fee' && terms.fee === null) return []
  const charges = chargesOf(terms, kind)
  const months = monthsFrom(terms.from)
  const step = monthsIn[terms.payEvery]
  const falls: Fall[] = []
  for (let n = 0; months.start(n) <= last; n += step) {
    const from = months.start(n)
    const to = Math.min(months.start(n + step) - 1, last)
    const pieces = charges(from, to)
    const fen = pieces.reduce((sum, piece) => sum + piece.fen, 0)
    falls.push({ kind, from, to, dueOn: from + terms.dueDays, fen, pieces })
  }
  return falls
}

function dueOf({ area }: Terms, { kind, from, to, dueOn, fen, pieces }: Fall): Due {
  const formula = kind === 'deposit' ? `合同约定保证金${fixed(fen)}元` : formulaOf(area, pieces, fen)
  return { kind, from: dayAt(from), to: dayAt(to), dueOn: dayAt(dueOn), amount: fen / 100, formula }
}

/** One line of arithmetic that whoever pays can check. */
function formulaOf(area: number, pieces: readonly Piece[], fen: number): string {
  const paid = pieces.filter(({ free }) => !free)
  const freed = pieces.filter(({ free }) => free).map(({ from, to }) => `${dayAt(from)}至${dayAt(to)}免租`)
  if (paid.length === 0) return `${freed.join('，')}，应付0元`
  const alone = paid.length === 1
  const told = paid.map((piece) => termOf(area, piece) + (alone ? '' : `（${fixed(piece.fen)}元）`)).join(' + ')
  const notes = [...new Set(paid.flatMap((piece) => roundedMonth(area, piece))), ...freed]
  return `${told} = ${fixed(fen)}元${notes.length ? `（${notes.join('；')}）` : ''}`
}

const termOf = (area: number, { price, months, days, of }: Piece) =>
  `${fixed(hundredths(area))}㎡ × ${fixed(price)}元 × ${months > 0 ? `${months}个月` : `${days}天/${of}天`}`

/** Where a month is rounded before months are added up. */
function roundedMonth(area: number, { price, months, fen }: Piece): string[] {
  const exact = (hundredths(area) * price) % 100 === 0
  return months > 1 && !exact ? [`每月${fixed(fen / months)}元，四舍五入到分`] : []
}

/** Fen, or other hundredths, with two places. */
const fixed = (hundred: number): string => (hundred / 100).toFixed(2)
