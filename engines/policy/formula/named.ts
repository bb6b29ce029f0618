/** The facts a formula takes its figures from. */
import type { Node } from '../policy.ts'

export function namedIn(node: Node): readonly string[] {
  switch (node.is) {
    case 'number':
      return []
    case 'fact':
      return [node.title]
    case 'over':
      return namedIn(node.left)
    case 'least':
    case 'most':
      return node.of.flatMap(namedIn)
    default:
      return [...namedIn(node.left), ...namedIn(node.right)]
  }
}
