import type { Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { type MadeApplication, makeApplication } from '@/db/factories/applications'
import { planDrafts } from '@/db/schema/applications'
import { expect, test } from './fixtures/portal'

const first = 'Small rivers have no press office. '
const more = 'This is the part that nobody had saved.'

const address = ({ id }: MadeApplication) => `/portal/applications/${id}/sections/purpose`
const purpose = (page: Page) => page.getByRole('textbox', { name: 'Purpose' })
const saveState = (page: Page) => page.locator('[data-save-state]')

/** What the server has of the answer. */
const stored = (application: MadeApplication) => async () => {
  const [draft] = await database()
    .select()
    .from(planDrafts)
    .where(and(eq(planDrafts.applicationId, application.id), eq(planDrafts.section, 'purpose')))
  return draft?.content.purpose
}

/** The renderer dies at once: no handler of the page runs. */
async function kill(page: Page): Promise<void> {
  await page.goto('chrome://crash').catch(() => {})
  await page.close()
}

async function openPurpose(page: Page, application: MadeApplication): Promise<void> {
  await page.goto(address(application))
  await expect(purpose(page)).toBeEditable()
}

test('a tab that is killed in the middle of a sentence loses nothing', async ({ signInAs }) => {
  const application = await makeApplication()
  const page = await signInAs(application.person)
  await openPurpose(page, application)
  await purpose(page).fill(first)
  await expect(saveState(page)).toHaveAttribute('data-save-state', 'saved')
  await page.route('**/api/v1/applications/**', (route) => route.abort())
  await purpose(page).press('End')
  await purpose(page).pressSequentially(more)
  await kill(page)
  expect(await stored(application)()).toBe(first)

  const again = await page.context().newPage()
  await again.goto(address(application))
  await expect(purpose(again)).toHaveValue(first + more)
  await expect.poll(stored(application)).toBe(first + more)
  await expect(saveState(again)).toHaveAttribute('data-save-state', 'saved')
})

test('what is typed without a network is kept on the device and saved when it is back', async ({
  signInAs,
}) => {
  const application = await makeApplication()
  const page = await signInAs(application.person)
  await openPurpose(page, application)
  await page.context().setOffline(true)
  await purpose(page).fill(first)
  await expect(saveState(page)).toContainText('Offline, kept on this device')
  await page.context().setOffline(false)
  await expect(saveState(page)).toContainText(/Saved \d\d:\d\d:\d\d/)
  expect(await stored(application)()).toBe(first)
})

test('network and tab lost together: the text comes back with both', async ({ signInAs }) => {
  const application = await makeApplication()
  const page = await signInAs(application.person)
  await openPurpose(page, application)
  const context = page.context()
  await context.setOffline(true)
  await purpose(page).fill(first + more)
  await expect(saveState(page)).toContainText('kept on this device')
  await kill(page)
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address(application))
  await expect(purpose(again)).toHaveValue(first + more)
  await expect.poll(stored(application)).toBe(first + more)
})

test('a second, stale tab shows both texts and overwrites neither', async ({ signInAs }) => {
  const application = await makeApplication()
  const one = await signInAs(application.person)
  const two = await one.context().newPage()
  await openPurpose(one, application)
  await openPurpose(two, application)
  await purpose(one).fill('Written in the first tab.')
  await expect.poll(stored(application)).toBe('Written in the first tab.')
  await purpose(two).fill('Written in the second tab.')
  const conflict = two.getByRole('region', { name: 'This section was changed elsewhere' })
  await expect(conflict).toContainText('Written in the first tab.')
  await expect(conflict).toContainText('Written in the second tab.')
  expect(await stored(application)()).toBe('Written in the first tab.')

  await conflict.getByRole('radio', { name: 'Put both into the field and edit' }).check()
  await conflict.getByRole('button', { name: 'Go on with this' }).click()
  const both = 'Written in the second tab.\n\nWritten in the first tab.'
  await expect(purpose(two)).toHaveValue(both)
  await expect.poll(stored(application)).toBe(both)
})

test('signed out meanwhile: the text waits on the device and is saved after signing in again', async ({
  signInAs,
}) => {
  const application = await makeApplication()
  const page = await signInAs(application.person)
  await openPurpose(page, application)
  const context = page.context()
  const cookies = await context.cookies()
  await context.clearCookies({ name: 'session' })
  await purpose(page).fill(first)
  await expect(saveState(page)).toContainText('You are signed out. Your text is kept on this device.')
  await context.addCookies(cookies)
  await page.reload()
  await expect(purpose(page)).toHaveValue(first)
  await expect.poll(stored(application)).toBe(first)
})
