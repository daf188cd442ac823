import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication } from '@/db/factories/applications'
import { makeApplicant, makeOrganisation, makePerson } from '@/db/factories/people'
import { makeRound, timetableAround } from '@/db/factories/rounds'
import { applications } from '@/db/schema/applications'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { readReferenceNumber } from './reference-number'
import { startApplication } from './start-application'

afterAll(closeDatabase)

async function openLot() {
  return (await makeRound({ state: 'applications' })).lots[0]!
}

describe('application.start', () => {
  test('starts a draft with a reference number', async () => {
    const lot = await openLot()
    const { organisation, person } = await makeApplicant()
    const answer = await startApplication(person, { lotId: lot.id, organisationId: organisation.id })
    if (!answer.ok) throw new Error(answer.error.message)
    expect(readReferenceNumber(answer.value.reference)).toBe(answer.value.reference)
    expect(answer.value.reference).toContain(`-${lot.label.toUpperCase()}-`)
    const [row] = await database()
      .select()
      .from(applications)
      .where(eq(applications.id, answer.value.applicationId))
    expect(row).toMatchObject({ state: 'draft', lotId: lot.id, organisationId: organisation.id })
  })

  test('is one per organisation and name, also when two tabs start at once', async () => {
    const lot = await openLot()
    const { organisation, person } = await makeApplicant()
    const input = { lotId: lot.id, organisationId: organisation.id }
    const answers = await Promise.all([startApplication(person, input), startApplication(person, input)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'application.exists' } })
    const again = await startApplication(person, input)
    expect(again).toMatchObject({
      error: { message: `Your organisation has an application for ${lot.label}.org already.` },
    })
  })

  test('takes a withdrawn application up again under its reference', async () => {
    const made = await makeApplication({ state: 'withdrawn' })
    const answer = await startApplication(made.person, {
      lotId: made.lotId,
      organisationId: made.organisation.id,
    })
    expect(answer).toMatchObject({
      ok: true,
      value: { applicationId: made.id, reference: made.reference },
    })
  })

  test('refuses the role', async () => {
    const lot = await openLot()
    const organisation = await makeOrganisation()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    const input = { lotId: lot.id, organisationId: organisation.id }
    expect(await startApplication(bidder, input)).toMatchObject({ error: { code: 'access.denied' } })
    expect(await startApplication(anyone, input)).toMatchObject({ error: { code: 'access.signed-out' } })
  })

  test('refuses people of the programme in a live round (R4.3)', async () => {
    const lot = await openLot()
    const organisation = await makeOrganisation()
    const reviewer = await makePerson({
      roles: ['reviewer'],
      member: { organisationId: organisation.id, roles: ['owner'] },
    })
    expect(
      await startApplication(reviewer, { lotId: lot.id, organisationId: organisation.id }),
    ).toMatchObject({ error: { code: 'role.conflicts-with-applicant' } })
  })

  test('refuses the stranger, and lots that do not exist for anyone', async () => {
    const lot = await openLot()
    const { person } = await makeApplicant()
    const other = await makeOrganisation()
    const draft = (await makeRound({ state: 'draft' })).lots[0]!
    const own = person.memberships[0]!.organisationId
    for (const input of [
      { lotId: lot.id, organisationId: other.id },
      { lotId: draft.id, organisationId: own },
      { lotId: 'lot_0', organisationId: own },
    ])
      expect(await startApplication(person, input)).toMatchObject({ error: { code: 'thing.not-found' } })
  })

  test.each(['approved', 'review', 'suspended'] as const)('refuses the moment: %s', async (state) => {
    const lot = (await makeRound({ state })).lots[0]!
    const { organisation, person } = await makeApplicant()
    const answer = await startApplication(person, { lotId: lot.id, organisationId: organisation.id })
    expect(answer).toMatchObject({ ok: false, error: { status: 409 } })
  })

  test('refuses from the closing instant on, even before the scheduler moved the round', async () => {
    const timetable = { ...timetableAround('applications'), applicationsCloseAt: processNow() }
    const lot = (await makeRound({ state: 'applications', timetable })).lots[0]!
    const { organisation, person } = await makeApplicant()
    const answer = await startApplication(person, { lotId: lot.id, organisationId: organisation.id })
    expect(answer).toMatchObject({ error: { code: 'application.closed' } })
  })
})
