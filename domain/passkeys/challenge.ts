import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { lt } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { spentChallenges } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'
import { deriveKey } from '@/lib/secrets'

/** What a passkey is asked for: a new session, another passkey, or the present session's person once more. */
export type ChallengePurpose = 'sign-in' | 'add' | 'confirm'

const LIFE_MS = 5 * 60_000
const RANDOM = 16
const EXPIRY = 6

/**
 * A challenge for an authenticator to sign, base64url: 16 random bytes ‖ 6 bytes of expiry (ms) ‖ HMAC-SHA-256. It says
 * for itself what it was made for, so asking for one stores nothing; an answered one is kept by `spendChallenge`.
 * @param session the session it is for; empty when there is none yet
 */
export function newChallenge(purpose: ChallengePurpose, session: string, at: Date): string {
  const head = Buffer.concat([randomBytes(RANDOM), Buffer.alloc(EXPIRY)])
  head.writeUIntBE(at.getTime() + LIFE_MS, RANDOM, EXPIRY)
  return Buffer.concat([head, sealOf(head, purpose, session)]).toString('base64url')
}

/** Whether we made this challenge for this purpose and session, at most five minutes ago. */
export function challengeHolds(
  challenge: string,
  purpose: ChallengePurpose,
  session: string,
  at: Date,
): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== RANDOM + EXPIRY + 32 || bytes.toString('base64url') !== challenge) return false
  const head = bytes.subarray(0, RANDOM + EXPIRY)
  if (!timingSafeEqual(bytes.subarray(RANDOM + EXPIRY), sealOf(head, purpose, session))) return false
  return at.getTime() <= head.readUIntBE(RANDOM, EXPIRY)
}

function sealOf(head: Buffer, purpose: ChallengePurpose, session: string): Buffer {
  return createHmac('sha256', deriveKey('passkey-challenge'))
    .update(`${purpose} ${session} `)
    .update(head)
    .digest()
}

/** Takes a challenge out of use: false when it was answered before. Forgets those that are over by themselves. */
export async function spendChallenge(tx: Tx, challenge: string, at: Date): Promise<boolean> {
  await tx.delete(spentChallenges).where(lt(spentChallenges.spentAt, new Date(at.getTime() - 2 * LIFE_MS)))
  const spent = await tx
    .insert(spentChallenges)
    .values({ challengeHash: sha256Hex(challenge), spentAt: at })
    .onConflictDoNothing()
    .returning({ hash: spentChallenges.challengeHash })
  return spent.length > 0
}
