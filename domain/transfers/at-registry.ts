import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { writeRegistrantChange } from '@/domain/allocations/epp'
import { query } from '@/lib/query'
import { type AtRegistry, isRecorded, readAtRegistry } from './read-at-registry'

/** The last transfer of an award that was approved, and how far the registry is with it; undefined: none. */
export async function lastTransfer(
  db: Reader,
  awardId: string,
): Promise<({ id: string; decidedAt: Date } & AtRegistry) | undefined> {
  const [last] = await db
    .select({ id: transfers.id, decidedAt: transfers.decidedAt })
    .from(transfers)
    .where(and(eq(transfers.awardId, awardId), eq(transfers.state, 'approved')))
    .orderBy(desc(transfers.decidedAt))
    .limit(1)
  if (!last?.decidedAt) return undefined
  const { id, decidedAt } = last
  return { id, decidedAt, ...(await readAtRegistry(db, { id, awardId, decidedAt })) }
}

/** What the registrar of a person has to change at the registry after transfers, with the exact command (R12.3). */
export const registrantsToChange = query('allocations.own', async ({ db, actor }) => {
  const ianaId = actor.registrarIanaId
  if (ianaId === null) return undefined
  const rows = await db
    .select({
      transferId: transfers.id,
      awardId: transfers.awardId,
      label: awards.label,
      fromId: transfers.fromOrganisationId,
      to: organisations.legalName,
      decidedAt: transfers.decidedAt,
    })
    .from(transfers)
    .innerJoin(awards, eq(awards.id, transfers.awardId))
    .innerJoin(organisations, eq(organisations.id, transfers.toOrganisationId))
    .where(and(eq(awards.registrarIanaId, ianaId), eq(transfers.state, 'approved')))
    .orderBy(desc(transfers.decidedAt))
    .limit(100)
  const from = await db
    .select({ id: organisations.id, name: organisations.legalName })
    .from(organisations)
    .where(
      inArray(
        organisations.id,
        rows.map(({ fromId }) => fromId),
      ),
    )
  const waiting = []
  for (const { fromId, ...row } of rows) {
    const last = await lastTransfer(db, row.awardId)
    if (!last || last.id !== row.transferId || isRecorded(last)) continue
    waiting.push({
      ...row,
      from: from.find(({ id }) => id === fromId)!.name,
      command: writeRegistrantChange({ label: row.label, transferId: row.transferId }),
      lookup: last.lookup,
    })
  }
  return waiting
})
