import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { letOpen } from '@/db/factories/sealing'
import { openings } from '@/db/schema/sealing'

const asked = new Set<string>()

/** Officers and custodians let the bids of a sealed round be opened, once its bidding is over; asked again, nothing. */
export async function letOpenOnce(roundId: string): Promise<void> {
  if (asked.has(roundId)) return
  asked.add(roundId)
  const [begun] = await database().select().from(openings).where(eq(openings.roundId, roundId))
  const done = begun !== undefined || (await letOpen(roundId).catch(() => false))
  if (!done) asked.delete(roundId)
}
