import { and, desc, eq, gte, lte, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type QpiFileKind, qpiFiles, qpiTakeOvers } from '@/db/schema/qpi'
import { countsBySource } from './kinds'

const columns = {
  id: qpiFiles.id,
  kind: qpiFiles.kind,
  source: qpiFiles.source,
  period: qpiFiles.period,
  fileName: qpiFiles.fileName,
  sha256: qpiFiles.sha256,
  rowCount: qpiFiles.rowCount,
  takenAt: qpiTakeOvers.takenAt,
}
export type CurrentFile = {
  id: string
  kind: QpiFileKind
  source: string
  period: string
  fileName: string
  sha256: string
  rowCount: number
  takenAt: Date
}

/** The place that files stand in for each other at: kind and month, and of some kinds the source. */
export const placeOf = ({ kind, source, period }: Pick<CurrentFile, 'kind' | 'source' | 'period'>) =>
  [kind, period, countsBySource(kind) ? source : ''].join(' ')

/** The files that count, of a month or of several: those taken over last at each place. */
export async function currentFiles(
  db: Reader,
  months: { period: string } | { from: string; to: string },
): Promise<CurrentFile[]> {
  const where: SQL | undefined =
    'period' in months
      ? eq(qpiFiles.period, months.period)
      : and(gte(qpiFiles.period, months.from), lte(qpiFiles.period, months.to))
  const rows = await db
    .select(columns)
    .from(qpiTakeOvers)
    .innerJoin(qpiFiles, eq(qpiFiles.id, qpiTakeOvers.fileId))
    .where(where)
    .orderBy(desc(qpiTakeOvers.takenAt), desc(qpiTakeOvers.id))
  const current = new Map<string, CurrentFile>()
  for (const row of rows) if (!current.has(placeOf(row))) current.set(placeOf(row), row)
  return [...current.values()].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}
