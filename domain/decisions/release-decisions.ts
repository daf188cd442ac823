import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { decisions } from '@/db/schema/reviews'
import { lots } from '@/db/schema/rounds'
import { Id } from '@/domain/reviews/input'
import { freezeScores, frozenScores } from '@/domain/rounds/freeze-scores'
import { canTransition, roundStateWords } from '@/domain/rounds/lifecycle'
import { lockRound } from '@/domain/rounds/lock-round'
import { moveRound } from '@/domain/rounds/move-round'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { decisionLetters } from './letters'
import { requireNoConflict } from './require-decidable'
import { outcomeWords } from './rules'

/**
 * Releases all decisions of a round at once, by two people who have a conflict with none of its plans (R6.2, R6.7): the round is qualified, the plan scores are frozen
 * (R6.8), and every applicant gets its letter. Names stay where they are.
 * Refuses: thing.not-found, decision.release-conflicted, decision.released, round.wrong-state, decision.not-ready.
 */
export const releaseDecisions = operation('decision.release', {
  input: z.strictObject({ roundId: Id }),
  async subject(tx, { roundId }) {
    const round = await lockRound(tx, roundId)
    return round && { round, decided: await readDecided(tx, roundId) }
  },
  async check({ tx, actor, approver, subject: { round, decided } }) {
    const ids = decided.map(({ applicationId }) => applicationId)
    for (const person of [actor, approver])
      if (person?.kind === 'person') await requireNoConflict(tx, person, ids, 'decision.release-conflicted')
    if (round.decisionsReleasedAt) throw refuse('decision.released')
    if (!canTransition(round.state, 'release-decisions'))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
    const missing = decided.filter(({ state, decision }) => state === 'submitted' && !decision).length
    if (missing > 0) throw refuse('decision.not-ready', { missing })
  },
  secondPerson(_input, { round, decided }) {
    const standing = decided.flatMap(({ decision, ...application }) =>
      decision ? [{ ...application, decision }] : [],
    )
    return {
      object: round.id,
      summary: `Release the ${standing.length} decisions of ${round.name} to all applicants.`,
      typed: `release round ${round.number}`,
      changes: standing.map(({ label, reference, decision }) => ({
        what: `${label}.org, ${reference}`,
        before: 'Not released',
        after: outcomeWords[decision.outcome],
      })),
      fingerprint: standing.map(({ applicationId, decision: { outcome, scoreHundredths } }) => ({
        applicationId,
        outcome,
        scoreHundredths,
      })),
    }
  },
  async run({ tx, at, subject: { round, decided } }) {
    await tx.update(decisions).set({ releasedAt: at }).where(eq(decisions.roundId, round.id))
    await moveRound(
      tx,
      { roundId: round.id, from: round.state, to: 'qualified', at },
      { decisionsReleasedAt: at },
    )
    await freezeScores(tx, round)
    const scoresHash = await frozenScores(tx, round.id)
    const count = (outcome: string) => decided.filter((one) => one.decision?.outcome === outcome).length
    return {
      result: { roundId: round.id },
      audit: {
        object: round.id,
        facts: { qualified: count('qualified'), notQualified: count('not-qualified'), scoresHash },
      },
      announce: [topics.round(round.id)],
      letters: await decisionLetters(tx, round),
    }
  },
})

/** Applications that were submitted, with their decisions. */
async function readDecided(tx: Tx, roundId: string) {
  const rows = await tx
    .select({
      applicationId: applications.id,
      state: applications.state,
      reference: applications.reference,
      label: lots.label,
      decision: decisions,
    })
    .from(applications)
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(eq(applications.roundId, roundId))
    .orderBy(asc(applications.id))
  return rows.filter(({ state }) => state === 'submitted' || state === 'withdrawn')
}
