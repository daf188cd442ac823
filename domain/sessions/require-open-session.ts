import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sessions } from '@/db/schema/people'
import { refuse } from '@/lib/errors'

/**
 * Throws when the session was ended since the request came in. Asked once the person's row is locked, as whoever ends
 * sessions has it, for what would outlast the session. Refuses `access.signed-out`.
 */
export async function requireOpenSession(tx: Tx, sessionId: string): Promise<void> {
  const [open] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
  if (!open) throw refuse('access.signed-out')
}
