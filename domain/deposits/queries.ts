import { and, asc, desc, eq, exists, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, deposits, planVersions } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { decisions } from '@/db/schema/reviews'
import { lots, phases, rounds } from '@/db/schema/rounds'
import { query } from '@/lib/query'
import { returnable } from './returnable'
import { biddingLimit } from './rules'

/** Rounds that deposits are kept for, the newest first; a cancelled one where there are some to return. */
export const roundsWithDeposits = query('deposits.read', async ({ db }) => {
  const held = exists(db.select({ id: deposits.id }).from(deposits).where(eq(deposits.roundId, rounds.id)))
  return db
    .select({
      id: rounds.id,
      name: rounds.name,
      number: rounds.number,
      phase: phases.number,
      state: rounds.state,
      depositDueAt: rounds.depositDueAt,
    })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(
      and(eq(rounds.practice, false), ne(rounds.state, 'draft'), or(ne(rounds.state, 'cancelled'), held)),
    )
    .orderBy(desc(phases.number), desc(rounds.number))
})

/**
 * Who deposited what in a round, and the bidding limit it gives (R7.2). Applicants without a deposit are listed too, with
 * the decision on each application once it is released (R6.7). What they intend to deposit is for those who keep deposits
 * and for the auditor: it tells what someone would bid.
 */
export const depositsOfRound = query('deposits.read', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId: string }
  const [round] = await db
    .select({ round: rounds, phase: phases.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(eq(rounds.id, roundId), eq(rounds.practice, false)))
  if (!round) return undefined
  const submitted = await submittedIn(db, roundId)
  const tellsIntended = actor.roles.some((role) => role === 'finance-officer' || role === 'auditor')
  const entries = await db
    .select()
    .from(deposits)
    .where(eq(deposits.roundId, roundId))
    .orderBy(asc(deposits.recordedAt))
  return {
    round: round.round,
    phase: round.phase,
    tellsIntended,
    due: await returnable(db, roundId),
    applicants: [...Map.groupBy(submitted, (row) => row.organisationId)].map(([organisationId, rows]) => {
      const own = entries.filter((entry) => entry.organisationId === organisationId)
      const totalMinor = own.reduce((sum, entry) => sum + entry.amountMinor, 0n)
      const limitMinor = biddingLimit(totalMinor, round.round.settings.depositMultiple)
      const applied = rows.map(({ label, outcome, intendedMinor }) => ({
        label,
        outcome,
        intendedMinor: tellsIntended ? intendedMinor : null,
      }))
      return {
        organisationId,
        organisation: rows[0]!.organisation,
        applied,
        entries: own,
        totalMinor,
        limitMinor,
      }
    }),
  }
})

function submittedIn(db: Reader, roundId: string) {
  return db
    .select({
      organisationId: organisations.id,
      organisation: organisations.legalName,
      label: lots.label,
      outcome: decisions.outcome,
      intendedMinor: sql<string | null>`nullif(${planVersions.content} #>> '{deposit,amount}', '')`,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .leftJoin(planVersions, eq(planVersions.id, applications.currentVersionId))
    .leftJoin(decisions, and(eq(decisions.applicationId, applications.id), isNotNull(decisions.releasedAt)))
    .where(and(eq(applications.roundId, roundId), eq(applications.state, 'submitted')))
    .orderBy(asc(organisations.legalName), asc(lots.label))
}
