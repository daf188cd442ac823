import { database } from '@/db/client'
import { makeApplicant } from '@/db/factories/people'
import { makeDelivery } from '@/db/factories/webhooks'
import { post } from '@/lib/mail'
import { expect, test } from './fixtures/portal'

test('a letter is in the inbox, leads where it is about, and comes the way its reader likes', async ({
  signInAs,
  baseURL,
}) => {
  const { person } = await makeApplicant()
  const letter = { to: person.email, template: 'application-receipt' }
  await database().transaction((tx) =>
    post(tx, [
      { ...letter, subject: 'Your application was received', text: `See ${baseURL}/portal/organisations` },
      { ...letter, subject: 'A second letter', text: 'Nothing to open.' },
    ]),
  )
  const page = await signInAs(person)
  await page.goto('/labels')
  await page.getByRole('link', { name: 'Inbox, 2 unread' }).click()
  const first = page.getByRole('listitem').filter({ hasText: 'Your application was received' })
  await first.getByText('Read it').click()
  await expect(first.getByText('/portal/organisations')).toBeVisible()
  await page.getByRole('button', { name: /^Mark as read.*A second letter$/ }).click()
  await expect(page.getByRole('link', { name: 'Inbox, 1 unread' })).toBeVisible()

  await page.getByLabel('Confirmations').selectOption('Only here')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Confirmations')).toHaveValue('inbox')
  await expect(page.getByText('Always by mail, at once.').first()).toBeVisible()
})

test('deadlines have a secret address, shown once, that can be replaced', async ({ signInAs, request }) => {
  const page = await signInAs((await makeApplicant()).person)
  await page.goto('/account/calendar')
  await page.getByRole('button', { name: 'Make an address' }).click()
  const shown = page.getByText('/feeds/personal/')
  await expect(shown).toBeVisible()
  const path = new URL((await shown.textContent())!).pathname
  const calendar = await request.get(path)
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  await page.getByRole('button', { name: 'Replace it by a new one' }).click()
  await expect(shown).not.toContainText(path)
  expect((await request.get(path)).status()).toBe(404)
  await page.getByRole('button', { name: 'Stop it' }).click()
  await expect(page.getByText('You have no address yet.')).toBeVisible()
})

test('an owner adds a webhook, sees its secret once and its log, and sends an event again', async ({
  signInAs,
}) => {
  const { person } = await makeApplicant()
  const page = await signInAs(person)
  await page.goto('/account/webhooks')
  await page.getByLabel('Address').fill('http://hooks.example.org/')
  await page.getByRole('button', { name: 'Add it and show its secret' }).click()
  await expect(page.getByText('The address must begin with https://.').first()).toBeVisible()
  await page.getByLabel('Address').fill('https://hooks.short-names.invalid/names')
  await page.getByRole('button', { name: 'Add it and show its secret' }).click()
  await expect(page.getByText(/^whsec_/)).toBeVisible()
  await makeDelivery(new URL(page.url()).pathname.split('/').at(-1)!, { state: 'failed' })
  await page.reload()
  await page.getByRole('button', { name: 'Send again' }).click()
  await expect(page.getByText('Waiting').first()).toBeVisible()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await expect(page.getByText('No webhooks yet')).toBeVisible()
})
