import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeRegistrar } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { applications, registrars, sponsorships } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { mailOutbox } from '@/db/schema/system'
import { setContact } from '@/domain/registrars/set-contact'
import { newId } from '@/lib/ids'
import { requestSponsorship } from './request-sponsorship'
import { MOST_REQUESTS_A_DAY } from './rules'

afterAll(closeDatabase)

async function requests(applicationId: string) {
  return database()
    .select()
    .from(sponsorships)
    .where(eq(sponsorships.applicationId, applicationId))
    .orderBy(sponsorships.requestedAt)
}

async function makeAsking(contactEmail?: string) {
  const made = await makeApplication({ sponsorship: 'none' })
  const registrar = await makeRegistrar({ contactEmail })
  await database()
    .update(applications)
    .set({ registrarIanaId: registrar.ianaId })
    .where(eq(applications.id, made.id))
  return { ...made, registrarIanaId: registrar.ianaId }
}

describe('sponsorship.request', () => {
  test('mails the registrar a link and stores only its hash', async () => {
    const contact = `${newId('desk').slice(5)}@registrar.example`
    const { id: applicationId, person, label } = await makeAsking(contact)
    const answer = await requestSponsorship(person, { applicationId, contactEmail: 'friend@other.example' })
    expect(answer).toMatchObject({ ok: true })
    const [letter] = await database().select().from(mailOutbox).where(eq(mailOutbox.to, contact))
    expect(letter?.subject).toContain(`${label}.org`)
    const token = /sponsorship\/([\w-]{43})\b/.exec(letter?.text ?? '')?.[1]
    expect(token).toBeDefined()
    const [row] = await requests(applicationId)
    expect(row).toMatchObject({ state: 'requested', contactEmail: contact })
    expect(row?.tokenHash).not.toContain(token)
  })

  test('asks for an address where the programme has no contact, and supersedes the earlier request', async () => {
    const { id: applicationId, person } = await makeAsking()
    expect(await requestSponsorship(person, { applicationId })).toMatchObject({
      error: { code: 'input.invalid', fields: { contactEmail: expect.any(String) } },
    })
    expect(await requestSponsorship(person, { applicationId, contactEmail: 'a@b@c' })).toMatchObject({
      error: { code: 'input.invalid' },
    })
    for (const contactEmail of ['one@registrar.example', 'two@registrar.example'])
      expect(await requestSponsorship(person, { applicationId, contactEmail })).toMatchObject({ ok: true })
    expect((await requests(applicationId)).map(({ state }) => state)).toEqual(['superseded', 'requested'])
  })

  test('takes no address of the applicant’s own house, unless the programme itself entered it', async () => {
    const { id: applicationId, person, organisation, registrarIanaId } = await makeAsking()
    await database()
      .update(organisations)
      .set({ website: 'https://www.weirs.example/', publicContact: 'hello@mail.example.net' })
      .where(eq(organisations.id, organisation.id))
    for (const contactEmail of [
      `friend@${person.email.split('@')[1]}`,
      'desk@weirs.example',
      'desk@names.weirs.example',
      'desk@example.net',
    ])
      expect(await requestSponsorship(person, { applicationId, contactEmail })).toMatchObject({
        error: { code: 'sponsorship.own-address', fields: { contactEmail: expect.any(String) } },
      })
    expect(await requests(applicationId)).toEqual([])
    const officer = await makePerson({ roles: ['programme-officer'] })
    await setContact(officer, { ianaId: registrarIanaId, contactEmail: 'desk@weirs.example' })
    expect(await requestSponsorship(person, { applicationId })).toMatchObject({ ok: true })
  })

  test('stops after a few letters a day', async () => {
    const { id: applicationId, person } = await makeAsking('desk@registrar.example')
    for (let i = 0; i < MOST_REQUESTS_A_DAY; i++) await requestSponsorship(person, { applicationId })
    expect(await requestSponsorship(person, { applicationId })).toMatchObject({
      error: { code: 'request.too-many', status: 429 },
    })
  })

  test('does not ask again what was confirmed, nor a registrar that lost its accreditation', async () => {
    const confirmed = await makeApplication()
    expect(
      await requestSponsorship(confirmed.person, {
        applicationId: confirmed.id,
        contactEmail: 'desk@registrar.example',
      }),
    ).toMatchObject({ error: { code: 'sponsorship.decided' } })
    const lost = await makeAsking('desk@registrar.example')
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, lost.registrarIanaId))
    expect(await requestSponsorship(lost.person, { applicationId: lost.id })).toMatchObject({
      error: { code: 'registrar.not-accredited' },
    })
  })

  test('refuses the role', async () => {
    const { id: applicationId, organisation } = await makeAsking('desk@registrar.example')
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    expect(await requestSponsorship(bidder, { applicationId })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger', async () => {
    const { id: applicationId } = await makeAsking('desk@registrar.example')
    const { person } = await makeApplicant()
    expect(await requestSponsorship(person, { applicationId })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment', async () => {
    const lotId = (await makeRound({ state: 'qualified' })).lots[0]!.id
    const { id: applicationId, person } = await makeApplication({ lotId, sponsorship: 'requested' })
    expect(await requestSponsorship(person, { applicationId })).toMatchObject({
      error: { code: 'application.closed' },
    })
  })
})
