import type { Sql } from '@/db/client'
import type { SealedRecord } from '@/transcript/round-file'

/**
 * The sealed bids of a round that is over, in the order received, and its secret (R8.3): published with it, or both given
 * to the auditor, as the settings say; then the hashes in the receipts stand for the bids.
 * @param auditorsSecret for the auditor: nothing is withheld
 */
export async function sealedRecord(
  sql: Sql,
  roundId: string,
  auditorsSecret?: string | null,
): Promise<SealedRecord> {
  const [opening] = await sql<{ secret: string | null }[]>`
    select published_secret as secret from openings where round_id = ${roundId}`
  const secret = opening?.secret ?? auditorsSecret ?? null
  const bids = await sql<{ receipt: string; bidder: string; box: Uint8Array | null }[]>`
    select a.receipt, a.bidder_id as bidder, a.box from bid_attempts a join lots l on l.id = a.lot_id
    where l.round_id = ${roundId} and a.code = 'accepted' and a.form in ('sealed', 'withdrawal')
    order by a.ordinal`
  return {
    secret,
    bids: bids.map(({ receipt, bidder, box }) => ({
      receipt,
      bidder,
      ciphertext: box === null || secret === null ? null : Buffer.from(box).toString('base64'),
    })),
  }
}
