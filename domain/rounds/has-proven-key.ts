import type { Reader } from '@/db/client'
import type { AuctionFormat } from '@/db/schema/rounds'
import { isSealed } from '@/domain/lots/describe-standing'
import { recipientOf } from '@/domain/sealing/round-key'

/** Whether bids of a round can be sealed: always in a format without sealed bids (R8.2). */
export async function hasProvenKey(
  db: Reader,
  round: { id: string; format: AuctionFormat; practice: boolean },
): Promise<boolean> {
  return !isSealed(round) || (await recipientOf(db, round)) !== undefined
}
