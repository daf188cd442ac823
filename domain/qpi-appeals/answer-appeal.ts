import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { qpiAppealAnswers, qpiAppeals, qpiRuns } from '@/db/schema/qpi'
import { monthWords } from '@/domain/qpi/months'
import { env } from '@/env'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'

/**
 * Answers a registrar’s appeal, once (R15.4). A score is corrected by a corrected file and a new computation, never by
 * hand. Refuses: thing.not-found, qpi-appeal.answered.
 */
export const answerAppeal = operation('qpi-appeal.answer', {
  input: z.strictObject({
    appealId: z.string().max(60),
    outcome: z.enum(['stands', 'to-be-corrected'], 'Choose what comes of it.'),
    answer: z
      .string()
      .trim()
      .min(20, 'Say why, with the figures it rests on.')
      .max(4000, 'Use at most 4,000 characters.'),
  }),
  async subject(tx, { appealId }) {
    const [appeal] = await tx
      .select({ id: qpiAppeals.id, ianaId: qpiAppeals.ianaId, period: qpiRuns.period, to: users.email })
      .from(qpiAppeals)
      .innerJoin(qpiRuns, eq(qpiRuns.id, qpiAppeals.runId))
      .innerJoin(users, eq(users.id, qpiAppeals.madeBy))
      .where(eq(qpiAppeals.id, appealId))
    const answered = await tx.select().from(qpiAppealAnswers).where(eq(qpiAppealAnswers.appealId, appealId))
    return appeal && { ...appeal, isAnswered: answered.length > 0 }
  },
  check({ subject: { isAnswered } }) {
    if (isAnswered) throw refuse('qpi-appeal.answered')
  },
  async run({ tx, actor, at, input, subject: { ianaId, period, to } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.insert(qpiAppealAnswers).values({ ...input, answeredBy: actor.userId, answeredAt: at })
    const { appealId, outcome, answer } = input
    const words =
      outcome === 'stands' ? 'The score stands.' : 'The score will be corrected and computed again.'
    return {
      result: { appealId },
      audit: { object: appealId, facts: { ianaId, outcome } },
      letters: [
        {
          to,
          subject: `Your appeal against the score of ${monthWords(period)}`,
          text: `${words}\n\n${answer}\n\nYour score, with every figure and where it comes from, is here:\n\n${env.PORTAL_URL}/registrar/qpi`,
          template: 'qpi-appeal-answered',
          effect: `qpi-appeal-answered ${appealId}`,
        },
      ],
    }
  },
})
