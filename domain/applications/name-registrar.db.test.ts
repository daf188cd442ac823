import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeRegistrar } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { applications, sponsorships } from '@/db/schema/applications'
import { nameRegistrar } from './name-registrar'

afterAll(closeDatabase)

describe('application.name-registrar', () => {
  test('names an accredited registrar', async () => {
    const { id: applicationId, person } = await makeApplication({ sponsorship: 'none' })
    const { ianaId: registrarIanaId } = await makeRegistrar()
    expect(await nameRegistrar(person, { applicationId, registrarIanaId })).toMatchObject({ ok: true })
    const [row] = await database().select().from(applications).where(eq(applications.id, applicationId))
    expect(row?.registrarIanaId).toBe(registrarIanaId)
  })

  test.each(['confirmed', 'requested'] as const)('ends what another was asked: %s', async (sponsorship) => {
    const { id: applicationId, person } = await makeApplication({ sponsorship })
    const { ianaId: registrarIanaId } = await makeRegistrar()
    await nameRegistrar(person, { applicationId, registrarIanaId })
    const rows = await database()
      .select()
      .from(sponsorships)
      .where(eq(sponsorships.applicationId, applicationId))
    expect(rows.map(({ state }) => state)).toEqual(['superseded'])
  })

  test('keeps the confirmation when the same registrar is named again', async () => {
    const { id: applicationId, person, registrarIanaId } = await makeApplication()
    await nameRegistrar(person, { applicationId, registrarIanaId })
    const [row] = await database()
      .select()
      .from(sponsorships)
      .where(eq(sponsorships.applicationId, applicationId))
    expect(row?.state).toBe('confirmed')
  })

  test('refuses registrars that cannot sponsor (R4.2)', async () => {
    const { id: applicationId, person } = await makeApplication({ sponsorship: 'none' })
    const terminated = await makeRegistrar({ status: 'Terminated' })
    await makeRegistrar({ ianaId: 9995, status: 'Reserved' })
    const name = (registrarIanaId: number) => nameRegistrar(person, { applicationId, registrarIanaId })
    expect(await name(terminated.ianaId)).toMatchObject({
      error: { code: 'registrar.not-accredited', fields: { registrarIanaId: expect.any(String) } },
    })
    expect(await name(9995)).toMatchObject({ error: { code: 'registrar.reserved-id' } })
    expect(await name(7_999_999)).toMatchObject({ error: { code: 'registrar.unknown' } })
    expect(await name(Number.NaN)).toMatchObject({ error: { code: 'input.invalid' } })
  })

  test('refuses the role', async () => {
    const { id: applicationId, organisation, registrarIanaId } = await makeApplication()
    const bidder = await makePerson({ member: { organisationId: organisation.id, roles: ['bidder'] } })
    expect(await nameRegistrar(bidder, { applicationId, registrarIanaId })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })

  test('refuses the stranger', async () => {
    const { id: applicationId, registrarIanaId } = await makeApplication()
    const { person } = await makeApplicant()
    expect(await nameRegistrar(person, { applicationId, registrarIanaId })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment', async () => {
    const lotId = (await makeRound({ state: 'review' })).lots[0]!.id
    const { id: applicationId, person, registrarIanaId } = await makeApplication({ lotId })
    expect(await nameRegistrar(person, { applicationId, registrarIanaId })).toMatchObject({
      error: { code: 'application.closed' },
    })
  })
})
