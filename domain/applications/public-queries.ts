import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { decisions } from '@/db/schema/reviews'
import { lots, phases, rounds } from '@/db/schema/rounds'

/** Rounds that accept applications now, each with its lots, the next to close first. */
export async function openRounds(db: Reader) {
  const rows = await db
    .select({ round: rounds, phase: phases.number, lot: lots })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .innerJoin(lots, eq(lots.roundId, rounds.id))
    .where(eq(rounds.state, 'applications'))
    .orderBy(asc(rounds.applicationsCloseAt), asc(rounds.id), asc(lots.label))
  const byRound = new Map<
    string,
    {
      id: string
      name: string
      phase: number
      number: number
      applicationsCloseAt: Date
      lots: { id: string; label: string; reserveMinor: bigint }[]
    }
  >()
  for (const { round, phase, lot } of rows) {
    const { id, name, number, applicationsCloseAt } = round
    const known = byRound.get(id) ?? { id, name, phase, number, applicationsCloseAt, lots: [] }
    known.lots.push({ id: lot.id, label: lot.label, reserveMinor: lot.reserveMinor })
    byRound.set(id, known)
  }
  return [...byRound.values()]
}

/**
 * The applications of a round whose qualification is released (R6.7): those who may bid, by lot. For the system.
 */
export async function qualifiedApplications(db: Reader, roundId: string) {
  return db
    .select({
      applicationId: applications.id,
      organisationId: applications.organisationId,
      lotId: applications.lotId,
      scoreHundredths: decisions.scoreHundredths,
    })
    .from(applications)
    .innerJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.state, 'submitted'),
        eq(decisions.outcome, 'qualified'),
      ),
    )
    .orderBy(asc(applications.lotId), asc(applications.id))
}
