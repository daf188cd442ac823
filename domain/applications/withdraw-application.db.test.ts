import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeSubmittedApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { applications, planVersions } from '@/db/schema/applications'
import { withdrawApplication } from './withdraw-application'

afterAll(closeDatabase)

describe('application.withdraw', () => {
  test('withdraws and keeps the history', async () => {
    const { id: applicationId, person } = await makeSubmittedApplication()
    expect(await withdrawApplication(person, { applicationId })).toMatchObject({ ok: true })
    const [row] = await database().select().from(applications).where(eq(applications.id, applicationId))
    expect(row?.state).toBe('withdrawn')
    const versions = await database()
      .select()
      .from(planVersions)
      .where(eq(planVersions.applicationId, applicationId))
    expect(versions).toHaveLength(1)
    expect(await withdrawApplication(person, { applicationId })).toMatchObject({
      error: { code: 'application.wrong-state' },
    })
  })

  test('refuses the role: an editor does not withdraw', async () => {
    const { id: applicationId, organisation } = await makeApplication()
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    expect(await withdrawApplication(editor, { applicationId })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger', async () => {
    const { id: applicationId } = await makeApplication()
    const { person } = await makeApplicant()
    expect(await withdrawApplication(person, { applicationId })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: once bidding has opened', async () => {
    const lotId = (await makeRound({ state: 'bidding' })).lots[0]!.id
    const { id: applicationId, person } = await makeSubmittedApplication({ lotId })
    expect(await withdrawApplication(person, { applicationId })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
