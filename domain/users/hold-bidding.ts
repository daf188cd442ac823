import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'

const HOLD_HOURS = 24

/**
 * Holds this person's bids for a day from now, so that whoever owns the account reads the letter before a thief of the
 * second factor can bid. Answers until when.
 */
export async function holdBidding(tx: Tx, userId: string, at: Date): Promise<Date> {
  const until = new Date(at.getTime() + HOLD_HOURS * 3_600_000)
  await tx.update(users).set({ biddingHeldUntil: until }).where(eq(users.id, userId))
  return until
}
