import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { bidAttempts } from '@/db/schema/auctions'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'

test('a bid whose answer is lost is asked for again, counts once, and is never called failed', async ({
  signInAs,
}) => {
  const { lots: made, bidders } = await makeOpenLots()
  const lotId = made[0]!.id
  const page = await signInAs(bidders[0]!.person)
  await room(page).open(lotId)
  let sent = 0
  await page.route('**/bids', async (route) => {
    sent++
    if (sent > 3) return route.continue()
    // The first reaches the server and its answer is lost; the others do not even arrive.
    if (sent === 1) await route.fetch()
    await route.abort('connectionreset')
  })
  await room(page).review('1,500.00')
  await room(page).confirm('1,500.00')
  await expect(page.locator('.bid-row')).toContainText(
    'We are checking whether your bid of US$1,500.00 arrived',
  )
  await expect(page.locator('.bid-row')).toContainText('Accepted: maximum US$1,500.00', { timeout: 15_000 })
  await expect(room(page).standing).toHaveText('Leading')
  const attempts = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
  expect(attempts).toHaveLength(1)
})

test('seven rooms in one browser all stay live', async ({ signInAs }) => {
  const { lots: made, bidders } = await makeOpenLots({ lots: 2 })
  const first = await signInAs(bidders[0]!.person)
  await room(first).open(made[0]!.id)
  for (let tab = 2; tab <= 7; tab++) {
    const page = await first.context().newPage()
    await room(page).open(made[tab % 2]!.id)
  }
})
