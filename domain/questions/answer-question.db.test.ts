import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { questions, rounds } from '@/db/schema/rounds'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { answerQuestion } from './answer-question'
import { publishedQuestions } from './queries'

afterAll(closeDatabase)

async function makeQuestion() {
  const made = await makeApplication()
  const questionId = newId('qst')
  await database()
    .insert(questions)
    .values({
      id: questionId,
      roundId: made.roundId,
      organisationId: made.organisation.id,
      askedBy: made.person.userId,
      question: `We at ${made.organisation.legalName} wonder about dates.`,
      askedAt: processNow(),
    })
  return {
    ...made,
    input: {
      questionId,
      publishedQuestion: 'May dates be moved after the award?',
      answer: 'Only with the sale of the organisation (R12.3).',
    },
  }
}

describe('question.answer', () => {
  test('publishes question and answer without the asker (R5.5)', async () => {
    const { roundId, organisation, input } = await makeQuestion()
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await answerQuestion(officer, input)).toMatchObject({ ok: true })
    const published = await publishedQuestions(database(), roundId)
    expect(published).toMatchObject([{ question: input.publishedQuestion, answer: input.answer }])
    expect(JSON.stringify(published)).not.toContain(organisation.legalName)
    expect(await answerQuestion(officer, input)).toMatchObject({ error: { code: 'question.answered' } })
  })

  test('refuses the role', async () => {
    const { person, input } = await makeQuestion()
    for (const actor of [person, await makePerson({ roles: ['auditor'] })])
      expect(await answerQuestion(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: a question that does not exist', async () => {
    const { input } = await makeQuestion()
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await answerQuestion(officer, { ...input, questionId: 'qst_0' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: once the round is over', async () => {
    const { roundId, input } = await makeQuestion()
    await database().update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, roundId))
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await answerQuestion(officer, input)).toMatchObject({ error: { code: 'round.wrong-state' } })
  })
})
