import { dueBots } from '@/domain/bidders/due-bots'
import { placeBid } from '@/domain/bids/place-bid'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'

/** As the log names them: nobody is to take a bidder of the demo world, or of a practice, for the programme itself. */
const actors = { practice: systemActor('practice-bidder'), house: systemActor('demo-bidder') }

/** Bids as the rivals of practice auctions (R3.6), and as the house bots in the demo world alone. */
export async function bidAsBots(): Promise<void> {
  for (const wanted of env.DEMO ? (['practice', 'house'] as const) : (['practice'] as const)) {
    const due = await dueBots(processNow(), wanted)
    await Promise.all(due.map(({ key, ...bid }) => placeBid(actors[wanted], bid, { idempotencyKey: key })))
  }
}
