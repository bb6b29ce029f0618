/** A formula as it is written, with no bracket too many: read again, it is the same. */
import type { Node } from '../policy.ts'

const words = { plus: '+', minus: '−', times: '×', least: '较小', most: '较大' } as const

export function print(node: Node): string {
  switch (node.is) {
    case 'number':
      return node.text
    case 'fact':
      return node.title
    case 'over':
      return `${within(node.left, 2)} ÷ ${node.text}`
    case 'plus':
    case 'minus':
      return `${print(node.left)} ${words[node.is]} ${within(node.right, 2)}`
    case 'times':
      return `${within(node.left, 2)} × ${within(node.right, 3)}`
    case 'least':
    case 'most':
      return `${words[node.is]}(${node.of.map(print).join(', ')})`
    case 'beyond':
      return `超过(${print(node.left)}, ${print(node.right)})`
  }
}

/** In brackets where it binds less than it has to. */
const within = (node: Node, binding: number) => (bindingOf(node) < binding ? `(${print(node)})` : print(node))

const bindingOf = ({ is }: Node) => (is === 'plus' || is === 'minus' ? 1 : is === 'times' || is === 'over' ? 2 : 3)
