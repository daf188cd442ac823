import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { clarificationSuggestions, clarifications, declinedSuggestions } from '@/db/schema/clarifications'
import {
  lockApplication,
  type ReviewedApplication,
  requireUnderReview,
} from '@/domain/reviews/lock-application'
import { LocalTimeInput } from '@/domain/rounds/input'
import { type LocalTime, readInstant } from '@/domain/rounds/read-timetable'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { Id, Question } from './input'
import { askedLetters } from './letters'

/**
 * Asks an applicant about the current version of its plan, to be answered before an instant that is typed in the
 * round's zone (R5.3). `suggestionId` names the reviewer's wish it comes from; each is sent once, or declined.
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, clarification.asked,
 * clarification.declined, and input.invalid for a deadline that is past or later than the results of the review.
 */
export const askClarification = operation('clarification.ask', {
  input: z.strictObject({
    applicationId: Id,
    question: Question,
    due: LocalTimeInput,
    suggestionId: Id.nullable(),
  }),
  async subject(tx, { applicationId, suggestionId }, actor) {
    const reviewed = await lockApplication(tx, applicationId, actor)
    if (!reviewed || (suggestionId && !(await isSuggested(tx, applicationId, suggestionId)))) return undefined
    return reviewed
  },
  async check({ tx, subject, input, at }) {
    requireUnderReview(subject)
    if (input.suggestionId && (await isDeclined(tx, input.suggestionId)))
      throw refuse('clarification.declined')
    deadline(subject, input.due, at)
  },
  async run({ tx, actor, at, input, subject }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { application, round, label } = subject
    const { question, suggestionId } = input
    const dueAt = deadline(subject, input.due, at)
    const asked = { id: newId('cla', at), question, dueAt }
    await tx.insert(clarifications).values({
      ...asked,
      applicationId: application.id,
      planVersionId: application.currentVersionId!,
      suggestionId,
      askedBy: actor.userId,
      askedAt: at,
    })
    return {
      result: { applicationId: application.id },
      audit: { object: application.id, facts: { clarificationId: asked.id, dueAt } },
      letters: await askedLetters(tx, { application, round, label, asked }),
    }
  },
})

async function isSuggested(tx: Tx, applicationId: string, id: string): Promise<boolean> {
  const { id: key, applicationId: of } = clarificationSuggestions
  const rows = await tx
    .select({ key })
    .from(clarificationSuggestions)
    .where(and(eq(key, id), eq(of, applicationId)))
  return rows.length > 0
}

async function isDeclined(tx: Tx, suggestionId: string): Promise<boolean> {
  const declined = eq(declinedSuggestions.suggestionId, suggestionId)
  return (await tx.select().from(declinedSuggestions).where(declined)).length > 0
}

/** The typed deadline as an instant: ahead, and not after the results of the review. */
function deadline({ round }: ReviewedApplication, due: LocalTime, at: Date): Date {
  const dueAt = readInstant(due, round.zone)
  if (!(dueAt instanceof Date)) throw refuse('input.invalid', {}, { [`due.${dueAt.field}`]: dueAt.message })
  const local = (message: string) => refuse('input.invalid', {}, { 'due.local': message })
  if (dueAt <= at) throw local('Choose a time that lies ahead.')
  if (dueAt > round.reviewResultsAt)
    throw local(
      `Choose a time before the results of the review, ${formatInstant(round.reviewResultsAt, round.zone)}.`,
    )
  return dueAt
}
