import { and, eq, inArray, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import type { Actor } from '@/lib/access/actor'

export type BidderHere = typeof bidders.$inferSelect

/**
 * The bidder of a lot that a person acts for, if there is exactly one; `mayBid` is false when it acts for it in another
 * role than bidder.
 */
export async function bidderOnLot(
  actor: Actor,
  lotId: string,
): Promise<{ bidder: BidderHere; mayBid: boolean } | undefined> {
  if (actor.kind !== 'person' || actor.memberships.length === 0) return undefined
  const organisations = actor.memberships.map(({ organisationId }) => organisationId)
  const rows = await database()
    .select({ bidder: bidders })
    .from(bidders)
    .innerJoin(lotBidders, and(eq(lotBidders.bidderId, bidders.id), eq(lotBidders.lotId, lotId)))
    .where(inArray(bidders.organisationId, organisations))
  const may = (organisationId: string) =>
    actor.memberships.some((each) => each.organisationId === organisationId && each.role === 'bidder')
  const bidding = rows.filter(({ bidder }) => may(bidder.organisationId))
  const [only, ...others] = bidding.length > 0 ? bidding : rows
  if (!only || others.length > 0) return undefined
  return { bidder: only.bidder, mayBid: bidding.length === 1 }
}

/** How many are registered on a lot. */
export async function countBidders(lotId: string): Promise<number> {
  const [row] = await database()
    .select({ count: sql<number>`count(*)::int` })
    .from(lotBidders)
    .where(eq(lotBidders.lotId, lotId))
  return row?.count ?? 0
}
