import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeAccount } from '@/db/factories/accounts'
import { users } from '@/db/schema/people'
import { anyone } from '@/lib/access/actor'
import { startTotp } from './start-totp'
import { readTotpSeed } from './totp'

afterAll(closeDatabase)

test('a set-up begins with a sealed seed of 160 bits that the database alone does not give away', async () => {
  const { person } = await makeAccount({ totp: false })
  expect(await startTotp(person, {})).toEqual({ ok: true, value: {} })
  const [user] = await database().select().from(users).where(eq(users.id, person.userId))
  const { uri, typed } = readTotpSeed(user!.totpSecret!, person.email)
  expect(typed.replace(/ /g, '')).toMatch(/^[A-Z2-7]{32}$/)
  expect(uri).toContain('otpauth://totp/')
  expect(Buffer.from(user!.totpSecret!).toString('latin1')).not.toContain(typed.replace(/ /g, ''))
  expect(user!.totpConfirmedAt).toBeNull()
})

test('it begins anew as long as it is not confirmed, and not once it is', async () => {
  const { person } = await makeAccount({ totp: false })
  await startTotp(person, {})
  expect(await startTotp(person, {})).toMatchObject({ ok: true })
  expect(await startTotp((await makeAccount()).person, {})).toMatchObject({ error: { code: 'totp.exists' } })
  expect(await startTotp(anyone, {})).toMatchObject({ error: { status: 401 } })
})
