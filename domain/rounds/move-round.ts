import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type RoundState, roundMoves, rounds } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'

type Move = { roundId: string; from: RoundState; to: RoundState; at: Date; reason?: string }

/** What changes together with the state, such as the secret that is published at the close. */
type Beside = Partial<Omit<typeof rounds.$inferInsert, 'id' | 'state' | 'stateSince' | 'version'>>

/**
 * Moves a round from one state to the next and records it: the one place that writes a round's state (R3.3). The caller
 * holds the round's lock and has asked the lifecycle. Refuses with `round.wrong-state` when the round is elsewhere.
 */
export async function moveRound(tx: Tx, move: Move, beside: Beside = {}): Promise<void> {
  const { roundId, from, to, at, reason = '' } = move
  const moved = await tx
    .update(rounds)
    .set({ ...beside, state: to, stateSince: at, version: sql`${rounds.version} + 1` })
    .where(and(eq(rounds.id, roundId), eq(rounds.state, from)))
    .returning({ id: rounds.id })
  if (moved.length === 0) throw refuse('round.wrong-state', { state: from })
  await tx.insert(roundMoves).values({ id: newId('mov', at), roundId, from, to, at, reason })
}
