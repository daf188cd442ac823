import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reviewerPosts } from '@/db/schema/reviews'
import { operation } from '@/lib/operation'

const MOST = 30

/**
 * A reviewer says where they work, sit on a board or worked in the last five years, anew each time: one more sign by which
 * conflicts of interest are looked for (R6.2). Only the panel and the programme see what it matched.
 */
export const statePosts = operation('review.state-posts', {
  input: z.strictObject({
    organisations: z
      .array(
        z.string().trim().min(2, 'Write each name in full.').max(200, 'Keep each name to 200 characters.'),
      )
      .max(MOST, `Write at most ${MOST} names.`),
  }),
  subject: async (_tx, _input, actor) => (actor.kind === 'person' ? actor : undefined),
  async run({ tx, input: { organisations }, subject: { userId, pseudonym } }) {
    await tx.delete(reviewerPosts).where(eq(reviewerPosts.reviewerId, userId))
    const stated = [...new Set(organisations)].map((organisation) => ({ reviewerId: userId, organisation }))
    if (stated.length > 0) await tx.insert(reviewerPosts).values(stated)
    return {
      result: { stated: stated.length },
      audit: { object: pseudonym, facts: { stated: stated.length } },
    }
  },
})
