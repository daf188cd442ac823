import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { questions, rounds } from '@/db/schema/rounds'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'

/**
 * Answers a question and publishes both to all, without the asker's name (R5.5). The officer may reword the question so
 * that it names nobody. A published answer is not changed; a new question corrects it.
 * Refuses: thing.not-found, round.wrong-state, question.answered.
 */
export const answerQuestion = operation('question.answer', {
  input: z.strictObject({
    questionId: z.string().max(60),
    publishedQuestion: z
      .string()
      .trim()
      .min(10, 'Give the question as it is published.')
      .max(2000, 'Use at most 2,000 characters.'),
    answer: z.string().trim().min(2, 'Write the answer.').max(5000, 'Use at most 5,000 characters.'),
  }),
  async subject(tx, { questionId }) {
    const [found] = await tx
      .select({ question: questions, round: rounds })
      .from(questions)
      .innerJoin(rounds, eq(rounds.id, questions.roundId))
      .where(eq(questions.id, questionId))
      .for('update', { of: questions })
    return found
  },
  check({ subject: { question, round } }) {
    if (question.answeredAt) throw refuse('question.answered')
    if (round.state === 'final' || round.state === 'cancelled')
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
  },
  async run({ tx, at, input, subject: { question, round } }) {
    await tx
      .update(questions)
      .set({ publishedQuestion: input.publishedQuestion, answer: input.answer, answeredAt: at })
      .where(eq(questions.id, question.id))
    return {
      result: { questionId: question.id },
      audit: { object: round.id, facts: { questionId: question.id } },
      announce: [topics.round(round.id)],
    }
  },
})
