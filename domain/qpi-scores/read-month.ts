import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiHolders, qpiListings, qpiRows } from '@/db/schema/qpi'
import type { MonthInputs } from '@/domain/qpi/assemble-figures'
import { type CurrentFile, currentFiles } from '@/domain/qpi-inputs/current-files'

/** What is there of a month, from the files that count; undefined without a transactions report. */
export async function readMonth(
  db: Reader,
  period: string,
): Promise<{ files: CurrentFile[]; inputs: MonthInputs } | undefined> {
  const files = await currentFiles(db, { period })
  const of = async (kind: CurrentFile['kind']) => {
    const file = files.find((each) => each.kind === kind)
    return file && { fileId: file.id, rows: await rowsOf(db, file.id) }
  }
  const transactions = await of('transactions')
  if (!transactions) return undefined
  const listings = await Promise.all(
    files
      .filter(({ kind }) => kind === 'abuse')
      .map(async ({ id, source }) => ({
        fileId: id,
        feed: source,
        rows: await db.select().from(qpiListings).where(eq(qpiListings.fileId, id)).orderBy(qpiListings.line),
      })),
  )
  const counted = { usage: await of('usage'), ssl: await of('ssl'), dnssec: await of('dnssec') }
  const holders = await holdersOf(db, files)
  return {
    files,
    inputs: { period, transactions, ...counted, renewal: await of('renewal'), listings, holders },
  }
}

const rowsOf = (db: Reader, fileId: string) =>
  db
    .select({
      ianaId: qpiRows.ianaId,
      line: qpiRows.line,
      name: qpiRows.name,
      figures: qpiRows.figures,
    })
    .from(qpiRows)
    .where(eq(qpiRows.fileId, fileId))
    .orderBy(qpiRows.line)

/** Of several files about one domain the one taken over last has the word. */
async function holdersOf(
  db: Reader,
  files: readonly CurrentFile[],
): Promise<Map<string, number> | undefined> {
  const own = files
    .filter(({ kind }) => kind === 'holders')
    .sort((a, b) => Number(a.takenAt) - Number(b.takenAt))
  if (own.length === 0) return undefined
  const of = new Map<string, number>()
  for (const { id } of own)
    for (const { domain, ianaId } of await db.select().from(qpiHolders).where(eq(qpiHolders.fileId, id)))
      of.set(domain, ianaId)
  return of
}
