import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound, timetableAround } from '@/db/factories/rounds'
import { processNow } from '@/lib/clock'
import { askQuestion } from './ask-question'
import { publishedQuestions, questionsForApplicant } from './queries'

afterAll(closeDatabase)

const question = 'May the name point to a page in another language?'

describe('question.ask', () => {
  test('asks; nothing is published until it is answered', async () => {
    const { roundId, person } = await makeApplication()
    expect(await askQuestion(person, { roundId, question })).toMatchObject({ ok: true })
    expect(await publishedQuestions(database(), roundId)).toEqual([])
    expect((await questionsForApplicant(person, { roundId }))?.waiting).toMatchObject([{ question }])
  })

  test('shows a waiting question to its own organisation only', async () => {
    const lotId = (await makeRound({ state: 'applications' })).lots[0]!.id
    const [asker, rival] = [await makeApplication({ lotId }), await makeApplication({ lotId })]
    await askQuestion(asker.person, { roundId: asker.roundId, question })
    expect((await questionsForApplicant(rival.person, { roundId: asker.roundId }))?.waiting).toEqual([])
  })

  test('refuses the role', async () => {
    const { roundId, organisation } = await makeApplication()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    expect(await askQuestion(bidder, { roundId, question })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger: who does not apply in the round', async () => {
    const { roundId } = await makeApplication()
    const { person } = await makeApplicant()
    expect(await askQuestion(person, { roundId, question })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: from the question deadline on', async () => {
    const timetable = { ...timetableAround('applications'), questionsCloseAt: processNow() }
    const lotId = (await makeRound({ state: 'applications', timetable })).lots[0]!.id
    const { roundId, person } = await makeApplication({ lotId })
    expect(await askQuestion(person, { roundId, question })).toMatchObject({
      error: { code: 'round.questions-closed', status: 409 },
    })
  })
})
