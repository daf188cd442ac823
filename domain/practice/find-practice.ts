import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { bidders } from '@/db/schema/auctions'
import { lots, rounds } from '@/db/schema/rounds'

export type Practice = NonNullable<Awaited<ReturnType<typeof findPractice>>>

/** The last practice of one of these organisations beside a round, with its names; undefined when there is none. */
export async function findPractice(db: Reader, roundId: string, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return undefined
  const [found] = await db
    .select({
      id: rounds.id,
      state: rounds.state,
      stateSince: rounds.stateSince,
      biddingOpensAt: rounds.biddingOpensAt,
      bidderId: bidders.id,
    })
    .from(rounds)
    .innerJoin(bidders, and(eq(bidders.roundId, rounds.id), eq(bidders.houseBot, false)))
    .where(and(eq(rounds.practiceOf, roundId), inArray(bidders.organisationId, [...organisationIds])))
    .orderBy(desc(rounds.createdAt), desc(rounds.id))
    .limit(1)
  if (!found) return undefined
  const offered = await db
    .select({
      lotId: lots.id,
      label: lots.label,
      state: lots.state,
      closesAt: lots.closesAt,
      outcome: lots.outcome,
      leaderId: lots.leaderId,
      priceMinor: lots.finalPriceMinor,
    })
    .from(lots)
    .where(eq(lots.roundId, found.id))
    .orderBy(asc(lots.label))
  const { bidderId, ...practice } = found
  return {
    ...practice,
    lots: offered.map(({ leaderId, ...lot }) => ({
      ...lot,
      won: lot.outcome === 'sold' && leaderId === bidderId,
    })),
  }
}
