import { desc, eq } from 'drizzle-orm'
import { users } from '@/db/schema/people'
import { qpiFiles } from '@/db/schema/qpi'
import { query } from '@/lib/query'
import { compareFiles } from './compare-files'
import { currentFileAt, currentFiles } from './current-files'

const MOST_FILES = 60

const columns = {
  id: qpiFiles.id,
  kind: qpiFiles.kind,
  source: qpiFiles.source,
  period: qpiFiles.period,
  place: qpiFiles.place,
  fileName: qpiFiles.fileName,
  sha256: qpiFiles.sha256,
  size: qpiFiles.size,
  rowCount: qpiFiles.rowCount,
  errors: qpiFiles.errors,
  totals: qpiFiles.totals,
  readAt: qpiFiles.readAt,
}

/** The newest files, and which of them count (R15.3). */
export const inputFiles = query('qpi.manage', async ({ db }) => {
  const rows = await db.select(columns).from(qpiFiles).orderBy(desc(qpiFiles.readAt)).limit(MOST_FILES)
  const periods = rows.map(({ period }) => period).sort()
  const [from, to] = [periods[0], periods.at(-1)]
  const current = from && to ? await currentFiles(db, { from, to }) : []
  const counting = new Set(current.map(({ id }) => id))
  return rows.map((row) => ({ ...row, counts: counting.has(row.id) }))
})

/** A file with what could not be read of it and, where another counts, what it says otherwise (R15.3). */
export const inputFile = query('qpi.manage', async ({ db, input }) => {
  const { fileId } = input as { fileId: string }
  const [row] = await db
    .select({ ...columns, by: users.name })
    .from(qpiFiles)
    .leftJoin(users, eq(users.id, qpiFiles.readBy))
    .where(eq(qpiFiles.id, fileId))
  if (!row) return undefined
  const current = await currentFileAt(db, row.place)
  const counts = current?.id === row.id
  return {
    ...row,
    counts,
    current: counts ? null : (current ?? null),
    difference: current && !counts ? await compareFiles(db, row.kind, current.id, row.id) : null,
  }
})
