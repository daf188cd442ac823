import { makeOpenLots } from '@/db/factories/auctions'
import { expectNoViolations } from './fixtures/axe'
import { expectRoundToBe } from './fixtures/let-time-pass'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'

test('on a clock one bidder stays in, the other leaves for good, and the clock stops', async ({
  twoBrowsers,
}) => {
  test.setTimeout(480_000)
  const { round, lots, bidders } = await makeOpenLots({
    format: 'ascending-clock',
    reserveMinor: 100_000n,
    roundLeftMs: 90_000,
    settings: {
      increments: [{ fromMinor: '0', stepMinor: '50000' }],
      clock: { roundMinutes: 1.5, recessMinutes: 0.25, stepsPerRound: 1 },
    },
  })
  const lotId = lots[0]!.id
  const [ann, bob] = await twoBrowsers(bidders[0]!.person, bidders[1]!.person)
  for (const page of [ann, bob]) await room(page).open(lotId)

  await test.step('the first round: both stay in', async () => {
    await expect(room(ann).price).toHaveText('US$1,500.00')
    for (const page of [ann, bob]) {
      await expect(page.locator('.bid-row')).toContainText('Without a bid you leave at US$1,000.00')
      await page.getByRole('button', { name: 'Review: stay in at US$1,500.00' }).first().click()
      await room(page).confirmAs('Confirm US$1,500.00')
      await expect(room(page).standing).toHaveText('Staying in')
    }
    await expectNoViolations(ann)
  })
  await test.step('the recess tells who remains and the next prices', async () => {
    await expect(ann.locator('.bid-row')).toContainText('US$1,500.00 to US$2,000.00', { timeout: 120_000 })
    await expect(ann.locator('.room')).toContainText('2 bidders remain')
  })
  await test.step('in the second round one leaves, warned that it cannot be taken back', async () => {
    await expect(room(bob).price).toHaveText('US$2,000.00')
    const stay = ann.getByRole('button', { name: 'Review: stay in at US$2,000.00' }).first()
    await stay.click({ timeout: 60_000 })
    await room(ann).confirmAs('Confirm US$2,000.00')
    await expect(room(ann).standing).toHaveText('Staying in')
    await bob
      .getByRole('radio', { name: /Leave at a lower price/ })
      .first()
      .check()
    await bob
      .getByRole('textbox', { name: /price at which you leave/ })
      .first()
      .fill('1,750.00')
    await bob.getByRole('button', { name: 'Review this bid' }).first().click()
    await expect(bob.locator('.confirm').first()).toContainText('This cannot be taken back')
    await room(bob).confirmAs('Leave at US$1,750.00')
    await expect(room(bob).standing).toHaveText('Leaving')
    await expect(ann.locator('main')).not.toContainText('1,750.00')
  })
  await expectRoundToBe(round.id, 'closed', 120_000)
  await expect(room(bob).standing).toHaveText('Out')
  await expect(room(ann).standing).toHaveText('Still in')
})
