import { and, desc, eq, inArray, isNotNull, type SQL, sum } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, deposits } from '@/db/schema/applications'
import { bidders, lotBidders, results } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { decisions, reconsiderations } from '@/db/schema/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import { readDeadlines } from '@/domain/clarifications/read-clarifications'
import type { Person } from '@/lib/access/actor'
import type { Facts } from './standing'

export type OwnStanding = Facts & {
  reference: string
  organisation: string
  round: { number: number; name: string }
}

/**
 * The applications of the actor's organisations, newest first, with what its applicant may know of each: the decision
 * once it is released (R6.7), the result once its round is final (R3.3). Nothing of anyone else's.
 */
export async function readStandings(db: Reader, actor: Person, only?: SQL): Promise<OwnStanding[]> {
  const organisationIds = actor.memberships.map(({ organisationId }) => organisationId)
  const rows = await db
    .select({
      application: applications,
      organisation: organisations.legalName,
      round: rounds,
      lot: lots,
      decision: { outcome: decisions.outcome, releasedAt: decisions.releasedAt },
      reconsideration: {
        before: reconsiderations.before,
        grounds: reconsiderations.grounds,
        requestedAt: reconsiderations.requestedAt,
        outcome: reconsiderations.outcome,
        reason: reconsiderations.reason,
        decidedAt: reconsiderations.decidedAt,
      },
      struckAt: bidders.struckAt,
      result: results,
      award: {
        id: awards.id,
        rank: awards.rank,
        state: awards.state,
        priceMinor: awards.priceMinor,
        offeredAt: awards.offeredAt,
        stateSince: awards.stateSince,
        acceptBy: awards.acceptBy,
        payBy: awards.payBy,
        endReason: awards.endReason,
      },
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .leftJoin(decisions, and(eq(decisions.applicationId, applications.id), isNotNull(decisions.releasedAt)))
    .leftJoin(reconsiderations, eq(reconsiderations.applicationId, applications.id))
    .leftJoin(lotBidders, eq(lotBidders.applicationId, applications.id))
    .leftJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .leftJoin(results, and(eq(results.lotId, lots.id), eq(rounds.state, 'final')))
    .leftJoin(awards, eq(awards.applicationId, applications.id))
    .where(and(inArray(applications.organisationId, organisationIds), only))
    .orderBy(desc(applications.createdAt))
  const deposited = await readDeposited(db, organisationIds)
  const deadlines = await readDeadlines(
    db,
    rows.map(({ application }) => application.id),
  )
  return rows.map((row) => {
    const { application, organisation, round, lot, decision, reconsideration, struckAt, result, award } = row
    const { id, reference, state, createdAt, withdrawnAt, organisationId } = application
    return {
      id,
      reference,
      state,
      createdAt,
      withdrawnAt,
      organisation,
      label: lot.label,
      round,
      lot: { id: lot.id, state: lot.state, opensAt: lot.opensAt, closesAt: lot.closesAt },
      decision: decisionTold(decision, withdrawnAt),
      reconsideration,
      hasDeposit: deposited.has(`${round.id} ${organisationId}`),
      clarificationDueAt: deadlines.get(id) ?? null,
      struck: struckAt !== null,
      result: result && {
        outcome: result.outcome,
        won: result.winnerApplicationId === id,
        priceMinor: result.priceMinor,
        finalAt: result.finalAt,
      },
      award,
    }
  })
}

/** A plan that was withdrawn before the release was told nothing. */
function decisionTold(
  decision: { outcome: typeof decisions.$inferSelect.outcome; releasedAt: Date | null } | null,
  withdrawnAt: Date | null,
): Facts['decision'] {
  if (!decision?.releasedAt || (withdrawnAt && withdrawnAt <= decision.releasedAt)) return null
  return { outcome: decision.outcome, releasedAt: decision.releasedAt }
}

/** `round organisation` of every sum of recorded deposits above zero. */
async function readDeposited(db: Reader, organisationIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select({
      roundId: deposits.roundId,
      organisationId: deposits.organisationId,
      total: sum(deposits.amountMinor),
    })
    .from(deposits)
    .where(inArray(deposits.organisationId, organisationIds))
    .groupBy(deposits.roundId, deposits.organisationId)
  return new Set(
    rows
      .filter(({ total }) => BigInt(total ?? 0) > 0n)
      .map(({ roundId, organisationId }) => `${roundId} ${organisationId}`),
  )
}
