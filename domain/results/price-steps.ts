import type { AnyEvent } from '@/engine/auction'

/** One change of the price: when, to what, and by whose bid; null where it was nobody's, as in the rounds of a clock. */
export type PriceChange = { at: Date; minor: bigint; paddle: number | null }

/** The price of a lot, change by change, as everyone saw it: never a maximum; of sealed bids none. A raise that moves no price is none. */
export function priceSteps(events: readonly AnyEvent[]): PriceChange[] {
  const steps: PriceChange[] = []
  for (const event of events) {
    const minor = priceAfter(event)
    if (minor === null || minor === steps.at(-1)?.minor || !event.at) continue
    steps.push({ at: event.at, minor, paddle: 'bidder' in event ? Number(event.bidder) : null })
  }
  return steps
}

function priceAfter(event: AnyEvent): bigint | null {
  if (event.type === 'bid-accepted') return event.priceMinor
  if (event.type === 'round-opened') return event.startMinor
  return event.type === 'bidder-struck' && 'lead' in event ? (event.lead?.priceMinor ?? null) : null
}
