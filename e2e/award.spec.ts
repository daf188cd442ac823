import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { approve as approveRequest } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { awards } from '@/db/schema/awards'
import { placeBid } from '@/domain/bids/place-bid'
import { spell } from '@/domain/labels/spell'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { expectRoundToBe } from './fixtures/let-time-pass'
import { expect, test } from './fixtures/portal'
import { approve, requestOf } from './fixtures/two-people'

const officer = (name: string) => makePerson({ name, roles: ['programme-officer'] })

test('a winner reads the name back, accepts, and sees until when to pay', async ({ signInAs }) => {
  const { awardId, label, person } = await makeAward()
  const page = await signInAs(person)
  await page.goto('/portal')
  await page.locator(`a[href="/portal/awards/${awardId}"]`).first().click()
  await expect(page.getByText('Accept it before the deadline')).toBeVisible()
  await page.getByRole('link', { name: 'Accept the award' }).click()
  await expect(page.getByRole('heading', { name: spell(label) })).toBeVisible()
  await page.getByRole('button', { name: `Accept ${label}.org` }).click()
  await expect(page.getByText('Confirm that you have read the name.').first()).toBeVisible()
  await page.getByRole('checkbox', { name: spell(label) }).check()
  await page.getByRole('button', { name: `Accept ${label}.org` }).click()
  await page.waitForURL(`**/portal/awards/${awardId}`)
  await expect(page.getByText('Pay in full before the deadline')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Accept the award' })).toHaveCount(0)
})

/** A final round that the second bidder won before the first. */
async function wonByTheSecond() {
  const softClose = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }
  const auction = await makeOpenLots({ closesInMs: 8_000, softClose })
  const lot = auction.lots[0]!
  for (const [index, maxMinor] of ['300000', '450000'].entries())
    expect(await placeBid(auction.bidders[index]!.person, { lotId: lot.id, maxMinor })).toMatchObject({
      ok: true,
    })
  await expectRoundToBe(auction.round.id, 'closed', 20_000)
  const asked = await finaliseRound(await officer('Olga Officer'), { roundId: auction.round.id })
  expect(await approveRequest(asked, await officer('Omar Officer'))).toMatchObject({ ok: true })
  const [award] = await database().select().from(awards).where(eq(awards.lotId, lot.id))
  return { lot, awardId: award!.id, winner: auction.bidders[1]!, next: auction.bidders[0]! }
}

test('an award runs out, two officers offer the name to the next in order, who may say no', async ({
  signInAs,
  visit,
}) => {
  const { lot, awardId, next } = await wonByTheSecond()
  await database()
    .update(awards)
    .set({ acceptBy: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(awards.id, awardId))
  const first = await signInAs(await officer('Olga Officer'))
  const ended = async () => {
    await first.goto('/admin/awards?show=waits')
    return first.getByRole('link', { name: `Offer to the next in order of ${lot.label}.org` }).count()
  }
  await expect.poll(ended).toBe(1)
  await first.getByRole('link', { name: `Offer to the next in order of ${lot.label}.org` }).click()
  await expect(first.getByText(`paddle ${next.paddle}`)).toBeVisible()
  await expect(first.getByText('US$3,000.00')).toBeVisible()
  await first.getByRole('button', { name: 'Ask a second officer' }).click()
  const request = await requestOf(first)
  await approve(await signInAs(await officer('Omar Officer')), request)

  const anyone = await visit()
  await anyone.goto(`/results/${lot.label}`)
  await expect(
    anyone.getByText(`Offered to the next in order, paddle ${next.paddle}, for US$3,000.00`),
  ).toBeVisible()

  const asked = await signInAs(next.person)
  await asked.goto('/portal')
  await asked.getByRole('link', { name: `Answer for ${lot.label}.org` }).click()
  await expect(asked.getByText('Saying no, or nothing, costs you nothing.')).toBeVisible()
  await asked.getByRole('link', { name: 'Decline' }).click()
  await asked.getByRole('checkbox', { name: spell(lot.label) }).check()
  await asked.getByRole('button', { name: `Decline ${lot.label}.org` }).click()
  await expect(asked.getByText('This award has ended')).toBeVisible()
})
