import type { CheckOutcome, Seen } from '@/db/schema/build-out'

/** What one look found. `undecided`: nobody could look; it is tried again and says nothing of the registrant. */
export type Finding = { outcome: CheckOutcome; summary: string; seen: Seen }
