import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

/** Waits until the database's clock has passed an instant. */
export async function waitUntil(at: Date): Promise<void> {
  await database().execute(
    sql`select pg_sleep(greatest(0, extract(epoch from ${at.toISOString()}::timestamptz - clock_timestamp()) + 0.005))`,
  )
}
