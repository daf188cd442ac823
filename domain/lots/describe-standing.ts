import type { lots } from '@/db/schema/rounds'
import type { BidderHere } from '@/domain/bidders/queries'
import type { MyAttempt } from '@/domain/bids/queries'
import type { SealTarget } from '@/domain/sealing/round-key'
import { committed } from '@/engine/auction'
import { minimumBid } from '@/engine/formats/open-ascending'
import type { OpenAscendingState } from '@/engine/formats/open-ascending-terms'
import { coefficientBp } from '@/engine/formats/sealed-quality-weighted'
import { stepAt } from '@/engine/increments'
import { availableOf } from '@/engine/limits'
import { describePlace } from './describe-clock'
import type { AuctionState } from './lot-auction'
import type { MySealedBid, MyStanding, MyWeight, Standing } from './snapshot'

type Lot = typeof lots.$inferSelect
type Seen = { lot: Lot; auction: AuctionState | undefined }

/**
 * A bidder's own view of a lot. `attempts`: its own, the newest first. `tells`: whether what stands committed over all
 * lots may be said; it would tell who won a private lot, and at what price, before `final` (R3.3).
 * `target`: what a sealed bid is sealed to.
 */
export function standingOf(
  { lot, auction }: Seen,
  bidder: BidderHere,
  attempts: readonly MyAttempt[],
  tells: boolean,
  target: SealTarget | undefined,
): MyStanding {
  const paddle = String(bidder.paddle)
  const committedHere = auction ? committed(auction, paddle) : 0n
  const leads = auction?.format === 'open-ascending' && auction.lead?.leader === paddle
  const mine = attempts.find(({ accepted }) => accepted)
  const open = lot.state === 'open' ? auction : undefined
  const maxMinor = leads ? auction.lead?.leaderMaxMinor : mine?.maxMinor
  const amounts = open ? amountsFor(open, paddle, lot) : { minimumMinor: null, suggestedMinor: null }
  return {
    bidderId: bidder.id,
    paddle: bidder.paddle,
    standing: wordFor({ lot, auction }, bidder, leads, mine !== undefined),
    maxMinor: maxMinor?.toString() ?? null,
    minimumMinor: amounts.minimumMinor?.toString() ?? null,
    suggestedMinor: amounts.suggestedMinor?.toString() ?? null,
    limitMinor: bidder.limitMinor?.toString() ?? null,
    committedMinor: tells ? bidder.committedMinor.toString() : null,
    availableMinor: tells
      ? (availableOf(bidder.limitMinor, bidder.committedMinor - committedHere)?.toString() ?? null)
      : null,
    lastAttemptAt: attempts[0]?.at.toISOString() ?? null,
    bid: auction && isSealed(auction) ? sealedBidOf(mine, target?.since ?? null) : null,
    recipient: target?.recipient ?? null,
    weight: auction ? weightOf(auction, paddle) : null,
    place: auction?.format === 'ascending-clock' ? describePlace(auction, paddle) : null,
  }
}

export function isSealed({ format }: Pick<AuctionState, 'format'>): boolean {
  return format !== 'open-ascending' && format !== 'ascending-clock'
}

function sealedBidOf(mine: MyAttempt | undefined, since: Date | null): MySealedBid {
  if (!mine) return { state: 'none', key: null, receivedAt: null }
  const receivedAt = mine.receivedAt.toISOString()
  if (mine.form === 'withdrawal') return { state: 'withdrawn', key: mine.key, receivedAt }
  const isOutdated = since !== null && mine.at < since
  return { state: isOutdated ? 'outdated' : 'standing', key: mine.key, receivedAt }
}

function weightOf({ terms }: AuctionState, paddle: string): MyWeight | null {
  if (terms.format === 'open-ascending' || terms.format === 'ascending-clock' || !terms.quality) return null
  const { passHundredths, cmaxBp } = terms.quality
  const scoreHundredths = terms.bidders.find(({ id }) => id === paddle)?.scoreHundredths ?? null
  if (scoreHundredths === null) return null
  return {
    scoreHundredths,
    coefficientBp: Number(coefficientBp(scoreHundredths, passHundredths, cmaxBp)),
  }
}

/** What the form begins with: in a clock round the price at which the bidder stays in. */
function amountsFor(auction: AuctionState, paddle: string, { reserveMinor }: Lot) {
  if (auction.format === 'open-ascending')
    return { minimumMinor: minimumBid(auction, paddle), suggestedMinor: suggestion(auction, paddle) }
  if (auction.format !== 'ascending-clock') return { minimumMinor: reserveMinor, suggestedMinor: null }
  const { round } = auction
  if (!round?.isOpen) return { minimumMinor: null, suggestedMinor: null }
  return { minimumMinor: round.startMinor, suggestedMinor: round.endMinor }
}

function suggestion(auction: OpenAscendingState, paddle: string): bigint {
  const { lead, terms } = auction
  if (lead?.leader !== paddle) return minimumBid(auction, paddle)
  return lead.leaderMaxMinor + stepAt(terms.increments, lead.leaderMaxMinor)
}

/** Of sealed bids and clocks `bid` and `place` tell more; who won is told from `final` on alone (R3.3). */
function wordFor({ lot, auction }: Seen, bidder: BidderHere, leads: boolean, hasBid: boolean): Standing {
  if (bidder.struckAt) return 'struck'
  if (lot.outcome === 'allotted') return 'allotted'
  if (auction && auction.format !== 'open-ascending') {
    if (lot.state !== 'final') return 'none'
    return lot.leaderId === bidder.id ? 'led-at-close' : 'not-leading-at-close'
  }
  if (lot.state === 'closed' || lot.state === 'final') return leads ? 'led-at-close' : 'not-leading-at-close'
  if (leads) return 'leading'
  return hasBid ? 'outbid' : 'none'
}
