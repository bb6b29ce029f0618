/** Numbers as people write them, with their units: 1,234.5、3.5万、２亿元、30%; and headings whose unit is not ours. */

const powers: Record<string, number> = { '': 0, 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 }
/** Units a number cannot be moved between without being changed; counting words (家, 个, 户) are all the same. */
const bases: Record<string, string> = {
  元: '元',
  人民币: '元',
  m2: '㎡',
  平方米: '㎡',
  平米: '㎡',
  亩: '亩',
  公顷: '公顷',
  km2: '平方公里',
  平方公里: '平方公里',
  '%': '%',
}

type Unit = { power: number; base: string }

function unitOf(written: string): Unit | null {
  const text = written
    .normalize('NFKC')
    .replace(/^单位:?/, '')
    .trim()
  const [, multiple = '', base = ''] = /^([十百千]?[万亿]|[十百千])?(.*)$/.exec(text)!
  const power = powers[multiple]
  return power === undefined ? null : { power, base: bases[base] ?? base }
}

const bracketed = (heading: string) => /[(（[【]([^)）\]】]*)[)）\]】]\s*\*?\s*$/.exec(heading.trim())?.[1]

/** The units of two headings where one cannot stand for the other: 亿元 for 万元. */
export function unitsDiffer(wanted: string, found: string): { wanted: string; found: string } | null {
  const [ours, theirs] = [bracketed(wanted), bracketed(found)]
  if (ours === undefined || theirs === undefined) return null
  const [a, b] = [unitOf(ours), unitOf(theirs)]
  if (!a || !b) return null
  const measured = Object.values(bases)
  const known = (unit: Unit) => measured.includes(unit.base)
  if (!known(b) && b.power === 0) return null
  const same = a.power === b.power && (a.base === b.base || !known(a) || !known(b))
  return same ? null : { wanted: ours, found: theirs }
}

/** The number a text says, in the field's unit; null when it says none, or one of another kind. */
export function numberIn(text: string, unit = ''): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,'_]|人民币|[¥$]/g, '')
    .replace(/[−–—]/g, '-')
    // As accountants write what is below zero.
    .replace(/^\((\d.*)\)$/, '-$1')
  const [, digits, rest] = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(.*)$/i.exec(plain) ?? []
  const [ours, theirs] = [unitOf(unit), unitOf(rest ?? '')]
  if (digits === undefined || !ours || !theirs) return null
  if (theirs.base === '' && theirs.power === 0) return Number(digits)
  if (theirs.base === '%' && ours.base === '') return moved(digits, -2)
  if (theirs.base !== '' && theirs.base !== ours.base && !(counting.test(theirs.base) && counting.test(ours.base))) return null
  return moved(digits, theirs.power - ours.power)
}

const counting = /^[个家户人名套项件场次栋座处条款]$/

/** Times a power of ten without an error of binary fractions. */
export function moved(digits: string, power: number): number {
  const [mantissa, exponent = '0'] = digits.toLowerCase().split('e')
  return Number(`${mantissa}e${Number(exponent) + power}`)
}

/** As Excel shows it, to fifteen digits: what is further is an error of binary fractions. */
export const exact = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)))
