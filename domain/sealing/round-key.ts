import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { practiceRecipient } from './practice-key'
import { PROOFS_NEEDED } from './rules'

/**
 * The key that counts for a round: the newest that four custodians have proven to hold (R8.2). A later one takes effect
 * with its fourth proof and not before, so that a ceremony which went wrong leaves the round as it was.
 */
export async function provenKey(
  db: Reader,
  roundId: string,
): Promise<{ keyId: string; recipient: string } | undefined> {
  const [row] = await db.execute<{ keyId: string; recipient: string }>(sql`
    select k.id as "keyId", k.recipient from round_keys k
    where k.round_id = ${roundId}
      and (select count(distinct p.user_id) from share_proofs p where p.key_id = k.id) >= ${PROOFS_NEEDED}
    order by k.version desc limit 1`)
  return row
}

/** What bids of a round are sealed to; undefined before there is a proven key. */
export async function recipientOf(
  db: Reader,
  round: { id: string; practice: boolean },
): Promise<string | undefined> {
  if (round.practice) return practiceRecipient(round.id)
  return (await provenKey(db, round.id))?.recipient
}
