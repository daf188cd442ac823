import { letOpen } from '@/db/factories/sealing'

const asked = new Set<string>()

/**
 * Officers and custodians let the bids of a sealed round be opened, once its bidding is over; asked again, nothing. Who is
 * refused for the moment, because something was broken just then, says so and goes on where it stopped.
 */
export async function letOpenOnce(roundId: string): Promise<void> {
  if (asked.has(roundId)) return
  asked.add(roundId)
  const done = await letOpen(roundId).catch((error) =>
    console.error(`${roundId} waits to be opened: ${error.message}`),
  )
  if (!done) asked.delete(roundId)
}
