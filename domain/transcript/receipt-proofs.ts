import { pool, type Sql } from '@/db/client'
import { formatProof } from '@/transcript/receipt-proof'
import { inclusionFromTiles } from '@/transcript/tiles'
import { readCheckpoint, tilesFrom } from './public-queries'

/**
 * For attempts to bid, the proof that the entry of each has its place in the log (R9.2), in the form of C2SP tlog-proof
 * with the entry itself as its extra data. Without one while the entry waits for its checkpoint, which takes a second.
 */
export async function receiptProofs(
  attemptIds: readonly string[],
  sql: Sql = pool(),
): Promise<Map<string, string>> {
  const checkpoint = await readCheckpoint(undefined, sql)
  if (!checkpoint || attemptIds.length === 0) return new Map()
  const { size, note } = checkpoint
  const rows = await sql<{ attempt: string; salt: Uint8Array; payload: Uint8Array; index: string }[]>`
    select distinct on (a.object) a.object as attempt, a.salt, a.payload, l.index
    from audit_log a join log_leaves l on l.source = 'audit' and l.source_id = a.id
    where a.object in ${sql([...attemptIds])} and l.index < ${size} order by a.object, a.id`
  const read = tilesFrom(sql)
  const proofs = new Map<string, string>()
  for (const { attempt, salt, payload, index } of rows) {
    const extra = new Uint8Array([...salt, ...payload])
    const proof = await inclusionFromTiles(read, Number(index), size)
    proofs.set(attempt, formatProof({ extra, index: Number(index), proof, note }))
  }
  return proofs
}
