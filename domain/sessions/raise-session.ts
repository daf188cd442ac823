import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sessions } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'
import { newToken } from '@/lib/secrets'

/** Marks a session as confirmed by a second factor, under a new token: the old one opens nothing (ASVS V7.2.4). */
export async function raiseSession(tx: Tx, sessionId: string, at: Date): Promise<string> {
  const token = newToken()
  await tx
    .update(sessions)
    .set({ tokenHash: sha256Hex(token), assurance: 2, steppedUpAt: at })
    .where(eq(sessions.id, sessionId))
  return token
}
