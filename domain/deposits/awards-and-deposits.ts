import { and, eq, inArray, ne, sum } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { depositMoves } from '@/db/schema/settlement'

/** 10 % of a price, rounded down to whole cents: the most that a default costs (R10.3). */
export function forfeitMinor(priceMinor: bigint): bigint {
  return priceMinor / 10n
}

/** What of its deposit an organisation has on an award’s invoice at present, in cents. */
export async function appliedTo(db: Reader, awardId: string): Promise<bigint> {
  const rows = await db
    .select({ kind: depositMoves.kind, minor: sum(depositMoves.amountMinor) })
    .from(depositMoves)
    .where(eq(depositMoves.awardId, awardId))
    .groupBy(depositMoves.kind)
  const of = (kind: string) => BigInt(rows.find((row) => row.kind === kind)?.minor ?? 0)
  return of('applied') - of('taken-back')
}

/**
 * What of a deposit stays for the organisation’s other awards of the round that are not paid yet, in cents: 10 % of each
 * price, less what is on its invoice already. One deposit covers all names of a round, so the first award that is
 * accepted must not use up what a default on another would cost.
 */
export async function keptForOthers(
  db: Reader,
  award: { id: string; organisationId: string; roundId: string },
): Promise<bigint> {
  const others = await db
    .select({ id: awards.id, priceMinor: awards.priceMinor })
    .from(awards)
    .where(
      and(
        eq(awards.organisationId, award.organisationId),
        eq(awards.roundId, award.roundId),
        ne(awards.id, award.id),
        inArray(awards.state, ['offered', 'accepted']),
      ),
    )
  let kept = 0n
  for (const { id, priceMinor } of others) {
    const missing = forfeitMinor(priceMinor) - (await appliedTo(db, id))
    if (missing > 0n) kept += missing
  }
  return kept
}
