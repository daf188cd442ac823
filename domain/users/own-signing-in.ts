import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { passkeys, sessions } from '@/db/schema/people'

/** A person's sessions and passkeys, for them to take along: when and with what, and nothing that signs anyone in. */
export async function signingInOf(db: Reader, userId: string) {
  const { createdAt, lastSeenAt, expiresAt, revokedAt, userAgent, assurance } = sessions
  const { name, createdAt: addedAt, lastUsedAt, removedAt } = passkeys
  return {
    sessions: await db
      .select({ createdAt, lastSeenAt, expiresAt, revokedAt, browser: userAgent, factors: assurance })
      .from(sessions)
      .where(eq(sessions.userId, userId)),
    passkeys: await db
      .select({ name, addedAt, lastUsedAt, removedAt })
      .from(passkeys)
      .where(eq(passkeys.userId, userId)),
  }
}
