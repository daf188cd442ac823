import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

/** The database primary's clock, which alone decides; never `now()`, which is the transaction's start. */
export async function databaseClock(db: Reader): Promise<Date> {
  const [row] = (await db.execute(sql`select clock_timestamp() as at`)) as unknown as [{ at: string | Date }]
  return new Date(row.at)
}
