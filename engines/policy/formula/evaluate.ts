/** A formula as a sum over slots. */
import type { Layout, Node } from '../policy.ts'
import { namedIn } from './named.ts'
import {
  atLeastNothing,
  beyond,
  constant,
  given,
  least,
  minus,
  most,
  needing,
  plus,
  type Quantity,
  scaled,
  times,
} from './quantity.ts'

export const quantityOf = (node: Node, layout: Layout): Quantity => needing(slotsOf(node, layout), counting(node, layout))

export const slotsOf = (node: Node, { slot }: Layout): number[] => [...new Set(namedIn(node))].map((title) => slot.get(title)!)

function counting(node: Node, { slot }: Pick<Layout, 'slot'>): Quantity {
  const of = (part: Node) => counting(part, { slot })
  switch (node.is) {
    case 'number':
      return constant(node.value, node.scale)
    case 'fact':
      return given(slot.get(node.title)!, node.scale)
    case 'plus':
      return plus(of(node.left), of(node.right))
    case 'minus':
      return minus(of(node.left), of(node.right))
    case 'times':
      return times(of(node.left), of(node.right))
    case 'over':
      return scaled(of(node.left), 1n, BigInt(node.by))
    case 'least':
      return least(node.of.map(of))
    case 'most':
      return most(node.of.map(of))
    case 'beyond':
      return beyond(of(node.left), of(node.right))
  }
}

/** What comes to 元, in 分 and never below nothing: a formula may take off more than there is. */
export const cents = (money: Quantity): Quantity => atLeastNothing(scaled(money, 100n, 1n))
