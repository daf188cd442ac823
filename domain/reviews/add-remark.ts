import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { assignments, panelRemarks, reviews } from '@/db/schema/reviews'
import type { Actor, Person } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { lockApplication, requireUnderReview } from './lock-application'
import { MOST_REASON } from './rules'

/**
 * Says something to the panel about a plan, or one criterion of it, after one's own review (R6.4, R6.6): its reviewers
 * and the chair. Nothing is changed or taken back; scores stay as they are.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.own-first, input.invalid.
 */
export const addRemark = operation('review.remark', {
  input: z.strictObject({
    applicationId: Id,
    criterion: Id.nullable(),
    text: z
      .string({ error: 'Write something.' })
      .trim()
      .min(1, 'Write something.')
      .max(MOST_REASON, 'Keep it to 4,000 characters.'),
  }),
  subject: (tx, { applicationId }, actor) => lockDiscussion(tx, applicationId, actor),
  check({ input, subject }) {
    requireUnderReview(subject)
    if (subject.own && subject.own.state !== 'submitted') throw refuse('review.own-first')
    if (input.criterion && !subject.round.settings.rubric.some(({ id }) => id === input.criterion))
      throw refuse('input.invalid', {}, { criterion: 'This round does not judge this.' })
  },
  async run({ tx, actor, at, input }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const id = newId('rem', at)
    await tx.insert(panelRemarks).values({ id, ...input, by: actor.userId, at })
    const { applicationId, criterion } = input
    return { result: { applicationId }, audit: { object: applicationId, facts: { remark: id, criterion } } }
  },
})

/** A plan the actor is on the panel of: as its reviewer, or in the chair. */
async function lockDiscussion(tx: Tx, applicationId: string, actor: Actor) {
  if (actor.kind !== 'person') return undefined
  const reviewed = await lockApplication(tx, applicationId, actor)
  const own = reviewed && (await ownReview(tx, applicationId, actor))
  if (!reviewed || (!own && !actor.roles.includes('panel-chair'))) return undefined
  return { ...reviewed, own }
}

/** The actor's assignment to the plan, and how far its review is; undefined when there is none. */
async function ownReview(tx: Tx, applicationId: string, actor: Person) {
  const [row] = await tx
    .select({ state: reviews.state })
    .from(assignments)
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.applicationId, applicationId),
        eq(assignments.reviewerId, actor.userId),
        isNull(assignments.removedAt),
      ),
    )
  return row
}
