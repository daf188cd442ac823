import type { Reader } from '@/db/client'
import type { lots, rounds } from '@/db/schema/rounds'
import { sha256Hex } from '@/lib/hash'
import { checkSeed } from './check-seed'
import { replayLot } from './replay-lot'

export type ResultCheck = { what: string; found: string; passed: boolean; hash?: string }

/** Decides every recorded event again, now, and compares it with what was published (R9.4). */
export async function checkResult(
  db: Reader,
  result: { outcome: string; priceMinor: bigint | null; events: number; eventsHash: string },
  lot: typeof lots.$inferSelect,
  round: typeof rounds.$inferSelect,
): Promise<ResultCheck[]> {
  const replayed = await replayLot(db, lot)
  const sameEvents = replayed.eventsHash === result.eventsHash && replayed.events === result.events
  const sameResult = replayed.outcome === result.outcome && replayed.priceMinor === result.priceMinor
  const { secretHash, publishedSecret } = round
  return [
    {
      what: 'The record is as it was at the close',
      found: `${replayed.events} of ${result.events} events, and their hash is the published one`,
      passed: sameEvents,
      hash: replayed.eventsHash,
    },
    {
      what: 'Every event follows the rules',
      found: replayed.difference ?? `${replayed.events} events decided again, ${replayed.events} equal`,
      passed: replayed.difference === undefined,
    },
    {
      what: 'The replay ends in this result',
      found: sameResult ? 'Same outcome, same price' : 'The replay ends in another result',
      passed: sameResult,
    },
    ...(secretHash && publishedSecret
      ? [
          {
            what: 'The secret of the draw was fixed before bidding',
            found: 'SHA-256 of the published secret is the hash published before',
            passed: sha256Hex(Buffer.from(publishedSecret, 'hex')) === secretHash,
            hash: secretHash,
          },
        ]
      : []),
    ...(await checkSeed(db, lot.id, publishedSecret)),
  ]
}
