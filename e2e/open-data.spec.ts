import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Operation = {
  parameters: { name: string; in: string }[]
  responses: Record<string, { content: Record<string, { schema: object } | undefined> }>
}
type Document = { paths: Record<string, { get?: Operation }> }

test('every read that is documented answers as the document says, in JSON and in CSV', async ({
  request,
}) => {
  const document = (await (await request.get('/api/v1/openapi.json')).json()) as Document
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv as never)
  const first = async (path: string, list: string) =>
    ((await (await request.get(path)).json()) as Record<string, Record<string, string>[]>)[list]![0]!
  const parts: Record<string, string> = {
    '{round}': (await first('/api/v1/rounds', 'rounds')).round!,
    '{lot}': (await first('/api/v1/lots', 'lots')).lotId!,
    // Of the demo world: what other journeys make meanwhile need not stand in the signed log yet.
    '{key}': 'z3',
  }
  let asked = 0
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (!get) continue
    const address = path.replace(/\{\w+\}/g, (part) => parts[part]!)
    const { content } = get.responses['200']!
    const json = content['application/json']
    if (json) {
      const response = await request.get(address)
      expect(response.status(), address).toBe(200)
      const fits = ajv.compile(json.schema)
      expect(fits(await response.json()), `${address}: ${JSON.stringify(fits.errors)}`).toBe(true)
      asked++
    }
    if (content['text/csv']) {
      const response = await request.get(json ? `${address}?format=csv` : address)
      expect(response.headers()['content-type'], address).toContain('text/csv')
      expect(await response.text(), address).toContain('\r\n')
    }
  }
  expect(asked).toBeGreaterThan(14)
})

test('a newcomer finds the data, the feeds and the calendars', async ({ page, request }) => {
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Data and API' }).click()
  await expect(page.getByRole('link', { name: '/api/v1/labels' })).toBeVisible()
  await page.getByRole('contentinfo').getByRole('link', { name: 'Feeds and calendars' }).click()
  await expect(page.getByRole('heading', { name: 'Feeds and calendars' })).toBeVisible()
  for (const link of await page.getByRole('main').getByRole('listitem').getByRole('link').all()) {
    const response = await request.get((await link.getAttribute('href'))!)
    expect(response.headers()['content-type']).toMatch(/^(application\/atom\+xml|text\/calendar)/)
  }
  await expect(page.locator('link[type="application/atom+xml"]').first()).toBeAttached()
})
