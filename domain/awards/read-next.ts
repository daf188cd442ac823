import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, relatedParties } from '@/db/schema/applications'
import { bidders, lotBidders } from '@/db/schema/auctions'
import type { PassedOver, PassReason } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import type { rounds } from '@/db/schema/rounds'
import { readHistory } from '@/domain/lots/read-history'
import type { AnyTerms, History } from '@/engine/auction'
import type { Award } from './lock-award'
import { nextInOrder } from './next-in-order'

type Round = Pick<typeof rounds.$inferSelect, 'id' | 'settings'>
type Registered = Awaited<ReturnType<typeof registeredOn>>[number]

export type Next = {
  /** Null: nobody is left at or above the reserve, so the name returns. */
  candidate: (Registered & { priceMinor: bigint; rank: number }) | null
  passedOver: PassedOver[]
}

/**
 * Who is next on a lot whose awards have all ended, from its record and the round's published rule (R7.8). Passed over
 * with the reason: struck bidders, withdrawn applications, and parties related to one whose award ended (R4.3).
 */
export async function readNext(db: Reader, round: Round, lotId: string, ended: Award[]): Promise<Next> {
  const registered = await registeredOn(db, lotId)
  const unfit = await unfitAmong(db, round.id, registered, ended)
  const awarded = new Set(ended.map(({ applicationId }) => applicationId))
  const asked = [
    ...registered.filter(({ applicationId }) => awarded.has(applicationId)).map(({ paddle }) => paddle),
    ...ended.flatMap(({ passedOver }) => passedOver.map(({ paddle }) => paddle)),
  ]
  const events = await readHistory(lotId, db)
  if (events.length === 0) return { candidate: null, passedOver: [] }
  const history = events as unknown as History<AnyTerms>
  const { offer, passedOver } = nextInOrder(history, round.settings.runnerUp, asked.map(String), unfit)
  const candidate = offer && registered.find(({ paddle }) => String(paddle) === offer.bidder)
  return {
    candidate: candidate
      ? { ...candidate, priceMinor: offer.priceMinor, rank: Math.max(...ended.map(({ rank }) => rank)) + 1 }
      : null,
    passedOver: passedOver.map(({ bidder, reason }) => ({ paddle: Number(bidder), reason })),
  }
}

function registeredOn(db: Reader, lotId: string) {
  return db
    .select({
      paddle: bidders.paddle,
      struckAt: bidders.struckAt,
      applicationId: applications.id,
      state: applications.state,
      organisationId: organisations.id,
      organisation: organisations.legalName,
    })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .innerJoin(applications, eq(applications.id, lotBidders.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(eq(lotBidders.lotId, lotId))
    .orderBy(asc(bidders.paddle))
}

async function unfitAmong(
  db: Reader,
  roundId: string,
  registered: readonly Registered[],
  ended: readonly Award[],
): Promise<Map<string, PassReason>> {
  const gone = ended.map(({ organisationId }) => organisationId)
  const ties = await db
    .select({ a: relatedParties.organisationA, b: relatedParties.organisationB })
    .from(relatedParties)
    .where(
      and(
        eq(relatedParties.roundId, roundId),
        or(inArray(relatedParties.organisationA, gone), inArray(relatedParties.organisationB, gone)),
      ),
    )
  const related = new Set(ties.flatMap(({ a, b }) => [a, b]))
  return new Map(
    registered.flatMap((each): [string, PassReason][] => {
      const reason = each.struckAt
        ? 'struck'
        : each.state !== 'submitted'
          ? 'withdrawn'
          : related.has(each.organisationId)
            ? 'related'
            : undefined
      return reason ? [[String(each.paddle), reason]] : []
    }),
  )
}
