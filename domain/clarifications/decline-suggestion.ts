import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { clarificationSuggestions, clarifications, declinedSuggestions } from '@/db/schema/clarifications'
import { lockApplication, requireUnderReview } from '@/domain/reviews/lock-application'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'

/**
 * Decides that a reviewer's wish is not sent to the applicant, once, with a reason that its reviewer reads (R5.3).
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, clarification.asked,
 * clarification.declined.
 */
export const declineSuggestion = operation('clarification.decline-suggestion', {
  input: z.strictObject({
    suggestionId: Id,
    reason: z
      .string({ error: 'Say why it is not asked.' })
      .trim()
      .min(5, 'Say why it is not asked.')
      .max(1000, 'Use at most 1,000 characters.'),
  }),
  subject: (tx, { suggestionId }, actor) => lockSuggested(tx, suggestionId, actor),
  check({ subject }) {
    requireUnderReview(subject)
    if (subject.asked) throw refuse('clarification.asked')
  },
  async run({ tx, actor, at, input: { suggestionId, reason }, subject: { application } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx
      .insert(declinedSuggestions)
      .values({ suggestionId, reason, declinedBy: actor.userId, declinedAt: at })
    return {
      result: { applicationId: application.id },
      audit: { object: application.id, facts: { suggestionId } },
    }
  },
})

/** The plan of the wish, locked as for asking; whether it was sent is read under that lock. */
async function lockSuggested(tx: Tx, suggestionId: string, actor: Actor) {
  const [found] = await tx
    .select()
    .from(clarificationSuggestions)
    .where(eq(clarificationSuggestions.id, suggestionId))
  const reviewed = found && (await lockApplication(tx, found.applicationId, actor))
  if (!reviewed) return undefined
  const asked = await tx.select().from(clarifications).where(eq(clarifications.suggestionId, suggestionId))
  return { ...reviewed, asked: asked.length > 0 }
}
