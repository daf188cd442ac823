import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { heartbeats } from '@/db/schema/system'
import { log } from '@/lib/log'

const EVERY_MS = 5_000

/**
 * Says every five seconds that a process of this name lives, for the control room and the outage rule (R7.9).
 * @returns the function that stops it
 */
export async function startHeartbeat(name: string): Promise<() => void> {
  const at = sql`clock_timestamp()`
  const details = { pid: process.pid }
  const beat = async () => {
    await database()
      .insert(heartbeats)
      .values({ name, at, details })
      .onConflictDoUpdate({ target: heartbeats.name, set: { at, details } })
      .catch((error) => log().error({ err: error }, 'the heartbeat could not be written'))
  }
  await beat()
  const timer = setInterval(beat, EVERY_MS)
  return () => clearInterval(timer)
}
