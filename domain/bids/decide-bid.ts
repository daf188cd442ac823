import type { BidForm } from '@/db/schema/auctions'
import type { AuctionFormat } from '@/db/schema/rounds'
import type { AuctionState } from '@/domain/lots/lot-auction'
import { type AnyCommand, type AnyEvent, type AnyTerms, committed, decide, evolve } from '@/engine/auction'
import { isRefusal, type Refusal as Refused } from '@/engine/decision'
import { barredFromBidding } from '@/engine/formats/sealed-bids'
import { availableOf } from '@/engine/limits'
import { isRegistered } from '@/engine/terms'
import type { Actor } from '@/lib/access/actor'
import { type Refusal, refuse } from '@/lib/errors'
import { formatMoney } from '@/lib/money'
import { fromBase64 } from '@/sealing/base64'
import { commitmentOf } from '@/sealing/commitment'
import { isEnvelope } from '@/sealing/envelope'
import type { PlaceBid, Stated } from './input'
import type { Bidder, LotForBids } from './load-lot'

type Judged = { refusal: Refusal } | { events: readonly AnyEvent[] }

/**
 * The bidder of this lot that the actor bids for: a person for its organisation, the system for a house bot it names.
 * Whoever may bid for none, or for more than one (R4.3), finds nothing here.
 */
export function bidderFor(lot: LotForBids, actor: Actor, { bidderId }: PlaceBid): Bidder | undefined {
  const candidates = candidatesFor(lot, actor, bidderId).filter(
    ({ id }) => bidderId === undefined || id === bidderId,
  )
  return candidates.length === 1 ? candidates[0] : undefined
}

function candidatesFor(lot: LotForBids, actor: Actor, bidderId: string | undefined): Bidder[] {
  if (actor.kind === 'system') {
    const named = lot.bidders.get(bidderId ?? '')
    return named && named.houseUserId !== null ? [named] : []
  }
  if (actor.kind !== 'person') return []
  const own = actor.memberships.filter(({ role }) => role === 'bidder')
  return own
    .flatMap(({ organisationId }) => lot.bidderOf.get(organisationId) ?? [])
    .filter((bidder) => isOnLot(lot, bidder))
}

/** The present leader is loaded whoever calls; before the opening everyone loaded was asked for by this lot. */
function isOnLot({ auction }: LotForBids, { name }: Bidder): boolean {
  return auction === undefined || isRegistered(auction.terms, name)
}

/** Which kind of bid the fields make, in a lot of this format; `unknown` for another format's shape. */
export function formOf(format: AuctionFormat, stated: Stated): BidForm {
  const { withdraw } = stated
  const has = {
    max: stated.maxMinor !== undefined,
    amount: stated.amountMinor !== undefined,
    round: stated.round !== undefined,
    box: stated.ciphertext !== undefined || stated.commitment !== undefined,
  }
  if (format === 'open-ascending')
    return has.amount || has.round || has.box || withdraw ? 'unknown' : 'maximum'
  if (has.max) return 'unknown'
  if (format === 'ascending-clock') return withdraw || has.box || !has.round ? 'unknown' : 'in-round'
  if (has.round || has.amount || (withdraw && has.box)) return 'unknown'
  return withdraw ? 'withdrawal' : 'sealed'
}

const TAKES: Record<AuctionFormat, string> = {
  'open-ascending': 'a maximum, such as {"maxMinor":"1250000"}',
  'ascending-clock': 'an amount for a round, such as {"round":2,"amountMinor":"1250000"}',
  'sealed-first-price':
    'a bid that was sealed before it was sent, as {"ciphertext":"…","commitment":"…"}, or {"withdraw":true}',
  'sealed-second-price':
    'a bid that was sealed before it was sent, as {"ciphertext":"…","commitment":"…"}, or {"withdraw":true}',
  'sealed-quality-weighted':
    'a bid that was sealed before it was sent, as {"ciphertext":"…","commitment":"…"}, or {"withdraw":true}',
}

/** Decides one bid against what the earlier ones left, and moves lot and accounts on when it is accepted. */
export function judge(lot: LotForBids, bidder: Bidder, stated: Stated, at: Date): Judged {
  const form = formOf(lot.format, stated)
  if (form === 'unknown') return { refusal: refuse('bid.wrong-form', { takes: TAKES[lot.format] }) }
  const isSealed = form === 'sealed' || form === 'withdrawal'
  if (form === 'sealed' && !boxOf(stated)) return { refusal: refuse('bid.not-sealed') }
  const amountMinor = form === 'maximum' ? stated.maxMinor : stated.amountMinor
  if (!isSealed && (amountMinor ?? null) === null) return { refusal: refuse('bid.malformed-amount') }
  const before = lot.auction
  if (!before) return { refusal: refuse(lot.state === 'waiting' ? 'bid.not-open' : 'bid.closed') }
  if (isSealed) return judgeSealed(lot, bidder, at)
  const paddle = bidder.name
  const availableMinor = availableOf(bidder.limitMinor, bidder.committedMinor - committed(before, paddle))
  const bid = { at, bidder: paddle, availableMinor }
  const command: AnyCommand =
    form === 'maximum'
      ? { ...bid, type: 'place-bid', maxMinor: amountMinor ?? 0n }
      : { ...bid, type: 'bid-in-round', amountMinor: amountMinor ?? 0n, round: stated.round ?? 0 }
  const decision = decide<AnyTerms>(before, command)
  if (isRefusal(decision)) return { refusal: inWords(decision, lot, availableMinor) }
  const after = decision.reduce((state, event) => evolve(state, event), before)
  const touched = new Set([paddle, leaderOf(before), leaderOf(after)])
  for (const each of lot.bidders.values())
    if (touched.has(each.name))
      each.committedMinor += committed(after, each.name) - committed(before, each.name)
  lot.auction = after
  return { events: decision }
}

/** Besides its bidder, a bid changes what leaders stand committed to: the one before it and the one after. */
function leaderOf(state: AuctionState): string | undefined {
  return state.format === 'open-ascending' ? state.lead?.leader : undefined
}

/** A sealed bid that has the one shape and is what its bidder committed to; undefined for anything else. */
export function boxOf({ ciphertext, commitment }: Stated): Uint8Array | undefined {
  const bytes = fromBase64(ciphertext ?? '')
  return bytes && isEnvelope(bytes) && commitmentOf(bytes) === commitment ? bytes : undefined
}

/**
 * A sealed bid waits in its box: nobody here can read it, and nothing of it enters the lot before the opening, which judges
 * it with all others (R7.2, R8.3).
 */
function judgeSealed(lot: LotForBids, bidder: Bidder, at: Date): Judged {
  const auction = lot.auction
  if (auction?.format === 'open-ascending' || auction?.format === 'ascending-clock' || !auction)
    throw new Error(`Lot ${lot.id} takes no sealed bids.`)
  const barred = barredFromBidding(auction, bidder.name, at)
  return barred ? { refusal: inWords(barred, lot, null) } : { events: [] }
}

function inWords(refused: Refused, lot: LotForBids, availableMinor: bigint | null): Refusal {
  switch (refused.code) {
    case 'bid.below-minimum':
      return refuse(refused.code, minimum(refused.minimumMinor ?? 0n))
    case 'bid.below-reserve':
      return refuse(refused.code, minimum(lot.reserveMinor))
    case 'bid.below-start':
      return refuse(refused.code, minimum(startOf(lot)))
    case 'bid.over-limit':
      return refuse(refused.code, { available: formatMoney(availableMinor ?? 0n) })
    case 'bid.suspended':
      return refuse(refused.code, { reason: lot.publicReason })
    case 'bid.closed':
    case 'bid.exited':
    case 'bid.not-open':
    case 'bid.struck':
    case 'bid.unknown-bidder':
      return refuse(refused.code)
    default:
      throw new Error(`A bid was refused with ${refused.code}.`)
  }
}

function minimum(minimumMinor: bigint) {
  return { minimum: formatMoney(minimumMinor), minimumMinor: minimumMinor.toString() }
}

function startOf({ auction, reserveMinor }: LotForBids): bigint {
  return (auction?.format === 'ascending-clock' ? auction.round?.startMinor : undefined) ?? reserveMinor
}
