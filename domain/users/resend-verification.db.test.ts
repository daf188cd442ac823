import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { lettersTo, mailedToken, makeAccount } from '@/db/factories/accounts'
import { anyone } from '@/lib/access/actor'
import { resendVerification } from './resend-verification'

afterAll(closeDatabase)

test('a confirmation goes out again to an unconfirmed address, and to no other; the answer is one', async () => {
  const { person } = await makeAccount({ verified: false })
  const confirmed = await makeAccount()
  const answers = [
    await resendVerification(anyone, { email: person.email }),
    await resendVerification(anyone, { email: confirmed.person.email }),
    await resendVerification(anyone, { email: 'nobody@people.example' }),
  ]
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: {} })
  expect(await mailedToken(person.email)).toBeTruthy()
  expect(await lettersTo(confirmed.person.email)).toHaveLength(0)
  expect(await lettersTo('nobody@people.example')).toHaveLength(0)
})

test('what is no address is refused at its field', async () => {
  expect(await resendVerification(anyone, { email: 'nobody' })).toMatchObject({
    error: { code: 'input.invalid', fields: { email: expect.any(String) } },
  })
})
