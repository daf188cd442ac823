import { and, count, eq, max } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { allocationTokens, registryLookups } from '@/db/schema/allocations'
import { awards } from '@/db/schema/awards'
import { nextLookupAt } from './rules'

/** Looked up in one turn; the rest comes with the next. */
const AT_ONCE = 100

/** Redeemed tokens whose name is to be looked up by now (R11.2). */
export async function dueLookups(db: Reader, at: Date): Promise<{ tokenId: string; name: string }[]> {
  const rows = await db
    .select({
      tokenId: allocationTokens.id,
      label: allocationTokens.label,
      redeemedAt: allocationTokens.redeemedAt,
      lookups: count(registryLookups.id),
      lastAt: max(registryLookups.at),
    })
    .from(allocationTokens)
    .innerJoin(awards, eq(awards.id, allocationTokens.awardId))
    .leftJoin(registryLookups, eq(registryLookups.tokenId, allocationTokens.id))
    .where(and(eq(allocationTokens.state, 'redeemed'), eq(awards.state, 'paid')))
    .groupBy(allocationTokens.id)
    .orderBy(allocationTokens.redeemedAt)
  return rows
    .filter(({ redeemedAt, lookups, lastAt }) => at >= nextLookupAt(redeemedAt!, lookups, lastAt))
    .slice(0, AT_ONCE)
    .map(({ tokenId, label }) => ({ tokenId, name: `${label}.org` }))
}
