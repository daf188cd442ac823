import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { writeRegistrantChange } from '@/domain/allocations/epp'
import { query } from '@/lib/query'
import { recordedAt } from './recorded-at'

/** A transfer of an award whose change of registrant the registry has not reported yet (R12.3); undefined: none. */
export async function transferUnderWay(
  db: Reader,
  awardId: string,
): Promise<{ id: string; decidedAt: Date } | undefined> {
  const [last] = await db
    .select({ id: transfers.id, decidedAt: transfers.decidedAt })
    .from(transfers)
    .where(and(eq(transfers.awardId, awardId), eq(transfers.state, 'approved')))
    .orderBy(desc(transfers.decidedAt))
    .limit(1)
  if (!last?.decidedAt) return undefined
  const { id, decidedAt } = last
  return (await recordedAt(db, { awardId, decidedAt })) ? undefined : { id, decidedAt }
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
  for (const { fromId, ...row } of rows)
    if ((await transferUnderWay(db, row.awardId))?.id === row.transferId)
      waiting.push({
        ...row,
        from: from.find(({ id }) => id === fromId)!.name,
        command: writeRegistrantChange({ label: row.label, transferId: row.transferId }),
      })
  return waiting
})
