import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '@/db/schema/applications'
import { questions, rounds } from '@/db/schema/rounds'
import { actsFor, requireAccepting } from '@/domain/applications/lock-application'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'

/**
 * Asks the programme a question about a round (R5.5). The answer is published to all without the asker's name.
 * Refuses: thing.not-found, application.not-open, application.closed, round.questions-closed.
 */
export const askQuestion = operation('question.ask', {
  input: z.strictObject({
    roundId: z.string().max(60),
    question: z
      .string()
      .trim()
      .min(10, 'Ask your question in a sentence of at least 10 characters.')
      .max(2000, 'Use at most 2,000 characters.'),
  }),
  async subject(tx, { roundId }, actor) {
    const [found] = await tx
      .select({ round: rounds, organisationId: applications.organisationId })
      .from(applications)
      .innerJoin(rounds, eq(rounds.id, applications.roundId))
      .where(
        and(
          eq(rounds.id, roundId),
          notInArray(applications.state, ['withdrawn']),
          inArray(applications.organisationId, actsFor(actor, ['owner', 'editor'])),
        ),
      )
      .orderBy(applications.createdAt)
      .limit(1)
      .for('share', { of: rounds })
    return found
  },
  check({ subject: { round }, at }) {
    requireAccepting(round, at)
    if (at >= round.questionsCloseAt)
      throw refuse('round.questions-closed', { at: formatInstant(round.questionsCloseAt, 'UTC') })
  },
  async run({ tx, actor, at, input, subject: { round, organisationId } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const questionId = newId('qst', at)
    await tx.insert(questions).values({
      id: questionId,
      roundId: round.id,
      organisationId,
      askedBy: actor.userId,
      question: input.question,
      askedAt: at,
    })
    return { result: { questionId }, audit: { object: round.id, facts: { questionId } } }
  },
})
