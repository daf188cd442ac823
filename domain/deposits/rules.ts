import type { RoundState } from '@/db/schema/rounds'
import { UNLIMITED_DEPOSIT_MINOR } from '@/engine/limits'

/**
 * Deposits and what they allow (R7.2).
 *
 * Invariants:
 * - A deposit is recorded by two people (R16.3); rows are never changed, a correction is a negative row.
 * - What an applicant has deposited in a round is the sum of its rows, never below zero.
 */
export const MOST_DEPOSIT_MINOR = 10_000_000_000n

/** The bidding limit in cents: the round's multiple of the deposit; `null` is no limit, from US$2,000,000 on (R7.2). */
export function biddingLimit(depositMinor: bigint, multiple: number): bigint | null {
  return depositMinor >= UNLIMITED_DEPOSIT_MINOR ? null : depositMinor * BigInt(multiple)
}

/** Whether deposits of a round are recorded: until bidding opens, when limits are set. */
export function takesDeposits(roundState: RoundState): boolean {
  return ['applications', 'review', 'qualified', 'suspended'].includes(roundState)
}
