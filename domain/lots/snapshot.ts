import type { AuctionFormat, LotOutcome, LotState, RoundState } from '@/db/schema/rounds'

/** A lot as anyone may see it while bidding lasts. Amounts are cents in strings, instants ISO in UTC. */
export type LotSnapshot = {
  lotId: string
  label: string
  roundId: string
  format: AuctionFormat
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
  /** In sealed formats only. */
  sealed?: SealedView
  /** In a clock auction only. */
  clock?: ClockView
}

/** A sealed auction as anyone may see it: never how many bids there are, no amount before the opening (R8). */
export type SealedView = { closesAt: string; opened: boolean }

/** A clock as anyone may see it: after a round only the number remaining, the next prices and times (R7.3). */
export type ClockView = {
  /** The round that runs or ran last; 0 before the first. */
  round: number
  startMinor: string
  endMinor: string
  state: 'before' | 'round' | 'recess' | 'stopped'
  /** When the present round or recess ends; null when nothing runs. */
  endsAt: string | null
  next: { round: number; startMinor: string; endMinor: string; opensAt: string; endsAt: string } | null
  remaining: number
}

/** A bidder's own sealed bid: the last one it handed in or took back. */
export type MySealedBid = {
  state: 'standing' | 'withdrawn' | 'none'
  amountMinor: string | null
  receivedAt: string | null
}

/** What the plan of a bidder adds to its bid in a quality-weighted auction (R7.6). */
export type MyWeight = { scoreHundredths: number; coefficientBp: number }

/** Where a bidder stands in a clock auction (R7.3). */
export type MyPlace = {
  /** What earlier rounds left it at; null before the first has ended. */
  standingMinor: string | null
  /** A bid above the end price, which stands for the rounds to come. */
  proxyMinor: string | null
  exited: boolean
  committedMinor: string
  /** Its last valid bid in the round that runs. */
  bidThisRound: string | null
}

/** One round of a clock as it was announced; `remaining` is null while it runs. */
export type RoundRow = { round: number; startMinor: string; endMinor: string; remaining: number | null }

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
  /** One's own sealed bid, where the format is sealed. */
  bid?: MySealedBid
  /** What one's own plan adds, where quality counts. */
  weight?: MyWeight
  /** One's own place, where the format is the clock. */
  place?: MyPlace
  /** The rounds of a clock so far, the first one first. */
  rounds?: RoundRow[]
  /** The server's clock at this reading. */
  now: string
}
