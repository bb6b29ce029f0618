/** Which circles of a graph its edges are on: an edge on none is a bridge, two on the same ones cut the graph together. */

export type Edge = readonly [from: string, to: string]

/**
 * For every edge the circles it is on, one bit each. Each edge outside a spanning forest closes a circle of its own; an
 * edge of the forest is on the circles of those that leave the branch it holds.
 */
export function circles(edges: readonly Edge[]): bigint[] {
  const marks = edges.map(() => 0n)
  const visits = forest(edges)
  const inForest = new Set(visits.map(({ edge }) => edge))
  const at = new Map<string, bigint>()
  const toggle = (node: string, mark: bigint) => at.set(node, (at.get(node) ?? 0n) ^ mark)
  let bit = 1n
  for (const [index, [from, to]] of edges.entries()) {
    if (inForest.has(index)) continue
    marks[index] = bit
    toggle(from, bit)
    toggle(to, bit)
    bit <<= 1n
  }
  // From the leaves up.
  for (const { node, parent, edge } of visits.toReversed()) {
    const mark = at.get(node) ?? 0n
    marks[edge] = mark
    toggle(parent, mark)
  }
  return marks
}

/** The edges of a spanning forest, each as it is first walked. */
function forest(edges: readonly Edge[]): { node: string; parent: string; edge: number }[] {
  const around = new Map<string, { to: string; edge: number }[]>()
  const join = (from: string, to: string, edge: number) => {
    const known = around.get(from)
    if (known) known.push({ to, edge })
    else around.set(from, [{ to, edge }])
  }
  for (const [edge, [from, to]] of edges.entries()) {
    join(from, to, edge)
    join(to, from, edge)
  }
  const seen = new Set<string>()
  const visits: { node: string; parent: string; edge: number }[] = []
  for (const root of around.keys()) {
    const queue = seen.has(root) ? [] : [root]
    seen.add(root)
    for (const parent of queue) {
      for (const { to: node, edge } of around.get(parent)!) {
        if (seen.has(node)) continue
        seen.add(node)
        visits.push({ node, parent, edge })
        queue.push(node)
      }
    }
  }
  return visits
}
