/**
 * The places to fill, as dense tables: plan p and reviewer r meet at `p * reviewers + r`. Worths are whole numbers, so
 * that sums are exact.
 */
export type Places = {
  plans: number
  reviewers: number
  /** How many reviewers each plan gets, and how many plans each reviewer takes at most. */
  demand: readonly number[]
  cap: readonly number[]
  worth: Float64Array
  /** 1 where the reviewer may read the plan. */
  open: Uint8Array
  /** 1 where the reviewer reads the plan already and goes on doing so. */
  kept: Uint8Array
}

export const UNREACHABLE = Number.NEGATIVE_INFINITY
