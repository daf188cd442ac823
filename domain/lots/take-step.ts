import { sqlOf, type Tx } from '@/db/client'
import { biddersByPaddle, moveCommitments } from '@/domain/bidders/commitments'
import { type AnyCommand, type AnyTerms, decide, evolve } from '@/engine/auction'
import { isRefusal, type Refusal } from '@/engine/decision'
import { topics } from '@/lib/live'
import { type AuctionState, commitmentChanges, type RecordedEvent, recordEvents } from './lot-auction'

/** What one command after another comes to. A refused one changes nothing and is handed back. */
export type Steps = { state: AuctionState; events: RecordedEvent[] }

/** Decides one command and adds its events to those before it; a refusal leaves them as they are. */
export function step(steps: Steps, command: AnyCommand, attemptId?: string): Refusal | undefined {
  const decision = decide<AnyTerms>(steps.state, command)
  if (isRefusal(decision)) return decision
  for (const event of decision) {
    steps.state = evolve(steps.state, event)
    steps.events.push(attemptId === undefined ? { event } : { event, attemptId })
  }
  return undefined
}

/**
 * Records what an officer or the clock brought about on a lot, and moves the accounts of those it concerns (R7.2). The
 * caller holds the locks of round and lot.
 * @returns the topics that changed
 */
export async function recordSteps(
  tx: Tx,
  lot: { id: string; roundId: string },
  before: AuctionState,
  { state, events }: Steps,
): Promise<string[]> {
  const sql = sqlOf(tx)
  await recordEvents(sql, lot.id, events, state)
  const changes = commitmentChanges(before, state)
  await moveCommitments(sql, lot.roundId, changes)
  const paddles = changes.map(({ paddle }) => paddle)
  const concerned = paddles.length > 0 ? await biddersByPaddle(sql, lot.roundId, paddles) : []
  return [topics.lot(lot.id), ...concerned.map(topics.bidder)]
}
