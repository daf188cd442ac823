import { asc, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { allocationTokens, type TokenState } from '@/db/schema/allocations'

export type TokenStanding = {
  state: TokenState
  expiresAt: Date
  shownAt: Date | null
  redeemedAt: Date | null
}

/** The newest token of each award that has one. */
export async function newestTokens(db: Reader, awardIds: string[]): Promise<Map<string, TokenStanding>> {
  if (awardIds.length === 0) return new Map()
  const rows = await db
    .select({
      awardId: allocationTokens.awardId,
      state: allocationTokens.state,
      expiresAt: allocationTokens.expiresAt,
      shownAt: allocationTokens.shownAt,
      redeemedAt: allocationTokens.redeemedAt,
    })
    .from(allocationTokens)
    .where(inArray(allocationTokens.awardId, awardIds))
    .orderBy(asc(allocationTokens.issuedAt), asc(allocationTokens.id))
  return new Map(rows.map(({ awardId, ...token }) => [awardId, token]))
}
