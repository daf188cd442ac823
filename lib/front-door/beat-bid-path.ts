import { bidPool } from '@/db/client'
import { log } from '@/lib/log'
import { beat } from '@/lib/pulse'

const EVERY_MS = 3000

/** Gives the pulse of the bid path while this process serves (R7.9): through the same pool that bids go through. */
export function beatBidPath(): { stop: () => void } {
  const once = () =>
    beat(bidPool(), 'bid-path').catch((error: unknown) =>
      log().warn({ err: error }, 'the bid path could not write its pulse'),
    )
  void once()
  const timer = setInterval(once, EVERY_MS).unref()
  return { stop: () => clearInterval(timer) }
}
