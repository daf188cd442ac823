export type BoardCell = {
  /** `seen`: the reviewer can read the scores of others, so a review of theirs would not be independent (R6.4). */
  state: 'free' | 'assigned' | 'submitted' | 'declared' | 'member' | 'seen'
  /** Signs of a conflict, detected and not answered. */
  grounds: string[]
  /** Why the reviewer gave the plan back; nobody assigns it to them again but by hand. */
  gaveBack?: string
}

/** Whether the reviewer has the plan. */
export function hasPlan({ state }: BoardCell): boolean {
  return state === 'assigned' || state === 'submitted'
}

/** How many reviewers a plan has. */
export function readersIn(cells: readonly BoardCell[]): number {
  return cells.filter(hasPlan).length
}
