import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { labels } from '@/db/schema/labels'
import { query } from '@/lib/query'
import { isActive } from './lifecycle'
import { type AwardInFull, readAward, readAwards } from './read-award'
import { readNext } from './read-next'

type Row = Omit<AwardInFull, 'moves' | 'extensions'>

/** Every award, what waits for officers first, then by how long it has stood where it stands. */
export const awardsToManage = query('awards.manage', async ({ db }) => {
  const all = await withWaiting(db, await readAwards(db))
  return [...all].sort(
    (a, b) => Number(b.waits) - Number(a.waits) || Number(isActive(b.state)) - Number(isActive(a.state)),
  )
})

export type ManagedAward = NonNullable<Awaited<ReturnType<typeof awardsToManage>>>[number]

/** One award in full, with every award of its lot, and who would be next once the last of them has ended (R7.8). */
export const awardToManage = query('awards.manage', async ({ db, input }) => {
  const award = await readAward(db, (input as { awardId: string }).awardId)
  if (!award) return undefined
  const ofLot = await withWaiting(db, await readAwards(db, eq(awards.lotId, award.lotId)))
  const inOrder = [...ofLot].sort((a, b) => a.rank - b.rank)
  const waits = inOrder.find(({ id }) => id === award.id)!.waits
  const next = waits ? await readNext(db, award.round, award.lotId, inOrder) : undefined
  return { ...award, waits, next, inOrder }
})

/** Marks the awards that have ended, were the last of their lot, and whose name has not gone back to reserved. */
async function withWaiting(db: Reader, rows: Row[]): Promise<(Row & { waits: boolean })[]> {
  const awarded = await db.select({ label: labels.label }).from(labels).where(eq(labels.state, 'awarded'))
  const open = new Set(awarded.map(({ label }) => label))
  // A name that was returned and sold again has awards of several lots: only its latest counts.
  const last = new Map<string, Row>()
  for (const row of rows) {
    const known = last.get(row.label)
    if (!known || row.offeredAt > known.offeredAt) last.set(row.label, row)
  }
  return rows.map((row) => ({
    ...row,
    waits: !isActive(row.state) && open.has(row.label) && last.get(row.label) === row,
  }))
}
