import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeApplication } from '@/db/factories/applications'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { planDrafts } from '@/db/schema/applications'
import { bidAttempts } from '@/db/schema/auctions'
import { labels } from '@/db/schema/labels'
import { expectFocus, keyboard } from './fixtures/keyboard'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'
import { spareLabel } from './fixtures/spare-label'
import { requestOf, wordsToType } from './fixtures/two-people'

/** Everything here is done by keys alone; `keyboard` asserts after each that the focus is seen and not lost. */

test('the catalogue is one tab stop, walked by arrows, and a name is one word and Enter away', async ({
  visit,
}) => {
  test.slow()
  const page = await visit()
  const keys = keyboard(page)
  await page.goto('/labels')
  await expect(page.getByRole('grid').first()).toBeVisible()
  const cell = (label: string) => page.locator(`.grid36 a[href="/labels/${label}"]`)
  const walk = async (steps: readonly (readonly [key: string, label: string])[]) => {
    for (const [key, label] of steps) {
      await keys.press(key)
      await expect(cell(label), key).toBeFocused()
    }
  }
  await keys.tabTo(cell('a'))
  await walk([
    ['ArrowRight', 'b'],
    ['ArrowDown', 'ab'],
    ['ArrowDown', 'bb'],
    ['ArrowLeft', 'ba'],
    ['ArrowLeft', 'ba'],
    ['End', 'b9'],
    ['Home', 'ba'],
    ['PageDown', 'ha'],
    ['Control+End', '99'],
    ['ArrowDown', '99'],
    ['Control+Home', 'a'],
    ['ArrowUp', 'a'],
    ['End', '9'],
  ])
  await keys.press('Tab')
  await expect(page.locator('.grid36 a:focus')).toHaveCount(0)
  await keys.press('Shift+Tab')
  await expect(cell('9')).toBeFocused()

  await keys.tabTo(page.getByRole('textbox', { name: 'Go to a name' }), 'Shift+Tab')
  await keys.type('Q7.ORG')
  await page.keyboard.press('Enter')
  await page.waitForURL('/labels/q7')
})

test('a section of the plan is written and saved', async ({ signInAs }) => {
  const application = await makeApplication()
  const page = await signInAs(application.person)
  const keys = keyboard(page)
  const home = `/portal/applications/${application.id}`
  await page.goto(home)
  await keys.tabTo(page.getByRole('main').locator(`a[href="${home}/sections/brand"]`).first())
  await page.keyboard.press('Enter')
  await page.waitForURL(`${home}/sections/brand`)
  const areas = page.locator('textarea')
  await keys.tabTo(areas.nth(0))
  await keys.type('Two characters fit on a sample bottle.')
  await keys.tabTo(areas.nth(1))
  await keys.type('Understood the first time, on the radio and in the field.')
  await keys.tabTo(page.getByRole('radio', { name: 'No, I’ll come back later' }))
  await keys.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked()
  await keys.tabTo(page.getByRole('button', { name: 'Save and continue' }))
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/brand$/)
  const drafts = await database()
    .select()
    .from(planDrafts)
    .where(eq(planDrafts.applicationId, application.id))
  expect(drafts).toMatchObject([{ section: 'brand', completed: true }])
})

test('a bid is written, taken back, placed and confirmed, and the focus stays at the bid', async ({
  signInAs,
}) => {
  const { lots, bidders } = await makeOpenLots()
  const page = await signInAs(bidders[0]!.person)
  const keys = keyboard(page)
  await room(page).open(lots[0]!.id)
  const amount = page.getByRole('textbox', { name: /Most you would pay/ })
  const confirm = page.getByRole('button', { name: 'Confirm US$1,700.00' })
  await keys.tabTo(amount)
  await keys.press('Control+A')
  await keys.type('1,700.00')
  await keys.press('Enter')
  await expect(confirm).toBeFocused()
  await keys.press('Escape')
  await keys.tabTo(amount)
  await expect(amount).toHaveValue('1,700.00')
  await keys.press('Enter')
  await expect(confirm).toBeFocused()
  await expect(async () => {
    if (await confirm.isVisible()) await page.keyboard.press('Enter')
    await expect(confirm).toBeHidden({ timeout: 250 })
  }).toPass()
  await expect(page.locator('.bid-row')).toContainText('Accepted: maximum US$1,700.00')
  await expect(page.getByRole('group', { name: 'Your bid' })).toBeFocused()
  await keys.press('Tab')
  await expect(amount).toBeFocused()
  const attempts = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lots[0]!.id))
  expect(attempts).toMatchObject([{ maxMinor: 170_000n }])
})

test('a second officer approves', async ({ signInAs }) => {
  const first = await makePerson({ roles: ['programme-officer'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const label = await spareLabel()
  const other = await signInAs(first)
  await other.goto(`/admin/labels/release?label=${label}`)
  await other.getByRole('button', { name: 'Ask a second officer' }).click()
  const request = await requestOf(other)

  const page = await signInAs(second)
  const keys = keyboard(page)
  await page.goto('/admin/approvals')
  await keys.tabTo(page.locator(`a[href="${request}"]`))
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${request}`)
  const words = await wordsToType(page)
  await keys.tabTo(page.getByRole('textbox', { name: /to approve/ }))
  await keys.type('not the words')
  await keys.tabTo(page.getByRole('button', { name: 'Approve' }))
  await keys.press('Enter')
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(summary).toBeFocused()
  await keys.tabTo(summary.getByRole('link'))
  await keys.press('Enter')
  await expect(page.getByRole('textbox', { name: /to approve/ })).toBeFocused()
  await keys.press('Control+A')
  await keys.type(words)
  await keys.tabTo(page.getByRole('button', { name: 'Approve' }))
  await keys.press('Enter')
  await expect(page.getByText('Approved by two people')).toBeVisible()
  await expectFocus(page)
  const [row] = await database().select().from(labels).where(eq(labels.label, label))
  expect(row).toMatchObject({ state: 'released' })
})
