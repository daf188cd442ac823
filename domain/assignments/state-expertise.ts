import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reviewerExpertise } from '@/db/schema/reviews'
import { operation } from '@/lib/operation'
import { type Field, fieldIds } from './rules'

/** A reviewer says how much they know of each field, from 0 to 3; it counts in the next computed assignment (R6.3). */
export const stateExpertise = operation('review.state-expertise', {
  input: z.strictObject({
    levels: z.partialRecord(
      z.enum(fieldIds as [Field, ...Field[]]),
      z.number({ error: 'Choose how much you know.' }).int().min(0).max(3),
    ),
  }),
  subject: async (_tx, _input, actor) => (actor.kind === 'person' ? actor : undefined),
  async run({ tx, input: { levels }, subject: { userId, pseudonym } }) {
    await tx.delete(reviewerExpertise).where(eq(reviewerExpertise.reviewerId, userId))
    const stated = Object.entries(levels)
      .filter(([, level]) => level > 0)
      .map(([field, level]) => ({ reviewerId: userId, field, level }))
    if (stated.length > 0) await tx.insert(reviewerExpertise).values(stated)
    return { result: { stated: stated.length }, audit: { object: pseudonym, facts: { levels } } }
  },
})
