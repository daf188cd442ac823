import { readFile } from 'node:fs/promises'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeReviewer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { answer } from '@/scripts/portal/answer'
import review from '@/scripts/portal/review'
import { expect, test } from './fixtures/portal'

/** By plan, by reader: clear of the pass line, upon it, below it. */
const values = [
  [5, 5, 4],
  [4, 3, 2],
  [2, 2, 1],
]

async function reviewedRound() {
  const round = await makeRound({ state: 'review', labels: values.length })
  const readers = [await makeReviewer('Ada Reader'), await makeReviewer('Bo Reader'), await makeReviewer()]
  for (const [p, given] of values.entries()) {
    const plan = await makeSubmittedApplication({ lotId: round.lots[p]!.id })
    for (const [r, value] of given.entries())
      await makeAssignment(plan, { reviewer: readers[r]!, values: [value, value, value], submitted: true })
  }
  return round
}

test('the chair sees how far scores can be relied on, and computes it again from the file', async ({
  signInAs,
}) => {
  const round = await reviewedRound()
  const page = await signInAs(await makeChair())
  await page.goto(`/admin/rounds/${round.id}/reviews`)
  await page.getByRole('link', { name: 'Reliability' }).click()
  const ladder = page.getByRole('region', { name: 'Plans by score, with calibrated scores' })
  const near = ladder.getByRole('row').filter({ hasText: 'Needs one more reader' })
  await expect(near).toHaveCount(1)
  await expect(near).toContainText('60.00')

  await page.getByText('Chance of each criterion to reach its minimum of 2.00').click()
  const chances = page.getByRole('region', { name: /^Chance of each criterion/ })
  await expect(chances.getByRole('row').nth(1)).toContainText('%')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the scores' }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  expect(file).not.toContain('Ada')
  const { exitCode, document } = await answer([review], ['review', 'calibrate'], async () => file)
  expect(exitCode).toBe(0)
  const { hash, figures } = document as { hash: string; figures: { plans: Row[] } }
  await expect(page.getByText(`SHA-256 ${hash}`)).toBeVisible()
  for (const { plan, calibrated } of figures.plans)
    await expect(ladder.getByRole('row').filter({ hasText: plan })).toContainText(calibrated.toFixed(2))

  await near.getByRole('link', { name: 'Needs one more reader' }).click()
  await expect(page).toHaveURL(`/admin/rounds/${round.id}/reviews/assignment`)
})

type Row = { plan: string; calibrated: number }
