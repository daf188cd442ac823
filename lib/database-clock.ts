import { type Reader, sqlOf } from '@/db/client'

/** The database primary's clock, which alone decides; never `now()`, which is the transaction's start. */
export async function databaseClock(db: Reader): Promise<Date> {
  // By the driver, which prepares it: what has no parameters, Drizzle lets the database parse anew each time.
  const [row] = await sqlOf(db)<[{ at: string | Date }]>`select clock_timestamp() as at`
  return new Date(row.at)
}
