import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeApplication, makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { registrars, sponsorships } from '@/db/schema/applications'
import { mailOutbox } from '@/db/schema/system'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newToken } from '@/lib/secrets'
import { answerSponsorship } from './answer-sponsorship'
import { sponsorshipAsked } from './public-queries'

afterAll(closeDatabase)

async function makeAsked(change: Partial<typeof sponsorships.$inferInsert> = {}) {
  const made = await makeApplication({ sponsorship: 'requested' })
  const token = newToken()
  await database()
    .update(sponsorships)
    .set({ tokenHash: sha256Hex(token), ...change })
    .where(eq(sponsorships.applicationId, made.id))
  const [row] = await database().select().from(sponsorships).where(eq(sponsorships.applicationId, made.id))
  return { ...made, token, sponsorshipId: row!.id }
}

const confirm = (token: string) => ({ token, answer: 'confirm', name: 'Sam Sponsor (fictional)' })

describe('sponsorship.answer', () => {
  test('confirms by the link, and tells the applicant', async () => {
    const { token, sponsorshipId, person } = await makeAsked()
    expect(await sponsorshipAsked(token, anyone)).toMatchObject({ state: 'requested' })
    expect(await answerSponsorship(anyone, confirm(token))).toMatchObject({ ok: true })
    const [row] = await database().select().from(sponsorships).where(eq(sponsorships.id, sponsorshipId))
    expect(row).toMatchObject({ state: 'confirmed', answeredByName: 'Sam Sponsor (fictional)' })
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(letters.map(({ template }) => template)).toEqual(['sponsorship-answer'])
  })

  test('declines with a reason', async () => {
    const { token, sponsorshipId } = await makeAsked()
    await answerSponsorship(anyone, { ...confirm(token), answer: 'decline', reason: 'Not our customer.' })
    const [row] = await database().select().from(sponsorships).where(eq(sponsorships.id, sponsorshipId))
    expect(row).toMatchObject({ state: 'declined', reason: 'Not our customer.' })
  })

  test('answers once, also when two answers arrive together', async () => {
    const { token } = await makeAsked()
    const answers = await Promise.all([
      answerSponsorship(anyone, confirm(token)),
      answerSponsorship(anyone, { ...confirm(token), answer: 'decline' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await answerSponsorship(anyone, confirm(token))).toMatchObject({
      error: { code: 'sponsorship.decided' },
    })
  })

  test('needs a name and an answer', async () => {
    const { token } = await makeAsked()
    expect(await answerSponsorship(anyone, { token, answer: 'perhaps', name: '' })).toMatchObject({
      error: { code: 'input.invalid', fields: { answer: expect.any(String), name: expect.any(String) } },
    })
  })

  test('refuses no role: the link is the permission', async () => {
    const { token } = await makeAsked()
    expect(await answerSponsorship(await makePerson(), confirm(token))).toMatchObject({ ok: true })
  })

  test('answers signed in for the registrar that was asked, without the link', async () => {
    const { sponsorshipId, registrarIanaId } = await makeAsked()
    const sam = await makePerson({ registrar: registrarIanaId! })
    expect(await sponsorshipAsked(sponsorshipId, sam)).toMatchObject({ state: 'requested' })
    expect(await answerSponsorship(sam, confirm(sponsorshipId))).toMatchObject({ ok: true })
    expect(await sponsorshipAsked(sponsorshipId, sam)).toMatchObject({ state: 'confirmed' })
  })

  test('refuses who acts for another registrar or none, by the id of the request', async () => {
    const { sponsorshipId, person } = await makeAsked()
    const other = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    const officer = await makePerson({ roles: ['programme-officer'] })
    for (const stranger of [anyone, person, other, officer]) {
      expect(await sponsorshipAsked(sponsorshipId, stranger)).toBeUndefined()
      expect(await answerSponsorship(stranger, confirm(sponsorshipId))).toMatchObject({
        error: { code: 'thing.not-found' },
      })
    }
  })

  test('refuses the stranger: without the link there is nothing', async () => {
    expect(await answerSponsorship(anyone, confirm(newToken()))).toMatchObject({
      error: { code: 'thing.not-found' },
    })
    expect(await sponsorshipAsked(newToken(), anyone)).toBeUndefined()
  })

  test('refuses the moment: expired, superseded, withdrawn, no longer accredited', async () => {
    const expired = await makeAsked({ expiresAt: processNow() })
    const superseded = await makeAsked({ state: 'superseded' })
    const sam = await makePerson({ registrar: superseded.registrarIanaId! })
    expect(await answerSponsorship(sam, confirm(superseded.sponsorshipId))).toMatchObject({
      error: { code: 'token.invalid' },
    })
    for (const { token } of [expired, superseded])
      expect(await answerSponsorship(anyone, confirm(token))).toMatchObject({
        error: { code: 'token.invalid' },
      })
    const lost = await makeAsked()
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, lost.registrarIanaId))
    expect(await answerSponsorship(anyone, confirm(lost.token))).toMatchObject({
      error: { code: 'registrar.not-accredited' },
    })
  })
})
