import type { AnyCommand, AnyEvent } from '@/engine/auction'
import type { Attempt } from './read-auction'

/**
 * What must have been asked for so that this event came about; undefined where nobody asked for it. Amounts are those of
 * the attempts; what was in a sealed box is the event's, and the book of what bidders were told has it too.
 */
export function commandOf(event: AnyEvent, attempt: Attempt | undefined): AnyCommand | undefined {
  const { at } = event
  switch (event.type) {
    case 'round-opened':
      return { type: 'open-round', at, startMinor: event.startMinor, endMinor: event.endMinor }
    case 'round-ended':
      return { type: 'end-round', at }
    case 'auction-closed':
      return { type: 'close', at, seedHex: event.seedHex }
    default:
      return attempt?.code === 'accepted' ? bidBehind(event, attempt) : undefined
  }
}

function bidBehind(event: AnyEvent, { paddle, max, round }: Attempt): AnyCommand | undefined {
  const bid = { at: event.at, bidder: String(paddle), availableMinor: null }
  switch (event.type) {
    case 'bid-accepted':
      return max === null ? undefined : { ...bid, type: 'place-bid', at: event.at, maxMinor: BigInt(max) }
    case 'round-bid-accepted':
      return max === null || round === null
        ? undefined
        : { ...bid, type: 'bid-in-round', round, amountMinor: BigInt(max) }
    case 'bid-submitted':
      return { ...bid, type: 'submit-bid', amountMinor: event.amountMinor }
    case 'bid-withdrawn':
      return { ...bid, type: 'withdraw-bid' }
    case 'bid-voided':
      return { ...bid, type: 'void-bid', reason: event.reason }
    default:
      return undefined
  }
}
