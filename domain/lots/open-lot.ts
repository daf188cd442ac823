import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { sqlOf, type Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { moveCommitments } from '@/domain/bidders/commitments'
import { type RegisteredBidder, registerBidders, registeredBidders } from '@/domain/bidders/register-bidders'
import { moveLabel } from '@/domain/labels/move-labels'
import { frozenScores } from '@/domain/rounds/freeze-scores'
import { nextRound } from '@/engine/formats/ascending-clock'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { type LotOfRound, lockLot } from './lock-lot'
import { openAuction, recordEvents } from './lot-auction'
import { lotTerms } from './lot-terms'
import { type Steps, step } from './take-step'

/**
 * Opens the bidding on a lot when its time has come. The first lot of a round registers every bidder of the round, with
 * paddle, limit and frozen score (R7.2, R6.8). One qualified applicant: allotted at the reserve; none: the label goes
 * back to released (R7.4). A clock begins its first round at once (R7.3). Refuses with `lot.wrong-state`, `round.wrong-state`, `lot.not-due`.
 */
export const openLot = operation('lot.open', {
  input: z.strictObject({ lotId: z.string().max(60) }),
  subject: (tx, { lotId }) => lockLot(tx, lotId),
  check({ subject: { lot, round }, at }) {
    if (round.state !== 'bidding') throw refuse('round.wrong-state', { state: round.state })
    if (lot.state !== 'waiting') throw refuse('lot.wrong-state', { state: lot.state })
    const opensAt = lot.opensAt ?? round.biddingOpensAt
    if (at < opensAt) throw refuse('lot.not-due', { at: opensAt.toISOString() })
  },
  async run({ tx, at, subject }) {
    const { lot, round } = subject
    await registerBidders(tx, round, at)
    const scoresHash = await frozenScores(tx, round.id)
    const registered = await registeredBidders(tx, lot.id)
    const outcome =
      registered.length === 0 ? await giveBack(tx, subject, at) : await begin(tx, subject, registered, at)
    return {
      result: { lotId: lot.id, outcome },
      audit: { object: lot.id, facts: { bidders: registered.length, outcome, scoresHash } },
      announce: [topics.lot(lot.id), topics.round(round.id)],
    }
  },
})

/** Nobody qualified: no auction, and the label is free for another round. */
async function giveBack(tx: Tx, { lot, round }: LotOfRound, at: Date) {
  await tx
    .update(lots)
    .set({ state: 'closed', outcome: 'returned', live: false, lastEventAt: at })
    .where(eq(lots.id, lot.id))
  const note = 'No applicant qualified, so the name went back to released (R7.4)'
  await moveLabel(tx, { label: lot.label, to: 'released', at, note, roundId: round.id })
  return 'returned' as const
}

async function begin(tx: Tx, { lot, round }: LotOfRound, registered: readonly RegisteredBidder[], at: Date) {
  const terms = lotTerms(lot, round, registered)
  const steps = openAuction(terms, at)
  startClock(steps, at)
  const { events, state } = steps
  const [only] = registered
  const allotted = state.phase === 'allotted' && only
  await tx
    .update(lots)
    .set({
      state: allotted ? 'closed' : 'open',
      opensAt: lot.opensAt ?? round.biddingOpensAt,
      ...(allotted && {
        outcome: 'allotted',
        winnerApplicationId: only.applicationId,
        finalPriceMinor: lot.reserveMinor,
      }),
    })
    .where(eq(lots.id, lot.id))
  await recordEvents(sqlOf(tx), lot.id, events, state)
  if (allotted)
    await moveCommitments(sqlOf(tx), round.id, [{ paddle: only.paddle, byMinor: lot.reserveMinor }])
  return allotted ? ('allotted' as const) : ('open' as const)
}

/** Opens the first round of a clock; of any other format nothing. */
export function startClock(steps: Steps, at: Date): void {
  if (steps.state.format !== 'ascending-clock' || steps.state.phase !== 'open') return
  const prices = nextRound(steps.state)
  if (prices) step(steps, { type: 'open-round', at, ...prices })
}
