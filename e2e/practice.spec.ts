import { makeQualifiedApplicant } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { expectNoViolations } from './fixtures/axe'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'

test('an applicant practises in the real room against bots, and nobody takes it for the real thing (R3.6)', async ({
  signInAs,
}) => {
  test.setTimeout(240_000)
  const round = await makeRound({ state: 'applications' })
  const { person } = await makeQualifiedApplicant(round, round.lots[0]!)
  const page = await signInAs(person)
  const address = `/portal/rounds/${round.id}/practice`
  await page.goto(address)
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Start a practice auction' }).click()
  await expect(page.getByRole('heading', { name: 'Your practice is running' })).toBeVisible()
  await expectNoViolations(page)
  await page
    .getByRole('link', { name: /Enter the practice room/ })
    .first()
    .click()

  await test.step('the room says that it is practice, and takes a bid when bidding opens', async () => {
    await expect(page.getByText(/practice/i).first()).toBeVisible()
    await expect(page.getByRole('textbox', { name: /Most you would pay/ })).toBeVisible({ timeout: 120_000 })
    const least = /At least (US\$[\d,.]+)/.exec(
      (await page.locator('.bid-form + p').textContent()) ?? '',
    )?.[1]
    await room(page).bid(least!.replace('US$', ''))
    await expect(room(page).standing).toHaveText(/Leading|Outbid/)
  })
  await test.step('a bot answers by itself', async () => {
    await expect(room(page).standing).toHaveText('Outbid', { timeout: 60_000 })
    await expectNoViolations(page)
  })
  await test.step('somebody else finds nothing there', async () => {
    const path = new URL(page.url()).pathname
    const stranger = await signInAs(await makePerson())
    expect((await stranger.goto(path))?.status()).toBe(404)
    await stranger.goto('/rounds')
    await expect(stranger.locator('main')).not.toContainText('practice-1')
  })
})
