import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { planFields } from '@/db/schema/reviews'

/** The fields a plan is about (R6.3). Whoever calls it has decided who may read them. */
export async function readFields(db: Reader, applicationId: string): Promise<string[]> {
  const rows = await db.select().from(planFields).where(eq(planFields.applicationId, applicationId))
  return rows.map(({ field }) => field)
}
