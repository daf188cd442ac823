import { eq, getTableColumns } from 'drizzle-orm'
import { z } from 'zod'
import { clarificationAnswers, clarifications } from '@/db/schema/clarifications'
import { lockOwnApplication, wrongState } from '@/domain/applications/lock-application'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { dueNow } from './due-now'
import { Answer, Id } from './input'
import { answeredLetters } from './letters'

/**
 * The applicant's answer to a question of the panel, once (R5.3). The plan stays as it was submitted; reviewers read the
 * answer beside it. What the server began to receive before the deadline counts, as with a submission (R5.6).
 * Refuses: thing.not-found, clarification.answered, application.wrong-state, round.wrong-state, clarification.closed.
 */
export const answerClarification = operation('clarification.answer', {
  input: z.strictObject({ clarificationId: Id, answer: Answer }),
  async subject(tx, { clarificationId }, actor) {
    const [clarification] = await tx
      .select({ ...getTableColumns(clarifications), dueAt: dueNow })
      .from(clarifications)
      .where(eq(clarifications.id, clarificationId))
    const own = clarification && (await lockOwnApplication(tx, clarification.applicationId, actor))
    if (!own) return undefined
    const given = await tx
      .select({ at: clarificationAnswers.answeredAt })
      .from(clarificationAnswers)
      .where(eq(clarificationAnswers.clarificationId, clarificationId))
    return { ...own, clarification, answered: given.length > 0 }
  },
  check({ receivedAt, subject: { application, round, clarification, answered } }) {
    if (answered) throw refuse('clarification.answered')
    if (application.state !== 'submitted') throw wrongState(application.state)
    if (!isUnderReview(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
    if (receivedAt >= clarification.dueAt)
      throw refuse('clarification.closed', { at: formatInstant(clarification.dueAt, round.zone) })
  },
  async run({ tx, actor, at, receivedAt, input, subject: { application, label, round, clarification } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { id: clarificationId } = clarification
    await tx.insert(clarificationAnswers).values({
      clarificationId,
      answer: input.answer,
      answeredBy: actor.userId,
      receivedAt,
      answeredAt: at,
    })
    return {
      result: { applicationId: application.id },
      audit: {
        object: application.id,
        facts: { clarificationId, planVersionId: clarification.planVersionId },
      },
      letters: await answeredLetters(tx, { application, label, round, clarification }),
    }
  },
})
