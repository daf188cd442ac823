import type { AuctionFormat, RoundSettings } from '@/db/schema/rounds'
import { stepAt } from '@/engine/increments'
import { type Lead, leadAfter, type PriceRule } from '@/engine/proxies'

export type ExampleBid = {
  who: string
  /** The maximum that is stated. */
  maxMinor: bigint
  /** The price and the leader after it. */
  priceMinor: bigint
  leader: string
}

/**
 * An open ascending auction of four bids with the round's own increments and a reserve, decided by the engine itself, so
 * that the example can never say anything else than the rule does.
 */
export function openAscendingExample(settings: RoundSettings, reserveMinor: bigint): ExampleBid[] {
  const increments = settings.increments.map(({ fromMinor, stepMinor }) => ({
    fromMinor: BigInt(fromMinor),
    stepMinor: BigInt(stepMinor),
  }))
  const rule: PriceRule = { reserveMinor, increments }
  const step = stepAt(increments, reserveMinor)
  const bids = [
    { bidder: 'Paddle 14', maxMinor: reserveMinor + 6n * step },
    { bidder: 'Paddle 31', maxMinor: reserveMinor + 3n * step },
    { bidder: 'Paddle 31', maxMinor: reserveMinor + 9n * step },
    { bidder: 'Paddle 14', maxMinor: reserveMinor + 8n * step },
  ]
  let lead: Lead | null = null
  return bids.map((bid) => {
    const next: Lead = leadAfter(lead, bid, rule)
    lead = next
    return { who: bid.bidder, maxMinor: bid.maxMinor, priceMinor: next.priceMinor, leader: next.leader }
  })
}

/** How a format decides, in a few plain sentences (R7.3). */
export const formatRules: Record<AuctionFormat, string[]> = {
  'open-ascending': [
    'Everyone sees the price. You state the most you would pay; the portal bids for you, one step at a time, only as far as needed.',
    'The price is the least at which the leader still leads: one step above the second maximum, and never below the reserve.',
    'Of two equal maxima the earlier leads. A leader may raise its maximum without moving the price.',
    'Your maximum is not shown to anyone while bidding lasts.',
  ],
  'ascending-clock': [
    'The price rises in rounds, from a start price to an end price. In each round you stay in, or name the price at which you leave.',
    'Leaving cannot be taken back. After a round only the number remaining and the next prices are announced.',
    'When at most one bidder remains the clock stops. The winner pays the highest price at which another left, never below the reserve.',
  ],
  'sealed-first-price': [
    'Each bidder hands in one sealed bid. Nobody can read it before the close.',
    'The highest valid bid at or above the reserve wins and pays what it bid.',
  ],
  'sealed-second-price': [
    'Each bidder hands in one sealed bid. Nobody can read it before the close.',
    'The highest wins and pays the second-highest valid bid, or the reserve if that is more. Bidding what the name is worth to you is never a mistake.',
  ],
  'sealed-quality-weighted': [
    'Each bidder hands in one sealed bid. A better plan makes it count for more, by a published formula (R7.6).',
    'The winner pays the least whole-cent price at which it still wins: never more than its bid, never less than the reserve.',
  ],
}
