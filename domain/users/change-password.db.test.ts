import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, makeAccount, makeSession, PASSWORD } from '@/db/factories/accounts'
import { anyone, personByToken } from '@/lib/access/actor'
import { changePassword } from './change-password'

afterAll(closeDatabase)

const NEW = 'eleven owls on a wooden fence'

describe('changing the password', () => {
  test('ends the other sessions and says so by mail', async () => {
    const { person } = await makeAccount()
    const [here, there] = [await makeSession(person), await makeSession(person)]
    expect(await changePassword(here.person, { present: PASSWORD, password: NEW })).toMatchObject({
      ok: true,
    })
    expect(await personByToken(database(), there.token)).toBeUndefined()
    expect(await personByToken(database(), here.token)).toBeDefined()
    expect((await lettersTo(person.email))[0]).toMatchObject({ template: 'password-changed' })
  })

  test('needs the present one, and a good new one', async () => {
    const { person } = await makeSession((await makeAccount()).person)
    expect(await changePassword(person, { present: 'a guess of twelve', password: NEW })).toMatchObject({
      error: { code: 'sign-in.failed', fields: { present: expect.any(String) } },
    })
    expect(await changePassword(person, { present: PASSWORD, password: 'iloveyou123456' })).toMatchObject({
      error: { code: 'password.common', fields: { password: expect.any(String) } },
    })
  })

  test('is for people who are signed in', async () => {
    expect(await changePassword(anyone, { present: PASSWORD, password: NEW })).toMatchObject({
      error: { status: 401 },
    })
  })
})
