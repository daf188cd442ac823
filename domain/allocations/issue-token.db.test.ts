import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { makeToken, tokensOf } from '@/db/factories/allocations'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { registrars } from '@/db/schema/applications'
import { anyone, systemActor } from '@/lib/access/actor'
import { dueTokens } from './due-tokens'
import { issueToken } from './issue-token'

afterAll(closeDatabase)

const actor = systemActor('issue-tokens')
const refusal = (code: string) => ({ ok: false, error: { code } })
const DAY = 86_400_000

const due = async (awardId: string) =>
  (await dueTokens(database())).filter((each) => each.awardId === awardId)
const setStatus = (ianaId: number, status: 'Accredited' | 'Terminated') =>
  database().update(registrars).set({ status }).where(eq(registrars.ianaId, ianaId))

describe('token.issue', () => {
  test('R11.1 gives the registrar of a paid award one right, for 30 days, without a secret; and says so', async () => {
    const award = await makeAward({ state: 'paid' })
    const rae = await makePerson({ registrar: award.registrarIanaId })
    expect(await due(award.awardId)).toEqual([{ awardId: award.awardId, due: 'issue' }])
    expect(await issueToken(actor, award)).toMatchObject({ error: { code: 'input.invalid' } })
    expect(await issueToken(actor, { awardId: award.awardId })).toMatchObject({ ok: true })
    const [token, ...others] = await tokensOf(award.awardId)
    expect(others).toEqual([])
    expect(token).toMatchObject({
      state: 'issued',
      label: award.label,
      registrarIanaId: award.registrarIanaId,
      command: 'create',
      secretHash: null,
    })
    expect(token!.expiresAt.getTime() - token!.issuedAt.getTime()).toBe(30 * DAY)
    expect((await lettersTo(rae.email)).map(({ template }) => template)).toEqual(['token-issued'])
    expect((await lettersTo(award.person.email)).map(({ template }) => template)).toEqual([
      'token-issued-applicant',
    ])
    expect(await due(award.awardId)).toEqual([])
  })

  test('R11.1 several workers at once issue one', async () => {
    const { awardId } = await makeAward({ state: 'paid' })
    const answers = await Promise.all(Array.from({ length: 6 }, () => issueToken(actor, { awardId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await tokensOf(awardId)).toHaveLength(1)
  })

  test('the days are the round’s setting', async () => {
    const allocation = { tokenDays: 7, premium: true, createFeeMinor: '0' }
    const { awardId } = await makeAward({ state: 'paid', settings: { allocation } })
    await issueToken(actor, { awardId })
    const [token] = await tokensOf(awardId)
    expect(token!.expiresAt.getTime() - token!.issuedAt.getTime()).toBe(7 * DAY)
  })

  test('R4.2 a registrar that is not accredited gets nothing; officers and applicant are told once', async () => {
    const { awardId, registrarIanaId, person } = await makeAward({ state: 'paid' })
    const officer = await makePerson({ roles: ['programme-officer'] })
    await setStatus(registrarIanaId, 'Terminated')
    expect(await due(awardId)).toHaveLength(1)
    await issueToken(actor, { awardId })
    expect(await due(awardId)).toEqual([])
    expect(await tokensOf(awardId)).toEqual([])
    for (const { email } of [person, officer]) {
      const letters = (await lettersTo(email)).filter(({ text }) =>
        text.includes(`IANA id ${registrarIanaId}`),
      )
      expect(letters.map(({ template }) => template)).toEqual(['allocation-blocked'])
    }
    await setStatus(registrarIanaId, 'Accredited')
    expect(await due(awardId)).toHaveLength(1)
    expect(await issueToken(actor, { awardId })).toMatchObject({ value: { issued: true } })
  })

  test('R4.2 accreditation lost after the issue is told too', async () => {
    const { awardId, registrarIanaId, person } = await makeToken({ state: 'issued' })
    expect(await due(awardId)).toEqual([])
    await setStatus(registrarIanaId, 'Terminated')
    expect(await due(awardId)).toEqual([{ awardId, due: 'issue' }])
    expect(await issueToken(actor, { awardId })).toMatchObject({ value: { issued: false } })
    expect((await lettersTo(person.email)).map(({ template }) => template)).toContain('allocation-blocked')
  })

  test('refuses the role', async () => {
    const { awardId } = await makeAward({ state: 'paid' })
    expect(await issueToken(await makePerson({ roles: ['programme-officer'] }), { awardId })).toMatchObject(
      refusal('access.denied'),
    )
    expect(await issueToken(anyone, { awardId })).toMatchObject({ error: { status: 401 } })
  })

  test('refuses the stranger: an award that is none', async () => {
    expect(await issueToken(actor, { awardId: 'awd_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: not paid, over, or one is live', async () => {
    for (const state of ['accepted', 'allocated', 'revoked'] as const) {
      const { awardId } = await makeAward({ state })
      expect(await issueToken(actor, { awardId })).toMatchObject(refusal('award.wrong-state'))
    }
    for (const state of ['issued', 'shown', 'redeemed'] as const) {
      const { awardId } = await makeToken({ state })
      expect(await issueToken(actor, { awardId })).toMatchObject(refusal('token.live'))
    }
  })
})
