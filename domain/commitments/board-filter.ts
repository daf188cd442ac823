import type { BoardRow } from './queries'

/** The parts of the officers’ board; each row is in the first part that holds it, or in `ahead`. */
export const boardParts = ['waiting', 'late', 'proposed', 'ahead', 'done'] as const
export type BoardPart = (typeof boardParts)[number]

export const boardPartWords: Record<BoardPart, string> = {
  waiting: 'Waits for us',
  late: 'Late',
  proposed: 'To be agreed',
  ahead: 'Ahead',
  done: 'Done',
}

type Standing = Pick<BoardRow, 'terms' | 'ending' | 'appealed'> & {
  commitment: Pick<BoardRow['commitment'], 'state' | 'outcome'>
}

/** The part of the board that a commitment belongs to. */
export function boardPartOf({
  commitment: { state, outcome },
  terms,
  ending,
  appealed,
}: Standing): BoardPart {
  if (ending || outcome) return 'done'
  if (terms === 'proposed') return 'proposed'
  if (state === 'submitted' || appealed) return 'waiting'
  return state === 'overdue' || state === 'cure-notice' || state === 'remedy' ? 'late' : 'ahead'
}
