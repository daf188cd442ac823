import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/portal'

/** The footer's two switches: plain forms, remembered in a cookie, rendered by the server. */
const here = '/rounds/1-2'
const filtered = '/labels?view=list&status=open'
const html = (page: Page) => page.locator('html')
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const themeSwitch = (page: Page) => page.getByRole('form', { name: 'Theme' })
const choice = (page: Page, name: string) => themeSwitch(page).getByRole('button', { name })

/** What the server says before any script could run: a page that arrives so cannot flash. */
async function themeInHtml(page: Page, path: string): Promise<string | undefined> {
  const text = await (await page.request.get(path)).text()
  return /<html[^>]*\sdata-theme="(\w+)"/.exec(text)?.[1]
}

async function changeZone(page: Page, zone: string) {
  const zones = page.getByRole('combobox', { name: 'Time zone' })
  if (!(await zones.isVisible())) await page.getByText('Change zone').click()
  await zones.selectOption(zone)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
}

/** The texts of instants with a time of day on this page. A price path is in UTC, the clock of the auction. */
async function instants(page: Page): Promise<string[]> {
  const texts = await page.locator('main time:not(.plot-table time)').allTextContents()
  return texts.filter((text) => /\d\d:\d\d/.test(text))
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`the theme is switched, stays and comes with the page, ${how}`, async ({ visit }) => {
    const page = await visit({ javaScriptEnabled, colorScheme: 'light' })
    await page.goto(here)
    await expect(choice(page, 'System')).toHaveAttribute('aria-pressed', 'true')
    expect(await themeInHtml(page, here)).toBeUndefined()
    const light = await paper(page)

    await choice(page, 'Dark').click()
    await expect(html(page)).toHaveAttribute('data-theme', 'dark')
    await expect(choice(page, 'Dark')).toHaveAttribute('aria-pressed', 'true')
    await expect(page).toHaveURL(here)
    const dark = await paper(page)
    expect(dark).not.toBe(light)
    await page.reload()
    expect(await paper(page)).toBe(dark)
    for (const path of [here, '/', '/labels', '/sign-in', '/no-such-page'])
      expect(await themeInHtml(page, path), path).toBe('dark')

    await page.emulateMedia({ colorScheme: 'dark' })
    await choice(page, 'Light').click()
    await expect(html(page)).toHaveAttribute('data-theme', 'light')
    expect(await paper(page)).toBe(light)
    await choice(page, 'System').click()
    await expect(html(page)).not.toHaveAttribute('data-theme')
    expect(await paper(page)).toBe(dark)
  })

  test(`the time zone is switched and stays, and every instant names it, ${how}`, async ({ visit }) => {
    const page = await visit({ javaScriptEnabled })
    await page.goto(here)
    await expect(page.getByText('Shown in UTC. Change zone')).toBeVisible()
    const before = await instants(page)
    expect(before.length).toBeGreaterThan(5)
    for (const text of before) expect(text).toMatch(/\d\d:\d\d(:\d\d)? UTC$/)

    await changeZone(page, 'Asia/Kathmandu')
    await expect(page.getByText('Shown in Kathmandu (UTC+5:45) and UTC.')).toBeVisible()
    await expect(page).toHaveURL(here)
    expect(await instants(page)).not.toEqual(before)
    await page.reload()
    for (const path of ['/', here, '/rounds', '/labels/q7', '/results', '/results/z3']) {
      await page.goto(path)
      for (const text of await instants(page))
        expect(text, path).toMatch(/\d\d:\d\d(:\d\d)? UTC\+5:45 \(.*\d\d:\d\d(:\d\d)? UTC\)$/)
    }
    await changeZone(page, 'America/New_York')
    await expect(page.getByText(/Shown in New York \(E[SD]T\) and UTC\./)).toBeVisible()
    expect(await instants(page)).toContainEqual(expect.stringMatching(/ E[SD]T \(.* UTC\)$/))
  })
}

test('the theme is there before the first script, so that nothing flashes', async ({ visit }) => {
  const page = await visit({ colorScheme: 'light' })
  await page.goto(here)
  await choice(page, 'Dark').click()
  await expect(html(page)).toHaveAttribute('data-theme', 'dark')
  const dark = await paper(page)
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => seen.push(document.documentElement.dataset.theme)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
    })
  })
  await page.reload({ waitUntil: 'commit' })
  await page.locator('footer').waitFor()
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen)).toEqual(new Set(['dark']))
  expect(await paper(page)).toBe(dark)
})

test('the browser’s own zone is one press away', async ({ visit }) => {
  const page = await visit({ timezoneId: 'Asia/Tokyo' })
  await page.goto(here)
  await page.getByText('Change zone').click()
  await page.getByRole('button', { name: 'Use my browser’s zone' }).click()
  await expect(page.getByText(/Shown in Tokyo \(.+\) and UTC\./)).toBeVisible()
})

test('the switches keep the filters of the catalogue, never lead away, and nonsense changes nothing', async ({
  visit,
}) => {
  const page = await visit()
  await page.goto(filtered)
  await choice(page, 'Dark').click()
  await expect(html(page)).toHaveAttribute('data-theme', 'dark')
  await expect(page).toHaveURL(filtered)
  await choice(page, 'System').click()
  for (const [path, form] of [
    ['/theme', { theme: 'purple', back: 'https://evil.example/' }],
    ['/zone', { zone: 'Middle/Earth', back: '//evil.example' }],
  ] as const) {
    const answer = await page.request.post(path, { form, maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([303, '/'])
  }
  await page.reload()
  await expect(html(page)).not.toHaveAttribute('data-theme')
  await expect(page.getByText('Shown in UTC. Change zone')).toBeVisible()
})
