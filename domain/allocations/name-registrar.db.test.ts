import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, mailedToken } from '@/db/factories/accounts'
import { awardOf, makeToken, registry, reportOf, tokensOf } from '@/db/factories/allocations'
import { makeRegistrar } from '@/db/factories/applications'
import { makeAward } from '@/db/factories/awards'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { sponsorships } from '@/db/schema/applications'
import { answerSponsorship } from '@/domain/sponsorships/answer-sponsorship'
import { sponsorshipAsked } from '@/domain/sponsorships/public-queries'
import { anyone, personById } from '@/lib/access/actor'
import { nameAnotherRegistrar } from './name-registrar'
import { receiveReport } from './receive-report'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function another() {
  const contactEmail = `names-${(await makePerson()).userId.slice(-8)}@other.example`
  const { ianaId } = await makeRegistrar({ contactEmail })
  return { registrarIanaId: ianaId, contactEmail }
}

const confirm = (token: string) => ({ token, answer: 'confirm', name: 'Sam Sponsor (fictional)' })

describe('allocation.name-registrar', () => {
  test('R4.2 nothing changes until the other confirms; then it creates the name, with a token of its own', async () => {
    const made = await makeToken()
    const { awardId, person, rae, registrarIanaId: before } = made
    const { registrarIanaId, contactEmail } = await another()
    expect(await nameAnotherRegistrar(person, { awardId, registrarIanaId })).toMatchObject({ ok: true })
    expect(await awardOf(awardId)).toMatchObject({ registrarIanaId: before })
    expect((await tokensOf(awardId)).map(({ state }) => state)).toEqual(['shown'])
    const link = await mailedToken(contactEmail)
    expect(await sponsorshipAsked(link, anyone)).toMatchObject({ awarded: true, state: 'requested' })
    expect(await answerSponsorship(anyone, confirm(link))).toMatchObject({ ok: true })
    expect(await awardOf(awardId)).toMatchObject({ registrarIanaId, state: 'paid' })
    expect(await tokensOf(awardId)).toMatchObject([
      { state: 'revoked', registrarIanaId: before, endReason: 'The applicant named another registrar.' },
      { state: 'issued', registrarIanaId, secretHash: null },
    ])
    expect((await lettersTo(rae.email)).map(({ template }) => template)).toEqual(['token-revoked'])
    const rows = await database().select().from(sponsorships).where(eq(sponsorships.applicationId, made.id))
    expect(rows.filter(({ state }) => state === 'confirmed')).toMatchObject([{ registrarIanaId }])
  })

  test('a refusal of the other leaves everything, and the owner may ask a third', async () => {
    const { awardId, person, registrarIanaId: before } = await makeToken()
    const first = await another()
    await nameAnotherRegistrar(person, { awardId, registrarIanaId: first.registrarIanaId })
    const token = await mailedToken(first.contactEmail)
    await answerSponsorship(anyone, { ...confirm(token), answer: 'decline', reason: 'Not our customer.' })
    expect(await awardOf(awardId)).toMatchObject({ registrarIanaId: before })
    const { registrarIanaId } = await another()
    expect(await nameAnotherRegistrar(person, { awardId, registrarIanaId })).toMatchObject({ ok: true })
  })

  test('a newer request ends the link of the one before', async () => {
    const { awardId, person } = await makeToken()
    const [first, second] = [await another(), await another()]
    await nameAnotherRegistrar(person, { awardId, registrarIanaId: first.registrarIanaId })
    const old = await mailedToken(first.contactEmail)
    await nameAnotherRegistrar(person, { awardId, registrarIanaId: second.registrarIanaId })
    expect(await answerSponsorship(anyone, confirm(old))).toMatchObject(refusal('token.invalid'))
  })

  test('the name was reported created before the other confirmed: it stays as it is', async () => {
    const made = await makeToken()
    const { registrarIanaId, contactEmail } = await another()
    await nameAnotherRegistrar(made.person, { awardId: made.awardId, registrarIanaId })
    await receiveReport(registry, reportOf(made))
    const late = await answerSponsorship(anyone, confirm(await mailedToken(contactEmail)))
    expect(late).toMatchObject(refusal('token.redeemed'))
    expect(await awardOf(made.awardId)).toMatchObject({ registrarIanaId: made.registrarIanaId })
  })

  test('refuses the role: an editor, an officer, an owner without the second factor', async () => {
    const { awardId, organisation, person } = await makeToken()
    const ask = { awardId, ...(await another()) }
    const editor = await makePerson({ member: { organisationId: organisation.id, roles: ['editor'] } })
    for (const actor of [editor, await makePerson({ roles: ['programme-officer'] })])
      expect(await nameAnotherRegistrar(actor, ask)).toMatchObject(refusal('access.denied'))
    const weak = await personById(database(), person.userId, 1)
    expect(await nameAnotherRegistrar(weak!, ask)).toMatchObject(refusal('access.second-factor-needed'))
  })

  test('refuses the stranger: another organisation’s owner finds nothing', async () => {
    const { awardId } = await makeToken()
    const stranger = (await makeApplicant()).person
    expect(await nameAnotherRegistrar(stranger, { awardId, ...(await another()) })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: over or allocated, redeemed, the same one, not accredited, reserved, unknown', async () => {
    const ask = await another()
    for (const state of ['defaulted', 'allocated'] as const) {
      const { awardId, person } = await makeAward({ state })
      expect(await nameAnotherRegistrar(person, { awardId, ...ask })).toMatchObject(
        refusal('award.wrong-state'),
      )
    }
    const done = await makeToken({ state: 'redeemed' })
    expect(await nameAnotherRegistrar(done.person, { awardId: done.awardId, ...ask })).toMatchObject(
      refusal('token.redeemed'),
    )
    const { awardId, person, registrarIanaId } = await makeToken()
    const said = async (ianaId: number) => {
      const answer = await nameAnotherRegistrar(person, { awardId, registrarIanaId: ianaId })
      return answer.ok ? 'asked' : answer.error.code
    }
    expect(await said(registrarIanaId)).toBe('registrar.same')
    expect(await said((await makeRegistrar({ status: 'Terminated' })).ianaId)).toBe(
      'registrar.not-accredited',
    )
    expect(await said(9995)).toBe('registrar.reserved-id')
    expect(await said(7)).toBe('registrar.unknown')
  })
})
