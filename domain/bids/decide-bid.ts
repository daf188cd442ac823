import { type AuctionEvent, committed, decide, evolve } from '@/engine/auction'
import { isRefusal, type Refusal as Refused } from '@/engine/decision'
import { availableOf } from '@/engine/limits'
import type { Actor } from '@/lib/access/actor'
import { type Refusal, refuse } from '@/lib/errors'
import { formatMoney } from '@/lib/money'
import type { PlaceBid } from './input'
import type { Bidder, LotForBids } from './load-lot'

type Judged = { refusal: Refusal } | { events: readonly AuctionEvent[] }

/**
 * The bidder of this lot that the actor bids for: a person for its organisation, the system for a house bot it names.
 * Whoever may bid for none, or for more than one (R4.3), finds nothing here.
 */
export function bidderFor(lot: LotForBids, actor: Actor, { bidderId }: PlaceBid): Bidder | undefined {
  const candidates = [...lot.bidders.values()].filter((bidder) => {
    if (bidderId !== undefined && bidder.id !== bidderId) return false
    if (actor.kind === 'system') return bidderId !== undefined && bidder.houseUserId !== null
    if (actor.kind !== 'person' || !isOnLot(lot, bidder)) return false
    return actor.memberships.some(
      ({ organisationId, role }) => role === 'bidder' && organisationId === bidder.organisationId,
    )
  })
  return candidates.length === 1 ? candidates[0] : undefined
}

/** The present leader is loaded whoever calls; before the opening everyone loaded was asked for by this lot. */
function isOnLot(lot: LotForBids, bidder: Bidder): boolean {
  return lot.auction?.terms.bidders.some(({ id }) => id === String(bidder.paddle)) ?? true
}

/** Decides one bid against what the earlier ones left, and moves lot and accounts on when it is accepted. */
export function judge(lot: LotForBids, bidder: Bidder, maxMinor: bigint | null, at: Date): Judged {
  if (maxMinor === null) return { refusal: refuse('bid.malformed-amount') }
  const before = lot.auction
  if (!before) return { refusal: refuse(lot.state === 'waiting' ? 'bid.not-open' : 'bid.closed') }
  const paddle = String(bidder.paddle)
  const elsewhere = bidder.committedMinor - committed(before, paddle)
  const availableMinor = availableOf(bidder.limitMinor, elsewhere)
  const decision = decide(before, { type: 'place-bid', bidder: paddle, maxMinor, at, availableMinor })
  if (isRefusal(decision)) return { refusal: inWords(decision, availableMinor, lot.publicReason) }
  const after = decision.reduce((state, event) => evolve(state, event), before)
  for (const each of lot.bidders.values())
    each.committedMinor += committed(after, String(each.paddle)) - committed(before, String(each.paddle))
  lot.auction = after
  return { events: decision }
}

function inWords(refused: Refused, availableMinor: bigint | null, reason: string): Refusal {
  switch (refused.code) {
    case 'bid.below-minimum': {
      const minimumMinor = refused.minimumMinor ?? 0n
      return refuse(refused.code, {
        minimum: formatMoney(minimumMinor),
        minimumMinor: minimumMinor.toString(),
      })
    }
    case 'bid.over-limit':
      return refuse(refused.code, { available: formatMoney(availableMinor ?? 0n) })
    case 'bid.suspended':
      return refuse(refused.code, { reason })
    case 'bid.closed':
    case 'bid.not-open':
    case 'bid.struck':
    case 'bid.unknown-bidder':
      return refuse(refused.code)
    default:
      throw new Error(`A bid was refused with ${refused.code}.`)
  }
}
