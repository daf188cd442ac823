import type { AuctionFormat, LotOutcome, LotState, RoundState } from '@/db/schema/rounds'

/** A lot as anyone may see it while bidding lasts. Amounts are cents in strings, instants ISO in UTC. */
export type LotSnapshot = {
  lotId: string
  label: string
  roundId: string
  /** `suspended` while the round is; else the lot's own state. */
  state: LotState | 'suspended'
  reserveMinor: string
  priceMinor: string | null
  /** The least maximum that someone who does not lead may state now; null once bidding is over. */
  nextMinor: string | null
  opensAt: string
  closesAt: string
  /** Milliseconds of bidding left while suspended. */
  heldMs: number | null
  sequence: number
  bidders: number
  bids: number
  steps: number
  extensions: number
}

export type LogRow = {
  id: string
  at: string
  kind: 'mine' | 'refused' | 'price' | 'event'
  title: string
  amount: string
  detail: string
}

export type Standing =
  | 'none'
  | 'leading'
  | 'outbid'
  | 'struck'
  | 'allotted'
  | 'led-at-close'
  | 'not-leading-at-close'

/** A bidder's own view of a lot. */
export type MyStanding = {
  bidderId: string
  paddle: number
  standing: Standing
  /** The last maximum that was accepted. */
  maxMinor: string | null
  minimumMinor: string | null
  /** What the form offers: the minimum, or for the leader one step above its own maximum. */
  suggestedMinor: string | null
  /** Null: unlimited. */
  limitMinor: string | null
  committedMinor: string
  availableMinor: string | null
}

/** All that changes in a room, as one person sees it. */
export type RoomSnapshot = {
  lot: LotSnapshot
  round: { state: RoundState; format: AuctionFormat; publicReason: string | null }
  me: MyStanding | null
  /** Why this person only watches; null for a bidder who may bid. */
  watching: string | null
  log: LogRow[]
  path: { at: string; priceMinor: string; mine: boolean }[]
  announcements: { id: string; at: string; text: string }[]
  outcome: LotOutcome | null
  /** The server's clock at this reading. */
  now: string
}
