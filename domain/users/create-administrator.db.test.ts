import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { checkPassword } from '@/domain/sessions/check-password'
import { anyone, personById, systemActor } from '@/lib/access/actor'
import { createAdministrator } from './create-administrator'
import { userByEmail } from './read-user'
import { resetPassword } from './reset-password'

afterAll(closeDatabase)

const machine = systemActor('admin-create')
const first = { email: 'first@programme.example', name: 'First Administrator' }

test('the first administrator has no password until its one link sets one', async () => {
  const answer = await createAdministrator(machine, first)
  if (!answer.ok) throw new Error(answer.error.code)
  const again = await createAdministrator(machine, first)
  if (!again.ok) throw new Error(again.error.code)
  const password = 'nine brass bells in the tower'
  expect(await resetPassword(anyone, { token: answer.value.token, password })).toMatchObject({
    error: { code: 'token.invalid' },
  })
  expect(await resetPassword(anyone, { token: again.value.token, password })).toMatchObject({ ok: true })
  expect(await checkPassword(anyone, { email: first.email, password })).toMatchObject({ ok: true })
  const user = await userByEmail(database(), first.email)
  expect((await personById(database(), user!.id, 2))?.roles).toEqual(['administrator'])
})

test('there is no second one this way, and nobody but the machine makes one', async () => {
  expect(
    await createAdministrator(machine, { email: 'other@programme.example', name: 'Other' }),
  ).toMatchObject({
    error: { code: 'user.administrator-exists' },
  })
  for (const actor of [anyone, await makePerson({ roles: ['administrator'] })])
    expect(await createAdministrator(actor, first)).toMatchObject({ ok: false })
  expect(await createAdministrator(machine, { email: 'nobody', name: '' })).toMatchObject({
    error: { fields: { email: expect.any(String), name: expect.any(String) } },
  })
})
