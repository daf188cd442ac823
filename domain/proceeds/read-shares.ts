import { asc } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { proceedsShares } from '@/db/schema/statements'
import type { Shares } from './shares'

/** The shares that two people entered, in the order of their days. */
export async function readShares(db: Reader): Promise<Shares[]> {
  const rows = await db.select().from(proceedsShares).orderBy(asc(proceedsShares.validFrom))
  return rows.map(({ validFrom, parts, note }) => ({ validFrom, parts, note, isPlaceholder: false }))
}
