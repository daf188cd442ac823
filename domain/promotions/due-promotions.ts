import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiPromotionOpenings, qpiPromotions } from '@/db/schema/qpi'

/** Promotions whose day has come and that were not opened, the earliest first. */
export async function duePromotions(db: Reader, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: qpiPromotions.id })
    .from(qpiPromotions)
    .leftJoin(qpiPromotionOpenings, eq(qpiPromotionOpenings.promotionId, qpiPromotions.id))
    .where(and(lte(qpiPromotions.opensAt, now), isNull(qpiPromotionOpenings.promotionId)))
    .orderBy(asc(qpiPromotions.opensAt))
    .limit(100)
  return rows.map(({ id }) => id)
}
