import { lesser } from './amounts'
import { type Increment, stepAt } from './increments'

/** A maximum as it was accepted: the bidder's instruction to bid up to it. In cents. */
export interface Bid {
  readonly bidder: string
  readonly maxMinor: bigint
}

/** The two who matter, and the price between them. */
export interface Lead {
  readonly leader: string
  readonly leaderMaxMinor: bigint
  readonly second: string | null
  readonly secondMaxMinor: bigint | null
  readonly priceMinor: bigint
}

/** What resolving proxies needs to know of the auction's terms. */
export interface PriceRule {
  readonly reserveMinor: bigint
  readonly increments: readonly Increment[]
}

/**
 * The lead once a bid is added (R7.3). One bidder alone pays the reserve. A challenger moves the price to the least
 * at which the leader still leads: the losing maximum plus one step at that amount, or the leader's maximum if that
 * is less. A leader who raises its own maximum leaves the price where it is. Of equal maxima the earlier leads.
 */
export function leadAfter(lead: Lead | null, { bidder, maxMinor }: Bid, rule: PriceRule): Lead {
  if (!lead) {
    const alone = { second: null, secondMaxMinor: null, priceMinor: rule.reserveMinor }
    return { leader: bidder, leaderMaxMinor: maxMinor, ...alone }
  }
  if (bidder === lead.leader) return { ...lead, leaderMaxMinor: maxMinor }
  const overtakes = maxMinor > lead.leaderMaxMinor
  const [high, low] = overtakes ? [maxMinor, lead.leaderMaxMinor] : [lead.leaderMaxMinor, maxMinor]
  return {
    leader: overtakes ? bidder : lead.leader,
    leaderMaxMinor: high,
    second: overtakes ? lead.leader : bidder,
    secondMaxMinor: low,
    priceMinor: lesser(high, low + stepAt(rule.increments, low)),
  }
}

/** What the accepted bids come to when some bidders' are left out: for a strike, and for a default (R7.8). */
export function leadWithout(struck: readonly string[], bids: readonly Bid[], rule: PriceRule): Lead | null {
  let lead: Lead | null = null
  for (const bid of bids) if (!struck.includes(bid.bidder)) lead = leadAfter(lead, bid, rule)
  return lead
}
