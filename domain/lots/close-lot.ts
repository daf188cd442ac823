import { z } from 'zod'
import { sqlOf } from '@/db/client'
import { type OpenedBid, openBoxes } from '@/domain/bids/open-boxes'
import { countBoxes } from '@/domain/sealing/count-boxes'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { requireAllDue } from './all-due'
import { boxesOpened } from './boxes-opened'
import { endLot } from './end-lot'
import { auctionOf, lockLot } from './lock-lot'
import { type Steps, step } from './take-step'
import { requireNoOutage } from './weigh-outage'

/**
 * Closes the bidding on a lot once its close has passed by the database's clock, under the lock that every bid takes
 * (R7.1). Sealed bids count here once custodians have let them be opened, all of the lot in the order received; one that is
 * bad, below the reserve or over the limit is void, with its reason, and changes nothing else (R7.3, R8.3).
 * Nothing leaves from here: letters and results come from `final` (R3.3).
 * Refuses with `round.wrong-state`, `lot.wrong-state`, `lot.not-due`, `lot.outage`, `lot.sealed`.
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
    if ((await countBoxes(tx, round.id)).unopened > 0) throw refuse('lot.sealed')
  },
  async run({ tx, at, subject }) {
    const before = await auctionOf(tx, subject.lot)
    const steps: Steps = { state: before, events: [] }
    if (before.format !== 'open-ascending')
      for (const bid of await openBoxes(sqlOf(tx), subject.round.id, subject.lot.id)) takeUp(steps, bid)
    return endLot(tx, subject, before, steps, at)
  },
})

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
