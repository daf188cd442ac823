import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import * as labelTables from '@/db/schema/labels'
import { qpiModels } from '@/db/schema/qpi'
import { cctldRows, codeLists, isoCategoryRows } from '@/domain/labels/country-codes'
import { allLabels, classOf } from '@/domain/labels/rules'
import { PLACEHOLDER } from '@/domain/qpi-models/placeholder'
import { hashOf } from '@/lib/hash'

/**
 * The facts every installation starts from: the 1,332 labels (R1.1), the dated country-code rows (R1.3) and the placeholder
 * of the Quality Performance Index (R15.2).
 * Runs with every migration as the owner; rows that exist are left as they are.
 */
export async function ensureReferenceData(db: Database): Promise<void> {
  await db
    .insert(qpiModels)
    .values({
      ...PLACEHOLDER,
      contentHash: hashOf(PLACEHOLDER.content),
      placeholder: true,
      publishedAt: sql`clock_timestamp()`,
    })
    .onConflictDoNothing()
  const [row] = (await db.execute(sql`select count(*)::int as present from labels`)) as unknown as [
    { present: number },
  ]
  if (row.present === allLabels.length) return
  await db.transaction(async (tx) => {
    await tx
      .insert(labelTables.labels)
      .values(allLabels.map((label) => ({ label, class: classOf(label) })))
      .onConflictDoNothing()
    await tx
      .insert(labelTables.codeLists)
      .values([...codeLists])
      .onConflictDoNothing()
    await tx
      .insert(labelTables.isoCategories)
      .values([...isoCategoryRows])
      .onConflictDoNothing()
    await tx
      .insert(labelTables.cctlds)
      .values([...cctldRows])
      .onConflictDoNothing()
  })
}
