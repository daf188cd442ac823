import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { PROOFS_NEEDED } from '@/sealing/thresholds'
import { practiceRecipient } from './practice-key'

/** `since`: the fourth proof. A bid that was taken earlier is sealed to another key. */
type ProvenKey = { keyId: string; recipient: string; since: Date }

/** What bids are sealed to, and since when; a practice has one key from the beginning. */
export type SealTarget = { recipient: string; since: Date | null }

/**
 * The key that counts for a round: the newest that four custodians have proven to hold (R8.2). A later one takes effect
 * with its fourth proof and not before, so that a ceremony which went wrong leaves the round as it was.
 */
export async function provenKey(db: Reader, roundId: string): Promise<ProvenKey | undefined> {
  const [row] = await db.execute<{ keyId: string; recipient: string; since: string }>(sql`
    select k.id as "keyId", k.recipient, fourth.at as since from round_keys k
    cross join lateral (select min(p.at) as at from share_proofs p where p.key_id = k.id
      group by p.user_id order by 1 limit 1 offset ${PROOFS_NEEDED - 1}) fourth
    where k.round_id = ${roundId}
    order by k.version desc limit 1`)
  return row && { ...row, since: new Date(row.since) }
}

/** What bids of a round are sealed to; undefined before there is a proven key. */
export async function sealTargetOf(
  db: Reader,
  round: { id: string; practice: boolean },
): Promise<SealTarget | undefined> {
  if (round.practice) return { recipient: await practiceRecipient(round.id), since: null }
  return provenKey(db, round.id)
}

/** Its recipient alone. */
export async function recipientOf(
  db: Reader,
  round: { id: string; practice: boolean },
): Promise<string | undefined> {
  return (await sealTargetOf(db, round))?.recipient
}
