import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { assignmentRuns } from '@/db/schema/reviews'
import { Id } from '@/domain/reviews/input'
import { lockApplication, requireUnderReview } from '@/domain/reviews/lock-application'
import { placeAssignment } from '@/domain/reviews/place-assignment'
import { readReviewers } from '@/domain/reviews/read-reviewers'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { lockRound } from '@/domain/rounds/lock-round'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import type { Letter } from '@/lib/mail'
import { operation } from '@/lib/operation'
import { readProblem } from './compute-assignment'

/**
 * Assigns what was computed, all of it or nothing, if plans, reviewers, conflicts and what stands are still what it was
 * computed from (R6.3). Each reviewer gets a letter and is asked about conflicts first (R6.2).
 * Refuses: thing.not-found, assignment.applied, round.wrong-state, assignment.outdated, reviewer.conflicted,
 * reviewer.has-seen.
 */
export const applyAssignment = operation('review.apply-assignment', {
  input: z.strictObject({ runId: Id }),
  subject: (tx, { runId }, actor) => lockRun(tx, runId, actor),
  async check({ tx, subject: { run, round, actor } }) {
    if (run.appliedAt) throw refuse('assignment.applied')
    if (!isUnderReview(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
    const { wanted } = await readProblem(tx, actor, round, { cap: run.cap, seed: run.wanted.seed })
    if (hashOf(wanted) !== run.wantedHash) throw refuse('assignment.outdated')
  },
  async run({ tx, at, subject: { run, round, actor } }) {
    const reviewers = new Map((await readReviewers(tx)).map((person) => [person.userId, person]))
    const letters: Letter[] = []
    for (const [applicationId, reviewerId] of run.pairs) {
      const plan = await lockApplication(tx, applicationId, actor)
      const reviewer = reviewers.get(reviewerId)
      if (!plan || !reviewer) throw refuse('assignment.outdated')
      requireUnderReview(plan)
      letters.push((await placeAssignment(tx, at, round, plan.application, reviewer)).letter)
    }
    await tx.update(assignmentRuns).set({ appliedAt: at }).where(eq(assignmentRuns.id, run.id))
    return {
      result: { roundId: round.id, assigned: run.pairs.length },
      audit: { object: round.id, facts: { run: run.id, pairs: run.pairs } },
      letters,
    }
  },
})

async function lockRun(tx: Tx, runId: string, actor: Actor) {
  if (actor.kind !== 'person') return undefined
  const [found] = await tx.select().from(assignmentRuns).where(eq(assignmentRuns.id, runId))
  const round = found && (await lockRound(tx, found.roundId))
  if (!round) return undefined
  const [run] = await tx.select().from(assignmentRuns).where(eq(assignmentRuns.id, runId)).for('update')
  return run && { run, round, actor }
}
