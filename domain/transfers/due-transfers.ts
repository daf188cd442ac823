import { and, asc, count, eq, gte, max, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { registryReports } from '@/db/schema/allocations'
import { awards } from '@/db/schema/awards'
import { transferLookups, transfers } from '@/db/schema/build-out'
import { nextLookupAt } from '@/domain/allocations/rules'

/** Looked up in one turn; the rest comes with the next. */
const AT_ONCE = 100

/** Transfers at the registry whose name is to be looked up by now (R12.3). */
export async function dueTransfers(db: Reader, at: Date): Promise<{ transferId: string; name: string }[]> {
  const rows = await transfersAtRegistry(db)
  return rows
    .filter(({ decidedAt, lookups, lastAt }) => at >= nextLookupAt(decidedAt!, lookups, lastAt))
    .slice(0, AT_ONCE)
    .map(({ transferId, label }) => ({ transferId, name: `${label}.org` }))
}

/** Approved transfers whose new registrant the registry neither reported nor shows, the oldest first. */
export function transfersAtRegistry(db: Reader) {
  const later = alias(transfers, 'later')
  const followed = db
    .select({ one: sql`1` })
    .from(later)
    .where(
      and(
        eq(later.awardId, transfers.awardId),
        eq(later.state, 'approved'),
        sql`${later.decidedAt} > ${transfers.decidedAt}`,
      ),
    )
  const reported = db
    .select({ one: sql`1` })
    .from(registryReports)
    .where(
      and(
        eq(registryReports.awardId, transfers.awardId),
        eq(registryReports.outcome, 'registrant-changed'),
        gte(registryReports.receivedAt, transfers.decidedAt),
      ),
    )
  return db
    .select({
      transferId: transfers.id,
      awardId: transfers.awardId,
      label: awards.label,
      decidedAt: transfers.decidedAt,
      lookups: count(transferLookups.id),
      lastAt: max(transferLookups.at),
    })
    .from(transfers)
    .innerJoin(awards, eq(awards.id, transfers.awardId))
    .leftJoin(transferLookups, eq(transferLookups.transferId, transfers.id))
    .where(
      and(
        ...[eq(transfers.state, 'approved'), eq(awards.state, 'allocated')],
        ...[notExists(followed), notExists(reported)],
      ),
    )
    .groupBy(transfers.id, awards.label)
    .having(sql`not coalesce(bool_or(${transferLookups.outcome} = 'new-registrant'), false)`)
    .orderBy(asc(transfers.decidedAt))
}
