import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo, mailedToken, makeAccount } from '@/db/factories/accounts'
import { users } from '@/db/schema/people'
import { anyone } from '@/lib/access/actor'
import { requestPasswordReset } from './request-password-reset'

afterAll(closeDatabase)

test('a link goes to a confirmed address and to no other; the answer is one', async () => {
  const known = await makeAccount()
  const unconfirmed = await makeAccount({ verified: false })
  const disabled = await makeAccount()
  await database().update(users).set({ status: 'disabled' }).where(eq(users.id, disabled.person.userId))
  const silent = [unconfirmed.person.email, disabled.person.email, 'nobody@people.example']
  for (const email of [known.person.email, ...silent])
    expect(await requestPasswordReset(anyone, { email })).toEqual({ ok: true, value: {} })
  expect(await mailedToken(known.person.email)).toBeTruthy()
  for (const email of silent) expect(await lettersTo(email)).toHaveLength(0)
})

test('what is no address is refused at its field', async () => {
  expect(await requestPasswordReset(anyone, { email: 'a@@b.example' })).toMatchObject({
    error: { fields: { email: expect.any(String) } },
  })
})
