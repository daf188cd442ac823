import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { decisions, reconsiderations } from '@/db/schema/reviews'
import { lockOwnApplication } from '@/domain/applications/lock-application'
import { Id } from '@/domain/reviews/input'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { requestedLetters } from './letters'
import { askUntil, canBeReconsidered } from './rules'

/**
 * Asks once that two other people decide again on an application that was shut out (R6.7).
 * Refuses: thing.not-found, reconsideration.nothing, reconsideration.asked, reconsideration.too-late.
 */
export const requestReconsideration = operation('reconsideration.request', {
  input: z.strictObject({
    applicationId: Id,
    grounds: z
      .string({ error: 'Say why.' })
      .trim()
      .min(20, 'Say why in a sentence or two.')
      .max(4000, 'Keep it to 4,000 characters.'),
  }),
  subject: (tx, { applicationId }, actor) => lockDecided(tx, applicationId, actor),
  check({ at, subject: { decision, asked, round } }) {
    if (!decision?.releasedAt || !canBeReconsidered(decision.outcome)) throw refuse('reconsideration.nothing')
    if (asked) throw refuse('reconsideration.asked')
    const until = askUntil(decision.releasedAt)
    if (at >= until) throw refuse('reconsideration.too-late', { until: formatInstant(until, round.zone) })
  },
  async run({ tx, actor, at, input, subject: { application, label, decision } }) {
    if (actor.kind !== 'person' || !decision) throw refuse('access.denied')
    await tx.insert(reconsiderations).values({
      ...input,
      before: decision.outcome,
      requestedBy: actor.userId,
      requestedAt: at,
    })
    return {
      result: { applicationId: application.id },
      audit: { object: application.id },
      letters: await requestedLetters(tx, application, label, decision),
    }
  },
})

async function lockDecided(tx: Tx, applicationId: string, actor: Actor) {
  const own = await lockOwnApplication(tx, applicationId, actor, ['owner'])
  if (own?.application.state !== 'submitted') return undefined
  const [decision] = await tx.select().from(decisions).where(eq(decisions.applicationId, applicationId))
  const [asked] = await tx
    .select()
    .from(reconsiderations)
    .where(eq(reconsiderations.applicationId, applicationId))
  return { ...own, decision, asked }
}
