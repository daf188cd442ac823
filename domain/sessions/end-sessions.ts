import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sessions } from '@/db/schema/people'

/** Ends a person's sessions, all or all but one; each stops at its next request. Returns how many ended. */
export async function endSessions(
  tx: Tx,
  userId: string,
  at: Date,
  { except }: { except?: string } = {},
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        ...(except ? [ne(sessions.id, except)] : []),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}
