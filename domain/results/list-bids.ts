import type { AnyEvent } from '@/engine/auction'

/**
 * One bid of a lot that is decided. `amountMinor`, in cents: the maximum, the sealed bid, or the bid in a clock round;
 * null of a withdrawal and of what could not be opened or did not count. `position` is its event in the record.
 */
export type ListedBid = {
  position: number
  at: Date | null
  paddle: number
  /** The round of a clock. */
  round: number | null
  amountMinor: bigint | null
  /** What became of it in the end. */
  fate: 'counts' | 'replaced' | 'withdrawn' | 'withdrawal' | 'void' | 'struck'
  /** Why it is void. */
  reason: string | null
}

/** Every bid of a lot in the order in which it was received, and what became of it. For what is final (R3.3). */
export function listBids(events: readonly AnyEvent[]): ListedBid[] {
  const bids: ListedBid[] = []
  for (const event of events) {
    if (event.type === 'bidder-struck')
      for (const bid of standingOf(bids, Number(event.bidder))) bid.fate = 'struck'
    const bid = bidIn(event)
    if (!bid) continue
    if (bid.fate !== 'void')
      for (const before of standingOf(bids, bid.paddle, bid.round))
        before.fate = bid.fate === 'withdrawal' ? 'withdrawn' : 'replaced'
    bids.push(bid)
  }
  return bids
}

/** Those of a bidder that count so far; of a clock those of one round, where that is asked. */
function standingOf(bids: readonly ListedBid[], paddle: number, round?: number | null): ListedBid[] {
  return bids.filter(
    (bid) => bid.paddle === paddle && bid.fate === 'counts' && (round === undefined || bid.round === round),
  )
}

function bidIn(event: AnyEvent): ListedBid | undefined {
  const { at, sequence: position } = event
  const bid = (paddle: string, amountMinor: bigint | null, more: Partial<ListedBid> = {}): ListedBid => ({
    position,
    at,
    paddle: Number(paddle),
    round: null,
    amountMinor,
    fate: 'counts',
    reason: null,
    ...more,
  })
  switch (event.type) {
    case 'bid-accepted':
      return bid(event.bidder, event.maxMinor)
    case 'bid-submitted':
      return bid(event.bidder, event.amountMinor)
    case 'round-bid-accepted':
      return bid(event.bidder, event.amountMinor, { round: event.round })
    case 'bid-withdrawn':
      return bid(event.bidder, null, { fate: 'withdrawal' })
    case 'bid-voided':
      return bid(event.bidder, null, { fate: 'void', reason: event.reason })
    default:
      return undefined
  }
}
