import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { assignments } from '@/db/schema/reviews'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { takenBackLetter } from './letters'
import { lockApplication, requireUnderReview } from './lock-application'
import { outstandingOf } from './outstanding-of'

/**
 * Takes from a reviewer every plan of a round that they have not submitted, so that the next assignment gives them to
 * others (R6.3): what to do about a reviewer who is late. What they wrote is kept. Submitted reviews stay, and so do
 * plans that the actor has a conflict with, which somebody else takes back (R6.2).
 * The plans are those that the page named: if others wait by now, nothing is taken.
 * Refuses: thing.not-found, round.wrong-state, review.outstanding-changed.
 */
export const takeBackPlans = operation('review.take-back', {
  input: z.strictObject({
    roundId: Id,
    reviewerId: Id,
    assignmentIds: z.array(Id).min(1, 'There is nothing to take back.').max(500, 'Those are too many.'),
  }),
  async subject(tx, { roundId, reviewerId }, actor) {
    if (actor.kind !== 'person') return undefined
    const before = await outstandingOf(tx, actor, roundId, reviewerId)
    const locked = []
    for (const id of before.map(({ applicationId }) => applicationId).sort())
      locked.push(await lockApplication(tx, id, actor))
    // Once more under the locks: somebody may have submitted while we waited for them.
    const plans = await outstandingOf(tx, actor, roundId, reviewerId)
    const [reviewer] = await tx.select().from(users).where(eq(users.id, reviewerId))
    return before.length > 0 && reviewer ? { plans, reviewer, locked } : undefined
  },
  check({ input, subject: { plans, locked } }) {
    for (const plan of locked) if (plan) requireUnderReview(plan)
    const wanted = new Set(input.assignmentIds)
    const same = plans.length === wanted.size && plans.every(({ assignmentId }) => wanted.has(assignmentId))
    if (!same) throw refuse('review.outstanding-changed')
  },
  async run({ tx, at, input: { roundId, assignmentIds, reviewerId }, subject: { plans, reviewer } }) {
    await tx.update(assignments).set({ removedAt: at }).where(inArray(assignments.id, assignmentIds))
    return {
      result: { taken: plans.length },
      audit: {
        object: roundId,
        facts: { reviewerId, applications: plans.map(({ applicationId }) => applicationId) },
      },
      letters: [takenBackLetter(reviewer, plans.length, plans[0]!)],
    }
  },
})
