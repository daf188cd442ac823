import { dueBots } from '@/domain/bidders/due-bots'
import { placeBid } from '@/domain/bids/place-bid'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'

const actor = systemActor('bid-as-bots')

/** Bids as the rivals of practice auctions (R3.6), and as the house bots in the demo world alone. */
export async function bidAsBots(): Promise<void> {
  for (const wanted of env.DEMO ? (['practice', 'house'] as const) : (['practice'] as const)) {
    const due = await dueBots(processNow(), wanted)
    await Promise.all(due.map(({ key, ...bid }) => placeBid(actor, bid, { idempotencyKey: key })))
  }
}
