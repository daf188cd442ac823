import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { bidAttempts } from '@/db/schema/auctions'
import { accountOf } from './fixtures/account-of'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'
import { expectToFit, phone } from './fixtures/small-screen'

/** From the catalogue to a bid on a telephone, signed in by the forms that people use. */

test('on a telephone: find a name, sign in with password and code, bid with the bar at the bottom', async ({
  visit,
}) => {
  const { lots, bidders } = await makeOpenLots()
  const { id: lotId, label } = lots[0]!
  const account = await accountOf(bidders[0]!.person)
  const page = await visit(phone)

  await test.step('the catalogue is 36 keys and a board', async () => {
    await page.goto('/labels')
    await expectToFit(page)
    const keys = page.getByRole('navigation', { name: 'First character' })
    await keys.getByRole('link', { name: label[0], exact: true }).tap()
    await page.waitForURL(/first=/)
    const board = page.getByRole('table', { name: `Names that begin with ${label[0]}` })
    await expectToFit(page)
    await board.getByRole('link', { name: `${label}.org` }).tap()
    await page.waitForURL(`/labels/${label}`)
    await expectToFit(page)
  })

  await test.step('who is signed out signs in first, with password and code', async () => {
    await page.getByRole('link', { name: 'Watch the auction' }).tap()
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await expectToFit(page)
    await page.getByLabel('E-mail address').fill(account.email)
    await page.getByLabel('Password').fill('not my password at all')
    await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
    await expect(page.locator('.err-sum')).toContainText('The address, password or code is not right.')
    await expect(page.getByLabel('E-mail address')).toHaveValue(account.email)
    await page.getByLabel('Password').fill(account.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
    await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
    await expectToFit(page)
    await page.getByLabel('Code from your authenticator app').fill(account.code())
    await page.getByRole('button', { name: 'Sign in', exact: true }).tap()
    await page.waitForURL(`/room/${lotId}`)
  })

  await test.step('the bar at the bottom takes the bid', async () => {
    await expect(page.locator('.connection .status')).toContainText('Live')
    await expectToFit(page)
    const bar = page.getByRole('region', { name: 'Bid' })
    await expectAtBottom(page)
    await bar.getByRole('button', { name: /^Bid/ }).tap()
    await bar.getByRole('textbox', { name: /Most you would pay/ }).fill('1,200.00')
    await expectToFit(page)
    await bar.getByRole('button', { name: 'Review this bid' }).tap()
    await expectAtBottom(page)
    await expectToFit(page)
    const confirm = bar.getByRole('button', { name: 'Confirm US$1,200.00' })
    await expect(async () => {
      await confirm.tap({ timeout: 1000 })
      await expect(confirm).toBeHidden({ timeout: 250 })
    }).toPass()
    await expect(bar.getByText('Accepted: maximum US$1,200.00')).toBeVisible()
    await expect(bar).toContainText('Leading')
    await expect(room(page).price).toHaveText('US$1,000.00')
    await expectToFit(page)
  })
  const attempts = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
  expect(attempts).toHaveLength(1)
})

/** The bar stays within reach of the thumb however far the page is scrolled. */
async function expectAtBottom(page: Page) {
  const bar = page.getByRole('region', { name: 'Bid' })
  for (const to of [0, 99_999]) {
    await page.evaluate((top) => window.scrollTo(0, top), to)
    const box = (await bar.boundingBox())!
    expect(Math.round(box.y + box.height)).toBe(page.viewportSize()!.height)
  }
}

const publicPages = [
  '/',
  '/labels?view=list',
  '/labels/q7',
  '/rounds',
  '/rounds/1-2',
  '/results',
  '/results/z3',
  '/rules',
  '/help',
  '/proceeds',
  '/data',
  '/register',
  '/reset-password',
]

test('no public page scrolls sideways on a telephone or has targets too small for a thumb', async ({
  visit,
}) => {
  const page = await visit(phone)
  for (const path of publicPages) {
    await page.goto(path)
    await expectToFit(page)
  }
})
