import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { ledgerEntries } from '@/db/schema/ledger'
import { organisations } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'

export type Returnable = { organisationId: string; organisation: string; amountMinor: bigint }

/**
 * Deposits of a round that are to be returned (R10.2): once it is final or cancelled, what is still held of each
 * organisation that has no award of the round to accept or to pay. Of winners it is what their invoices did not take.
 */
export async function returnable(db: Reader, roundId: string): Promise<Returnable[]> {
  const held = sql<string>`-sum(${ledgerEntries.amountMinor})`
  const waiting = db
    .select({ id: awards.organisationId })
    .from(awards)
    .where(and(eq(awards.roundId, roundId), inArray(awards.state, ['offered', 'accepted'])))
  const rows = await db
    .select({ organisationId: organisations.id, organisation: organisations.legalName, held })
    .from(ledgerEntries)
    .innerJoin(organisations, eq(organisations.id, ledgerEntries.organisationId))
    .innerJoin(rounds, eq(rounds.id, ledgerEntries.roundId))
    .where(
      and(
        eq(ledgerEntries.account, 'deposits-held'),
        eq(ledgerEntries.roundId, roundId),
        inArray(rounds.state, ['final', 'cancelled']),
        sql`${organisations.id} not in ${waiting}`,
      ),
    )
    .groupBy(organisations.id, organisations.legalName)
    .having(sql`-sum(${ledgerEntries.amountMinor}) > 0`)
    .orderBy(organisations.legalName, organisations.id)
  return rows.map(({ held: minor, ...row }) => ({ ...row, amountMinor: BigInt(minor) }))
}
