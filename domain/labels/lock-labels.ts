import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { labels } from '@/db/schema/labels'

export type LabelRow = typeof labels.$inferSelect

/** Locks labels in alphabetical order; undefined when one of them does not exist. */
export async function lockLabels(tx: Tx, names: readonly string[]): Promise<LabelRow[] | undefined> {
  const rows = await tx
    .select()
    .from(labels)
    .where(inArray(labels.label, [...names]))
    .orderBy(labels.label)
    .for('update')
  return rows.length === new Set(names).size ? rows : undefined
}
