import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { demoPerson, seededIds } from './fixtures/demo-person'
import { expect, test } from './fixtures/portal'

/** WCAG 2.2 AA as far as a machine can see it, on the seeded world, in both themes. */
const themes = ['light', 'dark'] as const
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violations(page: Page, path: string): Promise<string[]> {
  const response = await page.goto(path)
  expect(response?.status(), path).toBeLessThan(400)
  const found = await new AxeBuilder({ page }).withTags(tags).exclude('#label-grid tbody').analyze()
  return found.violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html.slice(0, 160)}`)
}

async function check(page: Page, paths: readonly string[], theme: (typeof themes)[number]) {
  await page.emulateMedia({ colorScheme: theme })
  const all: string[] = []
  for (const path of paths) all.push(...(await violations(page, path)))
  expect(all).toEqual([])
}

const publicPages = [
  '/',
  '/labels/q7',
  '/labels/z3',
  '/labels?view=list',
  '/rounds',
  '/rounds/1-2',
  '/rounds/2-1',
  '/rounds/2-2',
  '/results',
  '/results/z3',
  '/rules',
  '/help',
  '/help/accessibility',
  '/help/mail',
  '/help/confusing-use',
  '/proceeds',
  '/data',
  '/sign-in',
  '/register',
  '/reset-password',
]

for (const theme of themes) {
  test(`what everyone sees, ${theme}`, async ({ visit }) => {
    test.setTimeout(180_000)
    await check(await visit(), publicPages, theme)
  })

  test(`what applicants see, ${theme}`, async ({ signInAs }) => {
    test.setTimeout(120_000)
    const ada = await demoPerson('ada')
    const page = await signInAs(ada)
    const { draft, lot, sealed, clock } = await seededIds(ada.memberships[0]?.organisationId)
    expect(draft).toBeDefined()
    const paths = [
      '/portal',
      `/portal/applications/${draft}`,
      '/portal/organisations',
      '/account',
      `/room/${lot}`,
      `/room/${sealed}`,
      `/room/${clock}`,
    ]
    await check(page, paths, theme)
  })

  test(`what the programme sees, ${theme}`, async ({ signInAs }) => {
    test.setTimeout(180_000)
    const page = await signInAs(await demoPerson('dana'))
    const { bidding, review } = await seededIds()
    const paths = [
      '/admin',
      '/admin/labels',
      '/admin/country-codes',
      '/admin/phases',
      '/admin/rounds',
      `/admin/rounds/${bidding}`,
      `/admin/rounds/${bidding}/control`,
      `/admin/rounds/${bidding}/approval`,
      `/admin/rounds/${review}/reviews`,
      '/admin/applications',
      '/admin/registrars',
      '/admin/approvals',
      '/admin/audit',
    ]
    await check(page, paths, theme)
  })

  test(`what reviewers, finance and administrators see, ${theme}`, async ({ signInAs }) => {
    test.setTimeout(120_000)
    await check(await signInAs(await demoPerson('rosa')), ['/review'], theme)
    await check(await signInAs(await demoPerson('fiona')), ['/admin/deposits'], theme)
    await check(await signInAs(await demoPerson('amina')), ['/admin/people'], theme)
    await check(await signInAs(await demoPerson('rene')), ['/registrar'], theme)
  })
}
