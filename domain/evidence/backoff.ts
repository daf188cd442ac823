import type { CheckOutcome } from '@/db/schema/build-out'

/** Pieces of evidence that a commitment takes. */
export const MOST_PIECES = 20

const MINUTE = 60_000
/** How long after each look that could not decide the next one comes. */
const WAITS = [1, 10, 60, 360].map((minutes) => minutes * MINUTE)

/** When to look again after so many looks; null: it was decided, or often enough tried. */
export function nextLook(outcome: CheckOutcome, attempt: number, at: Date): Date | null {
  const wait = outcome === 'undecided' ? WAITS[attempt - 1] : undefined
  return wait === undefined ? null : new Date(at.getTime() + wait)
}
