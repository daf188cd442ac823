import { desc, lte } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiModels } from '@/db/schema/qpi'

export type PublishedModel = typeof qpiModels.$inferSelect

/** The version that scores a month; undefined only before the first. */
export async function modelOf(db: Reader, period: string): Promise<PublishedModel | undefined> {
  const [model] = await db
    .select()
    .from(qpiModels)
    .where(lte(qpiModels.validFrom, period))
    .orderBy(desc(qpiModels.validFrom))
    .limit(1)
  return model
}

/** All versions, the newest first. */
export async function allModels(db: Reader): Promise<PublishedModel[]> {
  return db.select().from(qpiModels).orderBy(desc(qpiModels.validFrom))
}
