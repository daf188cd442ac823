import { and, asc, desc, eq, gte, lte, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiFiles, qpiTakeOvers } from '@/db/schema/qpi'

const columns = {
  id: qpiFiles.id,
  kind: qpiFiles.kind,
  source: qpiFiles.source,
  period: qpiFiles.period,
  place: qpiFiles.place,
  fileName: qpiFiles.fileName,
  sha256: qpiFiles.sha256,
  rowCount: qpiFiles.rowCount,
  takenAt: qpiTakeOvers.takenAt,
  /** How often a file was taken over at the place. */
  number: qpiTakeOvers.number,
}

/** The files that count, of a month or of several: those taken over last at each place. */
export function currentFiles(db: Reader, months: { period: string } | { from: string; to: string }) {
  const where =
    'period' in months
      ? eq(qpiFiles.period, months.period)
      : and(gte(qpiFiles.period, months.from), lte(qpiFiles.period, months.to))
  return selectCurrent(db, where)
}

/** The file that counts at a place; undefined where none does. */
export async function currentFileAt(db: Reader, place: string): Promise<CurrentFile | undefined> {
  const [file] = await selectCurrent(db, eq(qpiFiles.place, place))
  return file
}

function selectCurrent(db: Reader, where: SQL | undefined) {
  return db
    .selectDistinctOn([qpiTakeOvers.place], columns)
    .from(qpiTakeOvers)
    .innerJoin(qpiFiles, eq(qpiFiles.id, qpiTakeOvers.fileId))
    .where(where)
    .orderBy(asc(qpiTakeOvers.place), desc(qpiTakeOvers.number))
}

export type CurrentFile = Awaited<ReturnType<typeof selectCurrent>>[number]
