import type { AuctionEvent } from '@/engine/auction'

/** One change of the price: when, to what, and by whose bid. */
export type PriceChange = { at: Date; minor: bigint; paddle: number }

/** The price of a lot, change by change, as everyone saw it: never a maximum. A raise that moves no price is none. */
export function priceSteps(events: readonly AuctionEvent[]): PriceChange[] {
  const steps: PriceChange[] = []
  for (const event of events) {
    const minor = priceAfter(event)
    if (minor === null || minor === steps.at(-1)?.minor) continue
    steps.push({ at: event.at, minor, paddle: 'bidder' in event ? Number(event.bidder) : 0 })
  }
  return steps
}

function priceAfter(event: AuctionEvent): bigint | null {
  if (event.type === 'bid-accepted') return event.priceMinor
  return event.type === 'bidder-struck' ? (event.lead?.priceMinor ?? null) : null
}
