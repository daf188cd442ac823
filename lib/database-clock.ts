import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** The database primary's clock, which alone decides; never `now()`, which is the transaction's start. */
export async function databaseClock(tx: Tx): Promise<Date> {
  const [row] = (await tx.execute(sql`select clock_timestamp() as at`)) as unknown as [{ at: string | Date }]
  return new Date(row.at)
}
