import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { lockApplication, requireUnderReview } from './lock-application'
import { placeAssignment } from './place-assignment'
import { readReviewers } from './read-reviewers'

/**
 * Gives a plan to a reviewer. Who has declared a conflict, acts for the applicant, or can read
 * the scores of others (R6.4) cannot be assigned; likely
 * conflicts are noted, and the reviewer is asked before seeing the plan (R6.2).
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, reviewer.not-a-reviewer,
 * reviewer.conflicted, reviewer.has-seen, reviewer.assigned.
 */
export const assignReviewer = operation('review.assign', {
  input: z.strictObject({ applicationId: Id, reviewerId: Id }),
  subject: (tx, { applicationId }, actor) => lockApplication(tx, applicationId, actor),
  check: ({ subject }) => requireUnderReview(subject),
  async run({ tx, at, input: { applicationId, reviewerId }, subject: { application, round } }) {
    const [reviewer] = await readReviewers(tx, reviewerId)
    if (!reviewer) throw refuse('reviewer.not-a-reviewer')
    const placed = await placeAssignment(tx, at, round, application, reviewer)
    const { assignmentId, detected } = placed
    return {
      result: { assignmentId },
      audit: { object: applicationId, facts: { assignmentId, reviewerId, detected } },
      letters: [placed.letter],
    }
  },
})
