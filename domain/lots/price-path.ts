import type { AuctionEvent } from '@/engine/auction'
import type { BidAccepted } from '@/engine/formats/open-ascending-terms'
import type { RoomSnapshot } from './snapshot'

const MOST_STEPS = 300

/** The accepted bids that changed the price, in order. */
export function priceChanges(history: readonly AuctionEvent[]): BidAccepted[] {
  let last: bigint | null = null
  const changes: BidAccepted[] = []
  for (const event of history) {
    if (event.type === 'bidder-struck') last = event.lead?.priceMinor ?? null
    if (event.type !== 'bid-accepted') continue
    const bid = event as BidAccepted
    if (bid.priceMinor !== last) changes.push(bid)
    last = bid.priceMinor
  }
  return changes
}

/** The price path as a room draws it: of very many steps only each nth, one's own, and always the last. */
export function pricePath(history: readonly AuctionEvent[], me: string | null): RoomSnapshot['path'] {
  const steps = priceChanges(history).map(({ at, priceMinor, leader }) => ({
    at: at?.toISOString() ?? '',
    priceMinor: priceMinor.toString(),
    mine: leader === me,
  }))
  const each = Math.ceil(steps.length / MOST_STEPS)
  return steps.filter((step, index) => index % each === 0 || step.mine || index === steps.length - 1)
}
