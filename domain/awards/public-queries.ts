import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { type AwardState, awards } from '@/db/schema/awards'
import { labelMoves } from '@/db/schema/labels'
import { organisations } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { isActive } from './lifecycle'
import { isNamed } from './publication'

export type PublicCourse = NonNullable<Awaited<ReturnType<typeof publicCourse>>>
export type PublicPlace = PublicCourse['places'][number]

/**
 * What became of a lot since its result: everyone it was offered to in order, how far each came, and whether the name
 * went back (R1.4, R17.1). Public: no deadlines, and names as the publication setting has them. Undefined without awards.
 */
export async function publicCourse(db: Reader, lotId: string) {
  const rows = await db
    .select({
      award: awards,
      name: organisations.legalName,
      paddle: bidders.paddle,
      settings: rounds.settings,
    })
    .from(awards)
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(rounds, and(eq(rounds.id, awards.roundId), eq(rounds.state, 'final')))
    .leftJoin(lotBidders, eq(lotBidders.applicationId, awards.applicationId))
    .leftJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(eq(awards.lotId, lotId))
    .orderBy(asc(awards.rank))
  const [first] = rows
  if (!first) return undefined
  const places = rows.map(({ award, name, paddle, settings }) => ({
    rank: award.rank,
    state: award.state,
    priceMinor: award.priceMinor,
    holder: settings.publishBidderNames || isNamed(award.rank, award.state) ? name : null,
    paddle,
    offeredAt: award.offeredAt,
    acceptedAt: award.acceptedAt,
    paidAt: award.paidAt,
    allocatedAt: award.allocatedAt,
    endedAt: award.endedAt,
    endReason: award.endReason,
    passedOver: award.passedOver,
  }))
  const [returned] = await db
    .select({ at: labelMoves.at, note: labelMoves.note })
    .from(labelMoves)
    .where(
      and(
        eq(labelMoves.label, first.award.label),
        eq(labelMoves.roundId, first.award.roundId),
        eq(labelMoves.to, 'reserved'),
      ),
    )
    .orderBy(desc(labelMoves.at))
    .limit(1)
  return { places, returned }
}

/** Where the latest award of each of these lots stands. */
export async function latestStates(
  db: Reader,
  lotIds: readonly string[],
): Promise<Map<string, { rank: number; state: AwardState }>> {
  if (lotIds.length === 0) return new Map()
  const rows = await db
    .select({ lotId: awards.lotId, rank: awards.rank, state: awards.state })
    .from(awards)
    .where(inArray(awards.lotId, [...lotIds]))
    .orderBy(asc(awards.rank))
  return new Map(rows.map(({ lotId, ...award }) => [lotId, award]))
}

/** Who has the name now: the one place whose award stands. */
export function holderOf(course: PublicCourse | undefined): PublicPlace | undefined {
  return course?.places.find(({ state }) => isActive(state))
}
