import type { LabelState } from '@/db/schema/labels'
import type { RoundState } from '@/db/schema/rounds'

export type LabelMove = { id: string; at: Date; from: LabelState; to: LabelState; note: string }
export type MoveOfRound = {
  id: string
  at: Date
  from: RoundState
  to: RoundState
  reason: string
  number: number
}

/** One line of a name's history: what happened, and by whom. */
export type HistoryEntry = { id: string; at: Date; what: string; by: string }

/**
 * Where a name has been: its own moves, and what its rounds went through with it, newest first (R1.4). Approval,
 * cancellation and the result of a round move the label itself, so those stand once.
 */
export function nameHistory(moves: readonly LabelMove[], rounds: readonly MoveOfRound[]): HistoryEntry[] {
  const own = moves.map(({ id, at, from, to, note }) => ({
    id,
    at,
    what: note,
    by: from === 'offered' && to === 'released' ? 'Programme' : 'Two officers',
  }))
  const shared = rounds.flatMap((move) => {
    const told = tellMove(move)
    return told ? [{ id: move.id, at: move.at, ...told }] : []
  })
  return [...own, ...shared].sort((a, b) => b.at.getTime() - a.at.getTime())
}

function tellMove({ from, to, reason, number }: MoveOfRound): { what: string; by: string } | undefined {
  const officers = 'Two officers'
  if (to === 'suspended') return { what: `Round ${number} suspended. ${reason}`.trim(), by: officers }
  if (from === 'suspended' && to !== 'cancelled') return { what: `Round ${number} resumed`, by: officers }
  switch (to) {
    case 'applications':
      return { what: `Applications opened in round ${number}`, by: 'Clock' }
    case 'review':
      return { what: 'Applications closed', by: 'Clock' }
    case 'qualified':
      return { what: `Decisions of round ${number} released`, by: officers }
    case 'bidding':
      return { what: `Bidding opened in round ${number}`, by: 'Clock' }
    case 'closed':
      return { what: `Bidding closed on every name of round ${number}`, by: 'Clock' }
    default:
      return undefined
  }
}
