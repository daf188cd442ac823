import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { makeToken, tokensOf } from '@/db/factories/allocations'
import { makeAward } from '@/db/factories/awards'
import { systemActor } from '@/lib/access/actor'
import { dueTokens } from './due-tokens'
import { expireToken } from './expire-token'

afterAll(closeDatabase)

const actor = systemActor('issue-tokens')
const refusal = (code: string) => ({ ok: false, error: { code } })
const due = async (awardId: string) =>
  (await dueTokens(database())).filter((each) => each.awardId === awardId)

describe('token.expire', () => {
  test('R11.1 ends a token that ran out, once, tells everyone, and issues none by itself', async () => {
    const { awardId, rae, person } = await makeToken({ expiresInDays: 0 })
    expect(await due(awardId)).toEqual([{ awardId, due: 'expire' }])
    const answers = await Promise.all(Array.from({ length: 5 }, () => expireToken(actor, { awardId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await tokensOf(awardId)).map(({ state }) => state)).toEqual(['expired'])
    for (const { email } of [rae, person])
      expect((await lettersTo(email)).map(({ template }) => template)).toEqual(['token-expired'])
    expect(await due(awardId)).toEqual([])
  })

  test('ends a token whose award ended', async () => {
    const { awardId, rae } = await makeToken({ award: await makeAward({ state: 'revoked' }) })
    expect(await due(awardId)).toEqual([{ awardId, due: 'expire' }])
    await expireToken(actor, { awardId })
    expect((await tokensOf(awardId)).map(({ state }) => state)).toEqual(['revoked'])
    expect((await lettersTo(rae.email)).map(({ template }) => template)).toEqual(['token-revoked'])
  })

  test('refuses the role', async () => {
    const { awardId, rae } = await makeToken({ expiresInDays: 0 })
    expect(await expireToken(rae, { awardId })).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an award that is none', async () => {
    expect(await expireToken(actor, { awardId: 'awd_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: before its time, and what was redeemed', async () => {
    for (const wanted of [{ expiresInDays: 1 }, { state: 'redeemed', expiresInDays: 0 }] as const) {
      const { awardId } = await makeToken(wanted)
      expect(await expireToken(actor, { awardId })).toMatchObject(refusal('token.not-due'))
      expect(await due(awardId)).toEqual([])
    }
  })
})
