import { expect, test } from './fixtures/portal'

test('the catalogue, a name and its round are read without JavaScript, and the look-up jumps', async ({
  visit,
}) => {
  const page = await visit({ javaScriptEnabled: false })
  await page.goto('/labels')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Catalogue')
  await page.goto('/labels?q=Q7.ORG')
  await expect(page).toHaveURL(/\/labels\/q7$/)
  const unknown = await page.goto('/labels/q77')
  expect(unknown?.status()).toBe(404)
})

test('a name is looked up with a broken address and no error of ours is shown', async ({ visit }) => {
  const page = await visit()
  for (const path of [
    '/labels/%25',
    '/labels/%E0%A4%A',
    '/labels?q=%00',
    '/rounds/9-9',
    '/results/nothing',
    '/room/lot_x',
  ]) {
    const response = await page.goto(path)
    expect(response?.status() ?? 0, path).toBeLessThan(500)
    await expect(page.locator('body')).not.toContainText(/at .*\(.*:\d+:\d+\)/)
  }
})
