/** The account of a lease as it is to be paid: every due with its days, its amount and how that comes about. */
import { chargesOf, type Piece } from './charge.ts'
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
export function scheduleOf(terms: Terms): Due[] {
  const last = lastDay(terms)
  if (terms.from > last) return []
  const dues = [...deposit(terms, last), ...periodic(terms, 'rent', last), ...periodic(terms, 'fee', last)]
  return dues.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** Due by the first day. */
const deposit = ({ from, deposit: amount }: Terms, to: string): Due[] =>
  amount > 0 ? [{ kind: 'deposit', from, to, dueOn: from, amount, formula: `合同约定保证金${fixed(hundredths(amount))}元` }] : []

function periodic(terms: Terms, kind: Priced, last: string): Due[] {
  if (kind === 'fee' && terms.fee === null) return []
  const charges = chargesOf(terms, kind)
  const months = monthsFrom(terms.from)
  const step = monthsIn[terms.payEvery]
  const end = numberOf(last)
  const dues: Due[] = []
  for (let n = 0; months.start(n) <= end; n += step) {
    const from = months.start(n)
    const to = Math.min(months.start(n + step) - 1, end)
    const pieces = charges(from, to)
    const fen = pieces.reduce((sum, piece) => sum + piece.fen, 0)
    const days = { from: dayAt(from), to: dayAt(to), dueOn: dayAt(from + terms.dueDays) }
    dues.push({ kind, ...days, amount: fen / 100, formula: formulaOf(terms.area, pieces, fen) })
  }
  return dues
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
