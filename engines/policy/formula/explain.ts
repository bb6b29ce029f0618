/** A formula with the figures of a row put in: 较小(50 人 × 10㎡, 480 ㎡) = 480 ㎡. */
import { type Fact, nothingBefore } from '../fact.ts'
import type { Formula, Layout, Node, Row } from '../policy.ts'
import { fraction, sayingOf, unitOf } from '../wording.ts'
import { quantityOf } from './evaluate.ts'
import { namedIn } from './named.ts'
import { type Numerator, numeratorOf, type Quantity } from './quantity.ts'

export type Sum = {
  quantity: Quantity
  /** As written, with figures in place of facts; `inProduct` in brackets where it adds. */
  inWords: (row: Row) => string
  inProduct: (row: Row) => string
  /** A fact alone is said with its own unit: 12 人. */
  result: (row: Row) => string
  /** Facts that are not known. */
  missing: (row: Row) => string[]
}

type Words = (row: Row) => string

export function sumOf({ node, dimension }: Formula, layout: Layout, fact: (title: string) => Fact): Sum {
  const quantity = quantityOf(node, layout)
  const unit = unitOf(dimension)
  const slots = [...new Set(namedIn(node))].map((title) => [title, layout.slot.get(title)!] as const)
  const words = (part: Node, binding: number) => wordsOf(part, binding, layout, fact)
  const scale = Number(quantity.scale)
  const alone = unit === '' && node.is === 'fact' ? sayingOf(fact(node.title)) : null
  const said = (value: Numerator) => (alone ? alone(Number(value)) : fraction(value, scale) + unit)
  return {
    quantity,
    inWords: words(node, 0),
    inProduct: words(node, 2),
    result: (row) => said(numeratorOf(quantity, row, nothingBefore)),
    missing: (row) => slots.filter(([, slot]) => typeof row[slot] !== 'number').map(([title]) => title),
  }
}

const signs = { plus: '+', minus: '−' } as const
const functions = { least: '较小', most: '较大', beyond: '超过' } as const

/** In brackets where the part binds less than its place asks (1 sums, 2 products, 3 behind a ×). */
function wordsOf(node: Node, binding: number, layout: Layout, fact: (title: string) => Fact): Words {
  const of = (part: Node, at: number) => wordsOf(part, at, layout, fact)
  switch (node.is) {
    case 'number':
      return () => node.text
    case 'fact': {
      const slot = layout.slot.get(node.title)!
      const say = sayingOf(fact(node.title))
      return (row) => say(row[slot] as number) // only said where all its facts are known
    }
    case 'plus':
    case 'minus':
      return bracketed(binding > 1, infix(of(node.left, 1), signs[node.is], of(node.right, 2)))
    case 'times':
      return bracketed(binding > 2, infix(of(node.left, 2), '×', of(node.right, 3)))
    case 'over':
      return bracketed(
        binding > 2,
        infix(of(node.left, 2), '÷', () => node.text),
      )
    case 'least':
    case 'most':
      return called(
        functions[node.is],
        node.of.map((part) => of(part, 0)),
      )
    case 'beyond':
      return called(functions.beyond, [of(node.left, 0), of(node.right, 0)])
  }
}

const infix =
  (left: Words, sign: string, right: Words): Words =>
  (row) =>
    `${left(row)} ${sign} ${right(row)}`
const bracketed = (needed: boolean, words: Words): Words => (needed ? (row) => `(${words(row)})` : words)
const called =
  (name: string, parts: readonly Words[]): Words =>
  (row) => {
    let all = ''
    for (const part of parts) all = all === '' ? part(row) : `${all}, ${part(row)}`
    return `${name}(${all})`
  }
