import { desc } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { serviceFees } from '@/db/schema/statements'

/** The highest fee charged by year: of each year what was recorded last. */
export async function readServiceFees(db: Reader): Promise<Map<number, typeof serviceFees.$inferSelect>> {
  const rows = await db
    .selectDistinctOn([serviceFees.year])
    .from(serviceFees)
    .orderBy(serviceFees.year, desc(serviceFees.recordedAt), desc(serviceFees.id))
  return new Map(rows.map((row) => [row.year, row]))
}
