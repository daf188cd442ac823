import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeAccount, makeSession } from '@/db/factories/accounts'
import { makePasskey } from '@/db/factories/passkeys'
import { optionsToSignIn, ownPasskeys } from '@/domain/passkeys/queries'
import { openByPasskey } from '@/domain/sessions/open-by-passkey'
import { anyone, personByToken } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newToken } from '@/lib/secrets'
import { replaceRecoveryCodes } from './recovery-codes'
import { removeTotp } from './remove-totp'

afterAll(closeDatabase)

describe('removing the authenticator app', () => {
  test('needs one of its codes, ends every session, and writes', async () => {
    const { person, codeAt } = await makeAccount()
    const session = await makeSession(person)
    expect(await removeTotp(session.person, { code: '000000' })).toMatchObject({
      error: { code: 'totp.wrong-code' },
    })
    expect(await removeTotp(session.person, { code: codeAt(0) })).toMatchObject({ ok: true })
    expect(await personByToken(database(), session.token)).toBeUndefined()
    expect((await lettersTo(person.email))[0]).toMatchObject({ template: 'second-factor-changed' })
  })

  test('ends the passkeys too: the next session has nothing but the password', async () => {
    const { person, codeAt } = await makeAccount()
    const session = await makeSession(person)
    const { authenticator } = await makePasskey(session.person)
    expect(await removeTotp(session.person, { code: codeAt(0) })).toMatchObject({ ok: true })
    expect(await ownPasskeys(session.person, undefined)).toEqual([])
    const answer = authenticator.sign(await optionsToSignIn())
    const browser = { userAgent: '', device: newToken() }
    expect(await openByPasskey(anyone, { answer, browser })).toMatchObject({
      error: { code: 'passkey.refused' },
    })
  })

  test('takes a recovery code, and the others end with the app', async () => {
    const { person } = await makeAccount()
    const codes = await database().transaction((tx) => replaceRecoveryCodes(tx, person.userId, processNow()))
    expect(await removeTotp(person, { code: codes[3] })).toMatchObject({ ok: true })
    expect(await removeTotp(person, { code: codes[4] })).toMatchObject({
      error: { code: 'totp.not-started' },
    })
  })

  test('is for people who are signed in', async () => {
    expect(await removeTotp(anyone, { code: '000000' })).toMatchObject({ error: { status: 401 } })
  })
})
