import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { log } from '@/lib/log'

/** Whether the database answers. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await database().execute(sql`select clock_timestamp()`)
    return true
  } catch (error) {
    log().warn({ err: error }, 'the database does not answer')
    return false
  }
}
