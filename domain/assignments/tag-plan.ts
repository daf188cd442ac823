import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { planFields } from '@/db/schema/reviews'
import { Id } from '@/domain/reviews/input'
import { lockApplication, requireUnderReview } from '@/domain/reviews/lock-application'
import { operation } from '@/lib/operation'
import { type Field, fieldIds } from './rules'

/**
 * Says which fields of work a plan is about, so that those who know them read it (R6.3).
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed.
 */
export const tagPlan = operation('review.tag-plan', {
  input: z.strictObject({
    applicationId: Id,
    fields: z
      .array(z.enum(fieldIds as [Field, ...Field[]], 'Choose fields of the list.'))
      .max(3, 'Choose at most three: the ones it is mostly about.'),
  }),
  subject: (tx, { applicationId }, actor) => lockApplication(tx, applicationId, actor),
  check: ({ subject }) => requireUnderReview(subject),
  async run({ tx, input: { applicationId, fields } }) {
    await tx.delete(planFields).where(eq(planFields.applicationId, applicationId))
    if (fields.length > 0)
      await tx.insert(planFields).values([...new Set(fields)].map((field) => ({ applicationId, field })))
    return { result: { applicationId }, audit: { object: applicationId, facts: { fields } } }
  },
})
