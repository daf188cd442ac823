import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import type { Award } from './lock-award'

/** The awards of a lot in their order: the winner’s, then those of the next in order. */
export function awardsOf(db: Reader, lotId: string): Promise<Award[]> {
  return db.select().from(awards).where(eq(awards.lotId, lotId)).orderBy(asc(awards.rank))
}
