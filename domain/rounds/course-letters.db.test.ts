import { and, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { mailOutbox } from '@/db/schema/system'
import { cancelRound } from './cancel-round'
import { extendRound } from './extend-round'
import { resumeRound } from './resume-round'
import { suspendRound } from './suspend-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Two registrars report slow sign-in.'

test('applicants are told by letter when their round stops, goes on, gets longer or ends', async () => {
  const round = await makeRound({ state: 'applications', labels: 2 })
  const inIt = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  const elsewhere = await makeSubmittedApplication()
  const roundId = round.id
  const approved = async (asked: Parameters<typeof approve>[0]) =>
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
  await approved(await suspendRound(await officer(), { roundId, reason }))
  await approved(await resumeRound(await officer(), { roundId, reason }))
  await approved(await extendRound(await officer(), { roundId, period: 'applications', minutes: 60, reason }))
  await approved(await cancelRound(await officer(), { roundId, reason }))
  const lettersTo = (email: string) =>
    database()
      .select({ subject: mailOutbox.subject, text: mailOutbox.text })
      .from(mailOutbox)
      .where(and(eq(mailOutbox.to, email), eq(mailOutbox.template, 'round-course')))
      .orderBy(mailOutbox.id)
  const letters = await lettersTo(inIt.person.email)
  expect(letters.map(({ subject }) => subject.replace(/^.*: /, ''))).toEqual([
    'it is suspended',
    'it goes on',
    'it is extended',
    'it is cancelled',
  ])
  for (const { text } of letters) expect(text).toContain(reason)
  expect(await lettersTo(elsewhere.person.email)).toEqual([])
})
