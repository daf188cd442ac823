import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { bidAttempts, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { expect, test } from './fixtures/portal'
import { changedAt, noteChanges, room, secondsLeft } from './fixtures/room'

const softClose = { windowSeconds: 180, extendSeconds: 180, hardEnd: null }
const soon = () => new Date(Date.now() + 90_000)

for (const web of ['first', 'second'] as const) {
  test(`two bidders race, and a late bid moves the clock in both browsers (the other on the ${web} web)`, async ({
    signInAs,
  }) => {
    const { lots: made, bidders } = await makeOpenLots({ closesAt: soon(), softClose })
    const lotId = made[0]!.id
    const [ann, bob] = [await signInAs(bidders[0]!.person), await signInAs(bidders[1]!.person, { web })]
    await room(ann).open(lotId)
    await room(bob).open(lotId)
    expect(await secondsLeft(ann)).toBeLessThanOrEqual(90)
    expect(await secondsLeft(bob)).toBeLessThanOrEqual(90)
    for (const page of [ann, bob]) await noteChanges(page, '.room .price')

    await room(ann).bid('1,000.00')
    await expect(room(ann).standing).toHaveText('Leading')
    for (const page of [ann, bob]) await expect(room(page).price).toHaveText('US$1,000.00')
    for (const page of [ann, bob]) await expect.poll(() => secondsLeft(page)).toBeGreaterThan(150)

    await room(bob).bid('2,500.00')
    await expect(room(bob).standing).toHaveText('Leading')
    await expect(room(ann).standing).toHaveText('Outbid')
    for (const page of [ann, bob]) await expect(room(page).price).toHaveText('US$1,500.00')

    await test.step('every browser knew within a second of the commit', async () => {
      const decided = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
      for (const { decidedAt, priceAfterMinor } of decided) {
        const shown = priceAfterMinor === 100_000n ? 'US$1,000.00' : 'US$1,500.00'
        for (const page of [ann, bob])
          expect((await changedAt(page, shown)) - decidedAt.getTime()).toBeLessThan(1000)
      }
    })

    await test.step('a bid below the other maximum is taken and outbid at once', async () => {
      await room(ann).bid('2,000.00')
      await expect(room(ann).price).toHaveText('US$2,500.00')
      await expect(room(ann).standing).toHaveText('Outbid')
      await expect(room(bob).standing).toHaveText('Leading')
    })
  })
}

test('two bids at the same moment: one leads, both are on the record, in one order', async ({
  twoBrowsers,
}) => {
  const { lots: made, bidders } = await makeOpenLots()
  const lotId = made[0]!.id
  const pages = await twoBrowsers(bidders[0]!.person, bidders[1]!.person)
  for (const page of pages) await room(page).open(lotId)
  await Promise.all(pages.map((page) => room(page).review('1,800.00')))
  await Promise.all(pages.map((page) => room(page).confirm('1,800.00')))
  await expect(room(pages[0]).standing).toHaveText(/Leading|Outbid/)
  await expect(room(pages[1]).standing).toHaveText(/Leading|Outbid/)
  const attempts = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
  expect(attempts).toHaveLength(2)
  const [row] = await database().select().from(lots).where(eq(lots.id, lotId))
  const events = await database().select().from(lotEvents).where(eq(lotEvents.lotId, lotId))
  expect(events.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
    events.map((_, index) => index + 1),
  )
  const standings = await Promise.all(pages.map((page) => room(page).standing.textContent()))
  expect(standings.filter((word) => word === 'Leading')).toHaveLength(1)
  expect(row).toMatchObject({ state: 'open' })
})
