import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users, userTokens } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'
import { newToken } from '@/lib/secrets'

export type TokenPurpose = (typeof userTokens.$inferSelect)['purpose']

const MINUTES: Record<TokenPurpose, number> = {
  'verify-email': 24 * 60,
  'reset-password': 30,
  'set-password': 24 * 60,
  'sign-in': 5,
}

/**
 * A single-use token of 256 random bits, of which only the SHA-256 is stored. Earlier ones for the same purpose end,
 * except for `sign-in`: two browsers may be signing in at once.
 */
export async function issueToken(tx: Tx, userId: string, purpose: TokenPurpose, at: Date): Promise<string> {
  if (purpose !== 'sign-in') await endTokens(tx, userId, purpose, at)
  const token = newToken()
  const expiresAt = new Date(at.getTime() + MINUTES[purpose] * 60_000)
  await tx
    .insert(userTokens)
    .values({ tokenHash: sha256Hex(token), userId, purpose, createdAt: at, expiresAt })
  return token
}

/** The unused token and its active person, locked; undefined when it is unknown, used, over or for something else. */
export async function lockToken(tx: Tx, token: string, purposes: readonly TokenPurpose[]) {
  const [found] = await tx
    .select({ token: userTokens, user: users })
    .from(userTokens)
    .innerJoin(users, eq(users.id, userTokens.userId))
    .where(and(eq(userTokens.tokenHash, sha256Hex(token)), isNull(userTokens.usedAt)))
    .for('update')
  if (found?.user.status !== 'active' || !purposes.includes(found.token.purpose)) return undefined
  return found
}

/** Uses a token up. False when it was used or over already; one of two at the same moment gets true. */
export async function spendToken(tx: Tx, tokenHash: string, at: Date): Promise<boolean> {
  const used = await tx
    .update(userTokens)
    .set({ usedAt: at })
    .where(and(eq(userTokens.tokenHash, tokenHash), isNull(userTokens.usedAt), gt(userTokens.expiresAt, at)))
    .returning({ hash: userTokens.tokenHash })
  return used.length === 1
}

export async function endTokens(tx: Tx, userId: string, purpose: TokenPurpose, at: Date): Promise<void> {
  await tx
    .update(userTokens)
    .set({ usedAt: at })
    .where(and(eq(userTokens.userId, userId), eq(userTokens.purpose, purpose), isNull(userTokens.usedAt)))
}
