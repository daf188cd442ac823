/** One score as the additive model sees it: who gave which plan how much, in any unit. */
export type Score = readonly [plan: string, reviewer: string, score: number]

/** Plans and reviewers that reviews tie to each other, and to nobody outside. */
export type Piece = { plans: string[]; reviewers: string[] }

/**
 * The connected pieces of the graph whose edges are the reviews, largest first (by plans, then by name). Effects of
 * plans and reviewers can be told apart exactly when there is one piece (MacKay, Kenna, Low and Parker 2017).
 */
export function piecesOf(
  pairs: readonly (readonly [plan: string, reviewer: string, ...unknown[]])[],
): Piece[] {
  const placeOf = { plan: new Map<string, number>(), reviewer: new Map<string, number>() }
  const parent: number[] = []
  // A plan and a reviewer may share a name.
  const nodeOf = (noun: 'plan' | 'reviewer', name: string): number => {
    const known = placeOf[noun].get(name)
    if (known !== undefined) return known
    placeOf[noun].set(name, parent.length)
    return parent.push(parent.length) - 1
  }
  const rootOf = (node: number): number => {
    let root = node
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  for (const [plan, reviewer] of pairs)
    parent[rootOf(nodeOf('plan', plan))] = rootOf(nodeOf('reviewer', reviewer))
  const pieces = new Map<number, { plans: string[]; reviewers: string[] }>()
  for (const noun of ['plan', 'reviewer'] as const) {
    for (const [name, node] of placeOf[noun]) {
      const piece = pieces.get(rootOf(node)) ?? { plans: [], reviewers: [] }
      piece[`${noun}s`].push(name)
      pieces.set(rootOf(node), piece)
    }
  }
  return [...pieces.values()]
    .map(({ plans, reviewers }) => ({ plans: plans.sort(), reviewers: reviewers.sort() }))
    .sort((a, b) => b.plans.length - a.plans.length || (a.plans[0]! < b.plans[0]! ? -1 : 1))
}
