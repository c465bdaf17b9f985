import type { Graph, NodeId } from './graph.ts'

/**
 * How many ways there are from a node to an end, by dynamic programming: each node is counted once, however many ways
 * lead through it. A schedule is a list of choices; two choices that lead to the same node are two.
 */
export function countSchedules(graph: Graph, start: NodeId): bigint {
  const counts: (bigint | undefined)[] = new Array(graph.size)
  const stack = [start]
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    const next = nextOf(graph, node)
    const uncounted = next.filter(each => counts[each] === undefined)
    if (uncounted.length > 0) {
      stack.push(...uncounted)
      continue
    }
    counts[node] = next.length === 0 ? 1n : next.reduce((sum, each) => sum + (counts[each] ?? 0n), 0n)
    stack.pop()
  }
  return counts[start] ?? 0n
}

function nextOf(graph: Graph, node: NodeId): NodeId[] {
  const next: NodeId[] = []
  for (const way of graph.placeOf(node).ways ?? []) {
    const to = graph.next(node, way)
    if (to >= 0) next.push(to)
  }
  return next
}
