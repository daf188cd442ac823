import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { makeToken, registry, reportOf, tokensOf } from '@/db/factories/allocations'
import { makeRegistrar } from '@/db/factories/applications'
import { auditedAbout } from '@/db/factories/audited'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { registrars } from '@/db/schema/applications'
import { receiveReport } from './receive-report'
import { reissueToken } from './reissue-token'
import { revealToken } from './reveal-token'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The first one was lost in a ticket.'
const officer = () => makePerson({ roles: ['programme-officer'] })

describe('token.reissue', () => {
  test('R11.1 ends the old token at once and issues another, which can be shown', async () => {
    const made = await makeToken()
    const { awardId, rae } = made
    expect(await reissueToken(rae, { awardId, reason })).toMatchObject({ ok: true })
    const [old, fresh] = await tokensOf(awardId)
    expect(old).toMatchObject({ state: 'revoked', endReason: reason })
    expect(fresh).toMatchObject({ state: 'issued', secretHash: null })
    expect(await auditedAbout(awardId), 'R9.3').not.toContain(reason)
    expect(await receiveReport(registry, reportOf(made))).toMatchObject({
      value: { outcome: 'revoked-token' },
    })
    expect(await revealToken(rae, { awardId, details: {} })).toMatchObject({ ok: true })
    expect((await lettersTo(rae.email)).map(({ template }) => template).sort()).toEqual([
      'token-issued',
      'token-revoked',
    ])
  })

  test('several clicks at once leave one live token', async () => {
    const { awardId, rae } = await makeToken()
    await Promise.all(Array.from({ length: 4 }, () => reissueToken(rae, { awardId, reason })))
    const live = (await tokensOf(awardId)).filter(({ state }) => state === 'issued' || state === 'shown')
    expect(live).toHaveLength(1)
  })

  test('R11.1 takes the place of an expired one; an officer’s also of one redeemed and never confirmed', async () => {
    const expired = await makeToken({ state: 'expired' })
    expect(await reissueToken(expired.rae, { awardId: expired.awardId, reason })).toMatchObject({ ok: true })
    const redeemed = await makeToken({ state: 'redeemed' })
    const { awardId } = redeemed
    expect(await reissueToken(redeemed.rae, { awardId, reason })).toMatchObject(refusal('token.redeemed'))
    expect(await reissueToken(await officer(), { awardId, reason })).toMatchObject({ ok: true })
  })

  test('refuses the role: the applicant, an auditor', async () => {
    const { awardId, person } = await makeToken()
    for (const actor of [person, await makePerson({ roles: ['auditor'] })])
      expect(await reissueToken(actor, { awardId, reason })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: another registrar finds nothing', async () => {
    const { awardId } = await makeToken()
    const other = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await reissueToken(other, { awardId, reason })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: no reason, nothing issued, award over, not accredited', async () => {
    const { awardId, rae, registrarIanaId } = await makeToken()
    expect(await reissueToken(rae, { awardId, reason: ' ' })).toMatchObject(refusal('input.invalid'))
    const bare = await makeAward({ state: 'paid' })
    expect(await reissueToken(await officer(), { awardId: bare.awardId, reason })).toMatchObject(
      refusal('token.none'),
    )
    const over = await makeToken({ award: await makeAward({ state: 'allocated' }) })
    expect(await reissueToken(over.rae, { awardId: over.awardId, reason })).toMatchObject(
      refusal('award.wrong-state'),
    )
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, registrarIanaId))
    expect(await reissueToken(rae, { awardId, reason })).toMatchObject(refusal('registrar.not-accredited'))
  })
})
