import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type QpiFileKind, qpiHolders, qpiListings, qpiRows } from '@/db/schema/qpi'
import { columnsOf } from './kinds'

export type Difference = {
  added: number
  missing: number
  changed: number
  /** The first of them, in words. */
  examples: string[]
}

const MOST_SHOWN = 12

/** What another file of the same place says otherwise (R15.3). */
export async function compareFiles(
  db: Reader,
  kind: QpiFileKind,
  before: string,
  after: string,
): Promise<Difference> {
  const [old, present] = [await readLines(db, kind, before), await readLines(db, kind, after)]
  const difference: Difference = { added: 0, missing: 0, changed: 0, examples: [] }
  const show = (text: string) => {
    if (difference.examples.length < MOST_SHOWN) difference.examples.push(text)
  }
  for (const [key, now] of present) {
    const was = old.get(key)
    const turned = was && Object.keys(now).filter((column) => now[column] !== was[column])
    if (!was) {
      difference.added += 1
      show(`${key} is new.`)
    } else if (turned && turned.length > 0) {
      difference.changed += 1
      const words = turned.slice(0, 4).map((column) => `${column} ${was[column]} becomes ${now[column]}`)
      show(`${key}: ${words.join(', ')}${turned.length > 4 ? ` and ${turned.length - 4} more` : ''}.`)
    }
  }
  for (const key of old.keys()) {
    if (present.has(key)) continue
    difference.missing += 1
    show(`${key} is no longer there.`)
  }
  return difference
}

type Line = Record<string, string>

async function readLines(db: Reader, kind: QpiFileKind, fileId: string): Promise<Map<string, Line>> {
  if (kind === 'abuse') {
    const rows = await db.select().from(qpiListings).where(eq(qpiListings.fileId, fileId))
    const instant = (at: Date | null) => at?.toISOString().slice(0, 16) ?? 'not yet'
    return new Map(
      rows.map((row) => [
        row.domain,
        { class: row.class, 'first seen': instant(row.firstSeenAt), mitigated: instant(row.mitigatedAt) },
      ]),
    )
  }
  if (kind === 'holders') {
    const rows = await db.select().from(qpiHolders).where(eq(qpiHolders.fileId, fileId))
    return new Map(rows.map((row) => [row.domain, { registrar: String(row.ianaId) }]))
  }
  const columns = columnsOf(kind)
  const rows = await db.select().from(qpiRows).where(eq(qpiRows.fileId, fileId))
  return new Map(
    rows.map(({ ianaId, figures }) => [
      `IANA id ${ianaId}`,
      Object.fromEntries(columns.map((column, index) => [column, String(figures[index] ?? 0)])),
    ]),
  )
}
