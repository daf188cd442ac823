import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { sqlOf, type Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { type OpenedBid, openBoxes } from '@/domain/bids/open-boxes'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { boxesOpened } from './boxes-opened'
import { endLot } from './end-lot'
import { auctionOf, type Lot, lockLot } from './lock-lot'
import { type Steps, step } from './take-step'
import { requireNoOutage } from './weigh-outage'

/**
 * Closes the bidding on a lot once its close has passed by the database's clock, under the lock that every bid takes
 * (R7.1). Sealed bids are opened here, all of the lot in the order received; one that does not open, is below the reserve
 * or over the limit is void, with its reason, and changes nothing else (R7.3, R8.3).
 * Nothing leaves from here: letters and results come from `final` (R3.3).
 * Refuses with `round.wrong-state`, `lot.wrong-state`, `lot.not-due`, `lot.outage`.
 */
export const closeLot = operation('lot.close', {
  input: z.strictObject({ lotId: z.string().max(60) }),
  subject: (tx, { lotId }) => lockLot(tx, lotId),
  async check({ tx, subject, at }) {
    const { lot, round } = subject
    if (round.state !== 'bidding') throw refuse('round.wrong-state', { state: round.state })
    if (lot.state !== 'open' || !lot.closesAt || round.format === 'ascending-clock')
      throw refuse('lot.wrong-state', { state: lot.state })
    if (at < lot.closesAt) throw refuse('lot.not-due', { at: lot.closesAt.toISOString() })
    if (round.format === 'open-ascending') return requireNoOutage(tx, round, [lot], at)
    const waiting = await requireAllDue(tx, round.id, at)
    // Once a box is open no close of the round moves any more, so nothing is left to be made up for.
    if (!(await boxesOpened(tx, round))) await requireNoOutage(tx, round, waiting, at)
  },
  async run({ tx, at, subject }) {
    const before = await auctionOf(tx, subject.lot)
    const steps: Steps = { state: before, events: [] }
    if (before.format !== 'open-ascending')
      for (const bid of await openBoxes(sqlOf(tx), subject.round.id, subject.lot.id)) takeUp(steps, bid)
    return endLot(tx, subject, before, steps, at)
  },
})

/** No box is opened while anyone can still bid on another lot of the round: the limit is one for all. */
async function requireAllDue(tx: Tx, roundId: string, at: Date): Promise<Lot[]> {
  const left = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.roundId, roundId), inArray(lots.state, ['waiting', 'open'])))
  const early = left.find(({ state, closesAt }) => state === 'waiting' || (closesAt && closesAt > at))
  if (early) throw refuse('lot.not-due', { at: early.closesAt?.toISOString() ?? 'the other names' })
  return left
}

/** What the rules make of one opened bid: a bid, a withdrawal, or void with the reason. */
function takeUp(steps: Steps, opened: OpenedBid): void {
  const { at, attemptId } = opened
  const bidder = String(opened.paddle)
  const reason =
    'void' in opened
      ? opened.void
      : step(
          steps,
          'withdrawn' in opened
            ? { type: 'withdraw-bid', at, bidder }
            : { type: 'submit-bid', at, bidder, ...amountsOf(opened) },
          attemptId,
        )?.code
  if (reason !== undefined) step(steps, { type: 'void-bid', at, bidder, reason }, attemptId)
}

function amountsOf({ amountMinor, availableMinor }: { amountMinor: bigint; availableMinor: bigint | null }) {
  return { amountMinor, availableMinor }
}
