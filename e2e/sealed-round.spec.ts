import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { custodianIdentity, makeCustodians } from '@/db/factories/sealing'
import { bidAttempts } from '@/db/schema/auctions'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { beginOpening } from '@/domain/sealing/begin-opening'
import { expectNoViolations } from './fixtures/axe'
import { expectRoundToBe } from './fixtures/let-time-pass'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'

/** Long enough for the bids below on a slow machine. */
const BIDDING_MS = 90_000

test('sealed bids are handed in, replaced and withdrawn unseen, and opened after the close', async ({
  signInAs,
}) => {
  test.setTimeout(480_000)
  const { round, lots, bidders } = await makeOpenLots({
    format: 'sealed-second-price',
    bidders: 3,
    closesAt: new Date(Date.now() + BIDDING_MS),
  })
  const lotId = lots[0]!.id
  const [ann, bob, cy] = [
    await signInAs(bidders[0]!.person),
    await signInAs(bidders[1]!.person, { web: 'second', viewport: { width: 390, height: 844 } }),
    await signInAs(bidders[2]!.person),
  ]
  const [dana, miro] = [
    await makePerson({ roles: ['programme-officer'] }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  for (const page of [ann, bob, cy]) await room(page).open(lotId)
  const sent: string[] = []
  ann.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData() ?? '')
  })

  await test.step('a bid is read back in words before it is sealed', async () => {
    await room(ann).seal('2,500.00')
    await expect(room(ann).standing).toHaveText('Bid sealed')
    await expect(ann.locator('.room')).toContainText('Your sealed bid US$2,500.00')
  })
  await test.step('it can be replaced', async () => {
    await room(ann).seal('3,000.00')
    await expect(ann.locator('.room')).toContainText('Your sealed bid US$3,000.00')
    await expectNoViolations(ann)
  })
  await test.step('on a phone the bid is made inside the bar', async () => {
    await bob.getByRole('button', { name: 'Hand in a sealed bid' }).click()
    await room(bob).seal('2,000.00')
    await expect(room(bob).standing).toHaveText('Bid sealed')
    await expectNoViolations(bob)
  })
  await test.step('it can be withdrawn', async () => {
    await room(cy).seal('9,000.00')
    await cy.getByRole('button', { name: 'Withdraw my bid' }).first().click()
    await room(cy).confirmAs('Confirm the withdrawal')
    await expect(room(cy).standing).toHaveText('Withdrawn')
  })
  await test.step('nobody sees anything of the others, nor does the table state an amount', async () => {
    for (const page of [bob, cy]) await expect(page.locator('main')).not.toContainText('3,000.00')
    const rows = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
    expect(rows).toHaveLength(5)
    expect(rows.every(({ maxMinor }) => maxMinor === null)).toBe(true)
  })

  await test.step('its amount left the browser in no request', async () => {
    expect(sent.length).toBeGreaterThanOrEqual(2)
    expect(sent.join('\n')).not.toMatch(/amountMinor|250000|300000/)
  })
  await test.step('two officers begin the opening, and custodians release their shares in their browsers', async () => {
    await expect(async () => {
      const asked = await beginOpening(dana, { roundId: round.id })
      expect((await approve(asked, miro)).ok).toBe(true)
    }).toPass({ timeout: 2 * BIDDING_MS })
    const custodians = await makeCustodians()
    for (const index of [0, 1, 2]) {
      const page = await signInAs(custodians[index]!.person)
      await page.goto('/custodian')
      const share = page.getByRole('article').filter({ has: page.locator(`input[value="${round.id}"]`) })
      await share.getByLabel(/Your own key/).fill(custodianIdentity(index))
      await share.getByRole('button', { name: 'Open my share' }).click()
      await expect(share.getByRole('status')).toContainText('cannot be taken back')
      if (index === 0) await expectNoViolations(page)
      await share.getByRole('button', { name: 'Release my share' }).click()
      await expect(page.getByText(/^Released/).first()).toBeVisible()
      await page.context().close()
    }
  })
  await expectRoundToBe(round.id, 'closed', BIDDING_MS)
  await expect(room(ann).standing).toHaveText('Bids opened')
  await expect(ann.locator('.room')).not.toContainText('2,000.00')

  expect((await approve(await finaliseRound(dana, { roundId: round.id }), miro)).ok).toBe(true)
  await expect(room(ann).standing).toHaveText('Led at the close')
  await expect(room(ann).price).toHaveText('US$2,000.00')
  await expect(room(bob).standing).toHaveText('Did not lead')
  await expect(room(cy).standing).toHaveText('Did not lead')
})
