import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { clarificationSuggestions, declinedSuggestions } from '@/db/schema/clarifications'
import {
  assignments,
  calibrationAnswers,
  type DraftScore,
  panelRemarks,
  reviewerExpertise,
  reviewerPosts,
  reviewScores,
  reviews,
} from '@/db/schema/reviews'

/** Passages are the applicant's words, and a plan may have closed to the reviewer since (R6.2). */
const withoutPassages = ({ citations: _theirs, ...own }: DraftScore) => own

/** What a reviewer wrote: sheets and scores, what they know, said, wished for, and gave the calibration plans. */
export async function reviewWorkOf(db: Reader, userId: string) {
  const { applicationId } = assignments
  const { criterion, value, notApplicable, reason } = reviewScores
  const { field, level } = reviewerExpertise
  const { question, suggestedAt } = clarificationSuggestions
  return {
    reviews: (
      await db
        .select({
          applicationId,
          state: reviews.state,
          sheet: reviews.draft,
          submittedAt: reviews.submittedAt,
        })
        .from(reviews)
        .innerJoin(assignments, eq(assignments.id, reviews.assignmentId))
        .where(eq(assignments.reviewerId, userId))
    ).map((review) => ({ ...review, sheet: review.sheet.map(withoutPassages) })),
    scoresSubmitted: await db
      .select({ applicationId, criterion, value, notApplicable, reason })
      .from(reviewScores)
      .innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
      .innerJoin(assignments, eq(assignments.id, reviews.assignmentId))
      .where(eq(assignments.reviewerId, userId)),
    expertise: await db
      .select({ field, level })
      .from(reviewerExpertise)
      .where(eq(reviewerExpertise.reviewerId, userId)),
    posts: (await db.select().from(reviewerPosts).where(eq(reviewerPosts.reviewerId, userId))).map(
      ({ organisation }) => organisation,
    ),
    remarks: await db
      .select({
        applicationId: panelRemarks.applicationId,
        criterion: panelRemarks.criterion,
        text: panelRemarks.text,
        at: panelRemarks.at,
      })
      .from(panelRemarks)
      .where(eq(panelRemarks.by, userId)),
    questionsSuggested: await db
      .select({ question, suggestedAt, declined: declinedSuggestions.reason })
      .from(clarificationSuggestions)
      .leftJoin(declinedSuggestions, eq(declinedSuggestions.suggestionId, clarificationSuggestions.id))
      .where(eq(clarificationSuggestions.suggestedBy, userId)),
    calibrations: await db
      .select({
        roundId: calibrationAnswers.roundId,
        plan: calibrationAnswers.plan,
        sheet: calibrationAnswers.sheet,
        at: calibrationAnswers.at,
      })
      .from(calibrationAnswers)
      .where(eq(calibrationAnswers.reviewerId, userId)),
  }
}
