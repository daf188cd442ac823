import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { mailOutbox } from '@/db/schema/system'
import { assignCase } from './assign-case'
import { caseForOfficers } from './queries'
import { replyByLink } from './reply-by-link'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })

test('the officer who has a case is told, and from then on hears of it alone', async () => {
  const [one, other, { id, key }] = [await officer(), await officer(), await makeCase()]
  expect(await assignCase(one, { caseId: id, userId: other.userId })).toMatchObject({ ok: true })
  expect(await caseForOfficers(one, { caseId: id })).toMatchObject({ assignee: other.name })
  await replyByLink({ kind: 'anyone' }, { key, text: 'We have found another page.' })
  const to = async (email: string) =>
    (await database().select().from(mailOutbox).where(eq(mailOutbox.to, email))).length
  expect([await to(one.email), await to(other.email)]).toEqual([0, 2])
})

test('refuses the role', async () => {
  const { id } = await makeCase()
  for (const role of ['auditor', 'finance-officer', 'administrator'] as const) {
    const person = await makePerson({ roles: [role] })
    expect(await assignCase(person, { caseId: id, userId: person.userId })).toMatchObject(
      refusal('access.denied'),
    )
  }
  const reader = await makePerson({ roles: ['reviewer'] })
  expect(await assignCase(await officer(), { caseId: id, userId: reader.userId })).toMatchObject({
    error: { code: 'input.invalid', fields: { userId: expect.any(String) } },
  })
})

test('refuses the stranger: a report that is not confirmed exists for nobody', async () => {
  const [one, { id }] = [await officer(), await makeCase({ confirmed: false })]
  expect(await assignCase(one, { caseId: id, userId: one.userId })).toMatchObject(refusal('thing.not-found'))
  expect(await caseForOfficers(one, { caseId: id })).toBeUndefined()
})

test('refuses the moment: a case that is decided', async () => {
  const one = await officer()
  const { id } = await makeCase({
    change: {
      state: 'decided',
      finding: 'not-established',
      action: 'none',
      findingReason: 'Trial',
      decidedAt: new Date(0),
    },
  })
  expect(await assignCase(one, { caseId: id, userId: one.userId })).toMatchObject(refusal('case.decided'))
})
