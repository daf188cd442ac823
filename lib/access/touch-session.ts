import { and, eq, lt, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { sessions } from '@/db/schema/people'
import { processNow } from '@/lib/clock'

/** When this process last touched a session, so that a page costs no statement for it. */
const touched = new Map<string, number>()
const MINUTE = 60_000
const ENOUGH = 20_000

/** Notes that a session is in use, at most once a minute: 30 minutes without it end the session. */
export async function touchSession(db: Reader, sessionId: string): Promise<void> {
  const now = processNow().getTime()
  if (now - (touched.get(sessionId) ?? 0) < MINUTE) return
  if (touched.size >= ENOUGH) touched.clear()
  touched.set(sessionId, now)
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`clock_timestamp()` })
    .where(
      and(eq(sessions.id, sessionId), lt(sessions.lastSeenAt, sql`clock_timestamp() - interval '1 minute'`)),
    )
}
