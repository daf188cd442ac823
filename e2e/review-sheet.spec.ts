import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeReviewer, makeSheet } from '@/db/factories/reviews'
import { reviews } from '@/db/schema/reviews'
import { submitReview } from '@/domain/reviews/submit-review'
import { expect, test } from './fixtures/portal'

/** What a reviewer does beside the plan: with keys, with passages of it, without a network, and back to how it stood. */

const reason = (page: Page, of = 'Quality') => page.getByRole('textbox', { name: `Reason for ${of}` })
const value = (page: Page, of: string, name: string) =>
  page.getByRole('region', { name: of }).getByRole('radio', { name, exact: true })
const saveState = (page: Page) => page.locator('[data-save-state]')
const cited = (page: Page, of = 'Quality') => page.getByRole('list', { name: `Passages cited for ${of}` })

async function assigned(plans = 1) {
  const reviewer = await makeReviewer()
  const made = []
  for (let each = 0; each < plans; each++) {
    const plan = await makeSubmittedApplication()
    made.push({ ...plan, ...(await makeAssignment(plan, { reviewer, conflict: 'none' })) })
  }
  return { reviewer, plans: made, plan: made[0]! }
}

/** What the server has of the sheet. */
const stored = (assignmentId: string) => async () => {
  const [row] = await database().select().from(reviews).where(eq(reviews.assignmentId, assignmentId))
  return row!.draft.find(({ criterion }) => criterion === 'quality')
}

async function open(page: Page, assignmentId: string): Promise<void> {
  await page.goto(`/review/${assignmentId}`)
  await expect(reason(page)).toBeEditable()
}

/** Selects words of the plan as a pointer would. */
async function select(page: Page, section: string, words: string): Promise<void> {
  await page.locator(`#plan-${section}`).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const start = walker.currentNode.textContent!.indexOf(wanted)
      if (start < 0) continue
      getSelection()!.setBaseAndExtent(walker.currentNode, start, walker.currentNode, start + wanted.length)
      return
    }
    throw new Error(`The section does not say “${wanted}”.`)
  }, words)
}

/** The renderer dies at once: no handler of the page runs. */
async function kill(page: Page): Promise<void> {
  await page.goto('chrome://crash').catch(() => {})
  await page.close()
}

test('scores and moves by single keys, which leave texts alone and can be switched off', async ({
  signInAs,
}) => {
  const { reviewer, plan } = await assigned()
  const page = await signInAs(reviewer)
  const keys = page.keyboard
  await open(page, plan.assignmentId)
  await value(page, 'Quality', '0').focus()
  await keys.press('4')
  await expect(value(page, 'Quality', '4')).toBeChecked()
  await keys.press('j')
  await keys.press('n')
  await expect(value(page, 'Creativity', 'Not applicable')).toBeChecked()
  await keys.press('j')
  await expect(value(page, 'Timely launch', '0')).toBeFocused()
  await keys.press('k')
  await keys.press('k')
  await expect(value(page, 'Quality', '4')).toBeFocused()

  await keys.press('c')
  await keys.type('12 jn? [0]')
  await expect(reason(page)).toHaveValue('12 jn? [0]')
  await expect(value(page, 'Quality', '4')).toBeChecked()
  await keys.press('Escape')
  await keys.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toContainText('Not applicable')
  await sheet.getByRole('checkbox').uncheck()
  await keys.press('Escape')
  await value(page, 'Quality', '4').focus()
  await keys.press('2')
  await expect(value(page, 'Quality', '4')).toBeChecked()
  await page.reload()
  await value(page, 'Quality', '4').focus()
  await keys.press('2')
  await expect(value(page, 'Quality', '4'), 'remembered on the device').toBeChecked()
})

test('turns the plans by [ and ], and saves on the way', async ({ signInAs }) => {
  const { reviewer, plans } = await assigned(2)
  const rounds = plans.map(({ roundId }) => roundId)
  const page = await signInAs(reviewer)
  // Each plan of the factories is in a round of its own; the two must share one to be neighbours.
  const second = await makeSubmittedApplication({ lotId: plans[0]!.lotId })
  const { assignmentId } = await makeAssignment(second, { reviewer, conflict: 'none' })
  expect(rounds[0]).toBe(second.roundId)
  await open(page, plans[0]!.assignmentId)
  await value(page, 'Quality', '0').focus()
  await page.keyboard.press('3')
  await page.keyboard.press(']')
  await page.waitForURL(`**/review/${assignmentId}`)
  await expect.poll(stored(plans[0]!.assignmentId)).toMatchObject({ value: 3 })
  await value(page, 'Quality', '0').focus()
  await page.keyboard.press('[')
  await page.waitForURL(`**/review/${plans[0]!.assignmentId}`)
  await value(page, 'Quality', '3').focus()
  await page.keyboard.press('Shift+S')
  await page.waitForURL(`**/review/${assignmentId}`)
})

test('finds words in the plan, counts them and goes from one to the next', async ({ signInAs }) => {
  const { reviewer, plan } = await assigned()
  const page = await signInAs(reviewer)
  await open(page, plan.assignmentId)
  const field = page.getByRole('searchbox', { name: 'Search in the plan' })
  const told = page.getByRole('search').getByRole('status')
  await field.fill('RIVER')
  const count = Number((await told.textContent())!.match(/^1 of (\d+)$/)![1])
  expect(count).toBeGreaterThan(3)
  await field.press('Enter')
  await expect(told).toHaveText(`2 of ${count}`)
  await field.press('Shift+Enter')
  await field.press('Shift+Enter')
  await expect(told).toHaveText(`${count} of ${count}`)
  const painted = () =>
    page.evaluate(() => [CSS.highlights.get('plan-search')?.size, CSS.highlights.get('plan-found')?.size])
  expect(await painted()).toEqual([count, 1])
  await field.fill('no such words')
  await expect(told).toHaveText('Not found')
  await field.press('Escape')
  await expect(field).toHaveValue('')
  expect(await painted()).toEqual([undefined, undefined])
})

test('cites what is selected and what is pasted, leads back to it, and hides it from others', async ({
  signInAs,
}) => {
  const { reviewer, plan } = await assigned()
  const other = await makeAssignment(plan, { conflict: 'none' })
  const page = await signInAs(reviewer)
  await open(page, plan.assignmentId)
  await select(page, 'brand', 'Two characters fit on a sample bottle.')
  await page.getByRole('button', { name: 'Cite for Creativity' }).click()
  await expect(cited(page, 'Creativity')).toContainText('Two characters fit on a sample bottle.')

  const cite = page.getByRole('button', { name: 'Cite a passage for Quality' })
  await cite.click()
  const words = page.getByRole('textbox', { name: 'The words of the plan' })
  await expect(words).toBeFocused()
  await words.fill('Nobody wrote this.')
  await page.getByRole('button', { name: 'Cite these words' }).click()
  await expect(page.getByText('These words do not stand in the plan.')).toBeVisible()
  await words.fill('Bottle labels and\nbridge signs')
  await page.getByRole('button', { name: 'Cite these words' }).click()
  await expect(cited(page)).toContainText('Bottle labels and bridge signs')
  await expect
    .poll(stored(plan.assignmentId))
    .toMatchObject({ citations: [{ section: 'marketing', quote: 'Bottle labels and bridge signs' }] })

  await page.reload()
  await page.locator('.plan').evaluate((pane) => pane.scrollTo(0, 0))
  const passage = page.locator('#plan-marketing li').filter({ hasText: 'Bottle labels' })
  await expect(passage).not.toBeInViewport()
  await cited(page).getByRole('link').click()
  await expect(passage).toBeInViewport()
  await expect(page.getByRole('region', { name: 'The plan' })).toBeFocused()

  const reader = await signInAs(other.reviewer)
  await reader.goto(`/review/${other.assignmentId}`)
  await expect(reader.getByText('Passages cited')).toHaveCount(0)
  await submit(page)
  await reader.reload()
  await expect(reader.getByRole('form', { name: 'Your scores' })).not.toContainText('Bottle labels')
  await submitReview(other.reviewer, {
    assignmentId: other.assignmentId,
    planVersionId: plan.planVersionId,
    version: 1,
    scores: makeSheet([4, 4, 4]),
  })
  await reader.reload()
  await expect(cited(reader)).toContainText('Bottle labels and bridge signs')
})

async function submit(page: Page): Promise<void> {
  for (const of of ['Quality', 'Creativity', 'Timely launch']) {
    await value(page, of, '4').check()
    await reason(page, of).fill('The plan shows it.')
  }
  await page.getByRole('button', { name: 'Submit scores' }).click()
  await page.getByRole('button', { name: 'Yes, submit them' }).click()
  await expect(page.getByText('Your scores are submitted.')).toBeVisible()
}

test('a tab that is killed without a network loses nothing: the queue saves what waits on the device', async ({
  signInAs,
}) => {
  const { reviewer, plan } = await assigned()
  const page = await signInAs(reviewer)
  const context = page.context()
  await open(page, plan.assignmentId)
  await context.setOffline(true)
  await value(page, 'Quality', '5').check()
  await reason(page).fill('Written on a train.')
  await select(page, 'team', 'Two engineers, one hydrologist')
  await page.getByRole('button', { name: 'Cite for Quality' }).click()
  await expect(saveState(page)).toContainText('kept on this device')
  await kill(page)
  await context.setOffline(false)

  const again = await context.newPage()
  await again.goto('/review')
  await expect(again.getByText('What you wrote without a network is saved.')).toBeVisible()
  expect(await stored(plan.assignmentId)()).toMatchObject({
    value: 5,
    reason: 'Written on a train.',
    citations: [{ section: 'team', quote: 'Two engineers, one hydrologist' }],
  })
  await open(again, plan.assignmentId)
  await expect(reason(again)).toHaveValue('Written on a train.')
})

test('a tab that is killed in the middle of a reason loses nothing, and another tab overwrites nothing', async ({
  signInAs,
}) => {
  const { reviewer, plan } = await assigned()
  const page = await signInAs(reviewer)
  const context = page.context()
  await open(page, plan.assignmentId)
  await page.route('**/api/v1/reviews/**', (route) => route.abort())
  await reason(page).pressSequentially('Nobody had saved this.')
  await kill(page)
  expect(await stored(plan.assignmentId)()).toBeUndefined()
  const [one, two] = [await context.newPage(), await context.newPage()]
  await open(one, plan.assignmentId)
  await expect(reason(one)).toHaveValue('Nobody had saved this.')
  await expect.poll(stored(plan.assignmentId)).toMatchObject({ reason: 'Nobody had saved this.' })

  await open(two, plan.assignmentId)
  await reason(one).fill('From the first tab.')
  await expect.poll(stored(plan.assignmentId)).toMatchObject({ reason: 'From the first tab.' })
  await reason(two).fill('From the second tab.')
  const conflict = two.getByRole('region', { name: 'This review was changed in another tab' })
  await expect(conflict).toContainText('From the first tab.')
  await expect(conflict).toContainText('From the second tab.')
  expect(await stored(plan.assignmentId)()).toMatchObject({ reason: 'From the first tab.' })
})

test('looks at the sheet as it stood and restores it', async ({ signInAs }) => {
  const { reviewer, plan } = await assigned()
  const page = await signInAs(reviewer)
  await open(page, plan.assignmentId)
  await reason(page).fill('A careful first reason.')
  await expect.poll(stored(plan.assignmentId)).toMatchObject({ reason: 'A careful first reason.' })
  await reason(page).fill('A hasty second one.')
  await expect.poll(stored(plan.assignmentId)).toMatchObject({ reason: 'A hasty second one.' })
  await page.reload()
  await page.getByRole('link', { name: 'Your sheet as it stood' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('as it stood')
  await expect(page.locator('main time').first()).toContainText(/GMT|BST|UTC/)
  await expect(page.locator('del').filter({ hasText: 'careful first' })).toBeVisible()
  await page.getByRole('button', { name: /^Restore this/ }).click()
  await expect(reason(page)).toHaveValue('A careful first reason.')
  expect(await stored(plan.assignmentId)()).toMatchObject({ reason: 'A careful first reason.' })
})

test('prints plan and sheet without what is around them', async ({ signInAs }) => {
  const plan = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(plan, { values: [4, 'na', null] })
  const page = await signInAs(reviewer)
  await page.goto(`/review/${assignmentId}`)
  await page.getByRole('link', { name: 'Plan and sheet to print' }).first().click()
  await expect(page.getByRole('heading', { name: `Your sheet for ${plan.label}.org` })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  for (const hidden of [page.locator('.work-head'), page.getByRole('button', { name: 'Print' })])
    await expect(hidden).toBeHidden()
  await expect(page.locator('main')).not.toContainText(plan.organisation.legalName)
  await expect(page.getByText(/^☒ 4/)).toBeVisible()
  await expect(page.locator('.new-page')).toHaveCSS('break-before', 'page')
})

test('on a phone the plan is searched, cited and left for the sheet and back', async ({ signInAs }) => {
  const { reviewer, plan } = await assigned()
  const page = await signInAs(reviewer, { viewport: { width: 390, height: 844 }, hasTouch: true })
  await page.goto(`/review/${plan.assignmentId}`)
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.locator('.narrow-outline > summary').tap()
  await page.locator('.narrow-outline').getByRole('link', { name: 'Team' }).tap()
  await expect(page.locator('#plan-team h2')).toBeInViewport()
  await select(page, 'team', 'Two engineers, one hydrologist')
  await page.getByRole('button', { name: 'Cite for Quality' }).tap()
  await page.getByRole('navigation', { name: 'Show' }).getByRole('link', { name: 'Score' }).tap()
  await cited(page).getByRole('link').tap()
  await expect(page.locator('#plan-team')).toContainText('Two engineers')
  await expect(page.getByText('Two engineers, one hydrologist').first()).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
