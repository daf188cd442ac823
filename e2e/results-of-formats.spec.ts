import { expect, test } from './fixtures/portal'

test('how a sealed round and a clock came about is drawn, told in a table and there to download', async ({
  visit,
}) => {
  const page = await visit()
  for (const [label, heading, words] of [
    ['w9', 'Sealed bids', 'US$8,300.00'],
    ['x4', 'Round by round', 'US$7,600.00'],
  ] as const) {
    await page.goto(`/results/${label}`)
    await expect(page.locator('main')).toContainText(words)
    const course = page.getByRole('region', { name: heading })
    await expect(course.getByRole('img').first()).toBeVisible()
    await expect(page.getByText('Replayed and found equal')).toBeVisible()
    const links = page.locator('a[href^="/api/v1/results/"]')
    for (const link of await links.all()) {
      const href = (await link.getAttribute('href'))!
      const answer = await page.request.get(href)
      expect(answer.status(), href).toBe(200)
      expect((await answer.body()).length, href).toBeGreaterThan(100)
    }
  }
  await page.goto('/results/w9')
  await expect(page.getByRole('region', { name: 'Bidders' }).first()).toContainText('Void bid')
  await expect(page.getByText('It is below the reserve.')).toBeVisible()
  const bids = await (await page.request.get('/api/v1/results/w9/bids?format=csv')).text()
  expect(bids).toMatch(/void/)
  expect(bids).toMatch(/replaced/)
})
