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
  /**
   * Of a clock: the start price of the round. Where bids are private the price that is paid is told from `final` on
   * alone.
   */
  priceMinor: string | null
  /** The least maximum that someone who does not lead may state now; null once bidding is over. */
  nextMinor: string | null
  opensAt: string
  /** The end of bidding; of a clock: of the present round or recess. */
  closesAt: string
  /** Milliseconds of bidding left while suspended. */
  heldMs: number | null
  /** The last event of the lot that everyone may know of. */
  sequence: number
  bidders: number
  /** Null where even their number is private: sealed bids, and a clock. */
  bids: number | null
  steps: number
  extensions: number
  /** Sealed formats only. */
  sealed: { closesAt: string; opened: boolean } | null
  /** Ascending clock only. */
  clock: ClockSnapshot | null
}

type RoundPrices = { round: number; startMinor: string; endMinor: string }

/** What R7.3 lets everyone know of a clock: the present round, how many remain, and the next prices and times. */
export type ClockSnapshot = RoundPrices & {
  /** `before`: the first round is yet to come, and the prices are its. */
  state: 'before' | 'round' | 'recess' | 'stopped'
  /** The end of the round or of the recess; while suspended, as if it went on now. */
  endsAt: string | null
  /** The round that follows; null while one is open, because who stays decides whether there is one. */
  next: (RoundPrices & { opensAt: string; endsAt: string }) | null
  /** How many were in when the present round began, or are in after the last. */
  remaining: number
}

/** A bidder's own sealed bid. */
export type MySealedBid = {
  /** `outdated`: sealed to a key that was replaced, so that it can never be opened (R8.2). */
  state: 'standing' | 'outdated' | 'withdrawn' | 'none'
  /** The idempotency key of what stands: the browser that sealed it remembers its amount by it, and nobody else knows. */
  key: string | null
  receivedAt: string | null
}

/** A bidder's own place on a clock. */
export type MyPlace = {
  /** What earlier rounds left it at; null before the first has ended. */
  standingMinor: string | null
  /** What stands as a proxy in the present or next round, if its standing reaches above the start price. */
  proxyMinor: string | null
  exited: boolean
  /** Its last valid bid in the round that is open. */
  bidThisRound: string | null
}

/** What the plan of a bidder adds to its bid where quality counts (R7.6). */
export type MyWeight = { scoreHundredths: number; coefficientBp: number }

/** A round of a clock as everyone learnt it; `remaining` is null while it is open. */
export type RoundRow = RoundPrices & { remaining: number | null }

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
  /** Null while it would tell the result of a lot that is not final. */
  committedMinor: string | null
  availableMinor: string | null
  /** When the last attempt was decided, accepted or refused: no public number tells of a private one. */
  lastAttemptAt: string | null
  /** Sealed formats only. */
  bid: MySealedBid | null
  /** Sealed formats only: what a bid is sealed to (R8.1); null without a proven key. */
  recipient: string | null
  /** `sealed-quality-weighted` only. */
  weight: MyWeight | null
  /** Ascending clock only. */
  place: MyPlace | null
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
  /** Of a clock, the rounds so far; the first one first. */
  rounds: RoundRow[]
  announcements: { id: string; at: string; text: string }[]
  outcome: LotOutcome | null
  /** The server's clock at this reading. */
  now: string
}
