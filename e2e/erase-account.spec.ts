import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { users } from '@/db/schema/people'
import { expectNoViolations } from './fixtures/axe'
import { expect, test } from './fixtures/portal'
import { decide, requestOf, wordsToType } from './fixtures/two-people'

test('an administrator and an officer erase an account; its own browser is out at once', async ({
  signInAs,
}) => {
  const person = await makePerson({ name: 'Winnie Wishes' })
  const own = await signInAs(person)
  await own.goto('/account/profile')

  const admin = await signInAs(await makePerson({ roles: ['administrator'] }))
  await admin.goto(`/admin/people/${person.userId}`)
  await admin.getByText('Erase the account').click()
  await expectNoViolations(admin)
  await admin.getByRole('button', { name: 'Ask for the erasure' }).click()
  const request = await requestOf(admin)

  const officer = await signInAs(await makePerson({ roles: ['programme-officer'] }))
  await officer.goto(request)
  await expect(
    officer.getByRole('heading', { name: 'Erase the account of Winnie Wishes', level: 1 }),
  ).toBeVisible()
  await decide(officer, await wordsToType(officer))
  await expect(officer.getByText('Approved by two people')).toBeVisible()
  await expect(officer.getByText('Winnie')).toHaveCount(0)

  await admin.goto(`/admin/people/${person.userId}`)
  await expect(admin.getByRole('heading', { name: 'Erased person' })).toBeVisible()
  await expect(admin.getByText('This account was erased')).toBeVisible()
  await own.reload()
  await expect(own).toHaveURL(/\/sign-in/)
  const [row] = await database().select().from(users).where(eq(users.id, person.userId))
  expect(row).toMatchObject({ name: 'Erased person', passwordHash: null })
})
