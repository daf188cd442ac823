import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { sessions } from '@/db/schema/people'
import type { Person } from '@/lib/access/actor'
import { accountOf } from './fixtures/account-of'
import { expectNoViolations } from './fixtures/axe'
import { expect, test } from './fixtures/portal'
import { carryPasskeys, giveAuthenticator, passkeysOn, refuseFinger } from './fixtures/virtual-authenticator'

async function officer(): Promise<Person> {
  const person = await makePerson({ name: 'Petra Passkey', roles: ['programme-officer'] })
  await accountOf(person)
  return person
}

const tenMinutesAgo = ({ userId }: Person) =>
  database()
    .update(sessions)
    .set({ steppedUpAt: sql`clock_timestamp() - interval '10 minutes'` })
    .where(eq(sessions.userId, userId))

test('an officer adds a passkey, signs in elsewhere with it alone, confirms with it, and takes it off', async ({
  signInAs,
  visit,
}) => {
  const person = await officer()
  const office = await signInAs(person)
  const device = await giveAuthenticator(office)
  await office.goto('/account/second-factor')
  await office.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(office.getByRole('alert').filter({ hasText: 'Give it a name' })).toBeVisible()
  expect(await passkeysOn(device)).toBe(0)
  const name = office.getByRole('textbox', { name: 'A name for this passkey' })
  await name.fill('Work laptop')
  await name.press('Enter')
  await expect(office.getByText('The passkey was added')).toBeVisible()
  const row = office.getByRole('row', { name: /Work laptop/ })
  await expect(row).toContainText('Not yet')
  await expectNoViolations(office)

  const home = await visit()
  await carryPasskeys(device, await giveAuthenticator(home))
  await home.goto('/sign-in?next=/admin/approvals')
  await home.getByRole('button', { name: 'Use a passkey' }).click()
  await home.waitForURL(({ pathname }) => pathname === '/admin/approvals')

  await tenMinutesAgo(person)
  await name.fill('Another')
  await office.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(office.getByText('Confirm afresh with a code or a passkey first')).toBeVisible()
  expect(await passkeysOn(device)).toBe(1)
  await office.reload()
  await expect(office.getByRole('link', { name: 'Confirm that it is you' })).toBeVisible()
  await expect(row).not.toContainText('Not yet')
  await row.getByRole('button', { name: 'Remove' }).click()
  await expect(office.getByRole('link', { name: 'Enter a code in a new tab' })).toBeVisible()
  await home.goto('/account/second-factor?again=1&next=/admin/labels')
  await home.getByRole('button', { name: 'Confirm with a passkey' }).click()
  await home.waitForURL(({ pathname }) => pathname === '/admin/labels')

  await home.goto('/account/second-factor')
  await home
    .getByRole('row', { name: /Work laptop/ })
    .getByRole('button', { name: 'Remove' })
    .click()
  await expect(home.getByText('The passkey was removed')).toBeVisible()
  const stranger = await visit()
  await carryPasskeys(device, await giveAuthenticator(stranger))
  await stranger.goto('/sign-in')
  await stranger.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(stranger.getByText('This passkey could not be checked')).toBeVisible()
})

test('without a passkey, or when it is cancelled, the person is told and can sign in as before', async ({
  visit,
}) => {
  const page = await visit()
  await refuseFinger(await giveAuthenticator(page))
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('No passkey was used')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeEnabled()
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeVisible()
  await expectNoViolations(page)
})
