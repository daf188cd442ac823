import { z } from 'zod'
import { clarificationSuggestions } from '@/db/schema/clarifications'
import { requireUnderReview } from '@/domain/reviews/lock-application'
import { lockOwnReview } from '@/domain/reviews/lock-own-review'
import { readChairs } from '@/domain/reviews/read-chairs'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Id, Question } from './input'
import { suggestedLetters } from './letters'

/**
 * A reviewer's wish that the applicant be asked something (R5.3). The chair is told; they or an officer send it, in their
 * own words, or decline it; nobody learns whose wish it was.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.conflict-undeclared.
 */
export const suggestClarification = operation('clarification.suggest', {
  input: z.strictObject({ assignmentId: Id, question: Question }),
  subject: (tx, { assignmentId }, actor) => lockOwnReview(tx, assignmentId, actor),
  check({ subject }) {
    requireUnderReview(subject)
    if (!subject.review || subject.conflict !== 'none') throw refuse('review.conflict-undeclared')
  },
  async run({ tx, at, input, subject: { assignment, application, label, round } }) {
    const suggestionId = newId('sug', at)
    await tx.insert(clarificationSuggestions).values({
      id: suggestionId,
      applicationId: application.id,
      suggestedBy: assignment.reviewerId,
      question: input.question,
      suggestedAt: at,
    })
    return {
      result: { assignmentId: assignment.id },
      audit: { object: application.id, facts: { suggestionId } },
      letters: suggestedLetters(await readChairs(tx, application.id), {
        application,
        label,
        round,
        suggestionId,
      }),
    }
  },
})
