/** What does not agree. `entry` is its place in the log; with `upTo` it is one of those up to there; null: of none. */
export type Wrong = {
  entry: number | null
  upTo?: number
  /** The name, and the number of the event in its auction. */
  label?: string
  sequence?: number
  problem: string
  /** What the rules lead to instead: events, or the code of the refusal. */
  expected?: unknown
}

/** One thing that was looked at. `passed` is null where the file does not hold what it takes. */
export type Check = { what: string; found: string; passed: boolean | null }

export type LotVerdict = {
  id: string
  label: string
  format: string | null
  /** As the replay has it. */
  status: string
  winner: string | null
  winnerName: string | null
  priceMinor: string | null
  /** Who won, at what price and why, in one or two sentences. */
  why: string
  events: number
  bids: number
}

/** What the opening of a sealed round came to. Custodians are told by the number of their share. */
export type SealedVerdict = {
  bids: number
  /** Opened here with the round’s secret; 0 where the file withholds it. */
  opened: number
  voids: { label: string; paddle: string; reason: string; entry: number }[]
  proven: number[]
  released: number[]
}

export type Verdict = {
  ok: boolean
  round: { id: string; name: string; slug: string; rulesVersion: string }
  log: { origin: string; size: number; rootHex: string; key: string; cosignedBy: string[] } | null
  checks: Check[]
  lots: LotVerdict[]
  /** Null in formats whose bids are not sealed. */
  sealed: SealedVerdict | null
  /** What this file cannot show, in plain sentences. */
  notChecked: string[]
  /** The first wrong entry of the log, or what is wrong beside it; null when everything agrees. */
  firstWrong: Wrong | null
  wrong: Wrong[]
}
