import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { sessions } from '@/db/schema/people'
import { operation } from '@/lib/operation'

/** Ends one of the person's own sessions, the present one included. It stops at its next request. */
export const revokeSession = operation('session.revoke', {
  input: z.strictObject({ sessionId: z.string().max(60) }),
  async subject(tx, { sessionId }, actor) {
    if (actor.kind !== 'person') return undefined
    const [session] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId), isNull(sessions.revokedAt)))
      .for('update')
    return session
  },
  async run({ tx, at, subject: session }) {
    await tx.update(sessions).set({ revokedAt: at }).where(eq(sessions.id, session.id))
    return { result: { sessionId: session.id }, audit: { object: session.id } }
  },
})
