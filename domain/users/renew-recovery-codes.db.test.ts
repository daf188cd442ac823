import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount } from '@/db/factories/accounts'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { spendRecoveryCode } from './recovery-codes'
import { renewRecoveryCodes } from './renew-recovery-codes'

afterAll(closeDatabase)

test('new codes replace the old ones, against a code of the app', async () => {
  const { person, codeAt } = await makeAccount()
  const first = await renewRecoveryCodes(person, { code: codeAt(-1) })
  const second = await renewRecoveryCodes(person, { code: codeAt(0) })
  if (!first.ok || !second.ok) throw new Error('refused')
  const spend = (code: string) =>
    database().transaction((tx) => spendRecoveryCode(tx, person.userId, code, processNow()))
  expect(await spend(first.value.recoveryCodes[0]!)).toBe(false)
  expect(await spend(second.value.recoveryCodes[0]!)).toBe(true)
  expect(await spend(second.value.recoveryCodes[0]!)).toBe(false)
})

test('not without a code, an app, or a session', async () => {
  const { person } = await makeAccount()
  expect(await renewRecoveryCodes(person, { code: '123123' })).toMatchObject({
    error: { code: 'totp.wrong-code' },
  })
  const bare = await makeAccount({ totp: false })
  expect(await renewRecoveryCodes(bare.person, { code: '123123' })).toMatchObject({
    error: { code: 'totp.not-started' },
  })
  expect(await renewRecoveryCodes(anyone, { code: '123123' })).toMatchObject({ error: { status: 401 } })
})
