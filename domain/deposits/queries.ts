import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { applications, deposits } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { phases, rounds } from '@/db/schema/rounds'
import { query } from '@/lib/query'
import { biddingLimit } from './rules'

/** Rounds that deposits are kept for, the newest first. */
export const roundsWithDeposits = query('deposits.read', async ({ db }) =>
  db
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
    .where(and(eq(rounds.practice, false), ne(rounds.state, 'draft'), ne(rounds.state, 'cancelled')))
    .orderBy(desc(phases.number), desc(rounds.number)),
)

/** Who deposited what in a round, and the bidding limit it gives (R7.2). Applicants without a deposit are listed too. */
export const depositsOfRound = query('deposits.read', async ({ db, input }) => {
  const { roundId } = input as { roundId: string }
  const [round] = await db
    .select({ round: rounds, phase: phases.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(eq(rounds.id, roundId), eq(rounds.practice, false)))
  if (!round) return undefined
  const applicants = await db
    .selectDistinct({ organisationId: organisations.id, organisation: organisations.legalName })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .where(and(eq(applications.roundId, roundId), eq(applications.state, 'submitted')))
    .orderBy(asc(organisations.legalName))
  const entries = await db
    .select()
    .from(deposits)
    .where(eq(deposits.roundId, roundId))
    .orderBy(asc(deposits.recordedAt))
  return {
    round: round.round,
    phase: round.phase,
    applicants: applicants.map((applicant) => {
      const own = entries.filter((entry) => entry.organisationId === applicant.organisationId)
      const totalMinor = own.reduce((sum, entry) => sum + entry.amountMinor, 0n)
      const limitMinor = biddingLimit(totalMinor, round.round.settings.depositMultiple)
      return { ...applicant, entries: own, totalMinor, limitMinor }
    }),
  }
})
