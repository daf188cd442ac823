import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeToken, tokensOf } from '@/db/factories/allocations'
import { makeRegistrar } from '@/db/factories/applications'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { registrars } from '@/db/schema/applications'
import { auditLog } from '@/db/schema/system'
import { anyone, personById } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'
import { readCommand } from './epp'
import { revealToken } from './reveal-token'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const ask = (awardId: string) => ({ awardId, details: {} })

describe('token.reveal', () => {
  test('R11.1 makes the secret then and there, shows it once, and keeps its SHA-256 only', async () => {
    const { awardId, label, rae } = await makeToken({ state: 'issued' })
    const answers = await Promise.all(Array.from({ length: 4 }, () => revealToken(rae, ask(awardId))))
    const shown = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(shown).toHaveLength(1)
    const { token, command } = shown[0]!
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(readCommand(command)).toEqual({ name: `${label}.org`, token })
    expect((await tokensOf(awardId))[0]).toMatchObject({
      state: 'shown',
      secretHash: sha256Hex(token),
      shownTo: rae.userId,
    })
    const again = await revealToken(rae, ask(awardId))
    expect(again).toMatchObject({
      error: { code: 'token.shown', message: expect.stringMatching(/shown on .+ UTC/) },
    })
    const log = await database().select().from(auditLog).where(eq(auditLog.object, awardId))
    expect(log.length).toBeGreaterThan(0)
    for (const { payload } of log) expect(Buffer.from(payload).toString()).not.toContain(token)
    const kept = await database().execute(sql`select t::text as row from allocation_tokens t`)
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('R11.2 the fee stands where the name is premium, and only there', async () => {
    const command = async (allocation: { tokenDays: number; premium: boolean; createFeeMinor: string }) => {
      const award = await makeAward({ state: 'paid', settings: { allocation } })
      const { awardId, rae } = await makeToken({ state: 'issued', award })
      const answer = await revealToken(rae, ask(awardId))
      return answer.ok ? answer.value.command : answer.error.code
    }
    const terms = { tokenDays: 30, createFeeMinor: '125050' }
    expect(await command({ ...terms, premium: true })).toContain('<fee:fee>1250.50</fee:fee>')
    expect(await command({ ...terms, premium: false })).not.toContain('fee:')
  })

  test('the database keeps the secret and what it is bound to', async () => {
    const { tokenId } = await makeToken()
    for (const change of [
      sql`secret_hash = 'another'`,
      sql`label = '1x'`,
      sql`registrar_iana_id = registrar_iana_id + 1`,
    ])
      await expect(
        database().execute(sql`update allocation_tokens set ${change} where id = ${tokenId}`),
      ).rejects.toMatchObject({ cause: { code: '55000' } })
  })

  test('refuses the role: no officer, no applicant, nobody without the second factor', async () => {
    const { awardId, rae, person } = await makeToken({ state: 'issued' })
    const officer = await makePerson({ roles: ['programme-officer'] })
    for (const actor of [officer, person])
      expect(await revealToken(actor, ask(awardId))).toMatchObject(refusal('access.denied'))
    expect(await revealToken(anyone, ask(awardId))).toMatchObject({ error: { status: 401 } })
    const weak = await personById(database(), rae.userId, 1)
    expect(await revealToken(weak!, ask(awardId))).toMatchObject(refusal('access.second-factor-needed'))
    expect(await revealToken({ ...rae, freshFactor: false }, ask(awardId))).toMatchObject(
      refusal('access.confirm-again'),
    )
  })

  test('refuses the stranger: another registrar finds nothing', async () => {
    const { awardId } = await makeToken({ state: 'issued' })
    const other = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await revealToken(other, ask(awardId))).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: nothing issued, expired, revoked, redeemed, award over, not accredited', async () => {
    const bare = await makeAward({ state: 'paid' })
    const person = await makePerson({ registrar: bare.registrarIanaId })
    expect(await revealToken(person, ask(bare.awardId))).toMatchObject(refusal('token.none'))
    const said = async (wanted: Parameters<typeof makeToken>[0]) => {
      const { awardId, rae } = await makeToken(wanted)
      const answer = await revealToken(rae, ask(awardId))
      return answer.ok ? 'shown' : answer.error.code
    }
    expect(await said({ state: 'issued', expiresInDays: 0 })).toBe('token.expired')
    expect(await said({ state: 'expired' })).toBe('token.expired')
    expect(await said({ state: 'revoked' })).toBe('token.none')
    expect(await said({ state: 'redeemed' })).toBe('token.redeemed')
    expect(await said({ state: 'issued', award: await makeAward({ state: 'revoked' }) })).toBe(
      'award.wrong-state',
    )
    const lost = await makeToken({ state: 'issued' })
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, lost.registrarIanaId))
    expect(await revealToken(lost.rae, ask(lost.awardId))).toMatchObject(refusal('registrar.not-accredited'))
    expect((await tokensOf(lost.awardId))[0]).toMatchObject({ state: 'issued', secretHash: null })
  })
})
