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
  const parent = new Map<string, string>()
  const rootOf = (node: string): string => {
    let root = node
    while (parent.get(root) !== undefined && parent.get(root) !== root) root = parent.get(root)!
    for (let at = node; at !== root; ) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  // A plan and a reviewer may share a name.
  for (const [plan, reviewer] of pairs) {
    parent.set(rootOf(`plan ${plan}`), rootOf(`reviewer ${reviewer}`))
  }
  const pieces = new Map<string, { plans: Set<string>; reviewers: Set<string> }>()
  for (const [plan, reviewer] of pairs) {
    const root = rootOf(`plan ${plan}`)
    const piece = pieces.get(root) ?? { plans: new Set(), reviewers: new Set() }
    piece.plans.add(plan)
    piece.reviewers.add(reviewer)
    pieces.set(root, piece)
  }
  return [...pieces.values()]
    .map(({ plans, reviewers }) => ({ plans: [...plans].sort(), reviewers: [...reviewers].sort() }))
    .sort((a, b) => b.plans.length - a.plans.length || (a.plans[0]! < b.plans[0]! ? -1 : 1))
}
