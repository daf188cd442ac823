import { houseBidsDue } from '@/domain/bidders/house-bots'
import { placeBid } from '@/domain/bids/place-bid'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'

const actor = systemActor('bid-as-house')

/** Bids as the house bots, in the demo world alone. */
export async function bidAsHouse(): Promise<void> {
  if (!env.DEMO) return
  const due = await houseBidsDue(processNow())
  await Promise.all(
    due.map(({ lotId, bidderId, maxMinor, key }) =>
      placeBid(actor, { lotId, bidderId, maxMinor: maxMinor.toString() }, { idempotencyKey: key }),
    ),
  )
}
