import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { releaseMeasures } from '@/db/schema/cases'
import type { Measure } from './measures'

/** The packages of measures that releases rest on, by release. */
export async function measuresOf(
  db: Reader,
  releaseIds: readonly string[],
): Promise<Map<string, Record<Measure, string>>> {
  const rows = await db
    .select()
    .from(releaseMeasures)
    .where(inArray(releaseMeasures.releaseId, [...releaseIds]))
  return new Map(rows.map(({ releaseId, ...measures }) => [releaseId, measures]))
}
