import type { Page } from '@playwright/test'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeBuildOut, makeTransfer } from '@/db/factories/build-out'
import { makeHeardCase } from '@/db/factories/cases'
import { makeClarification } from '@/db/factories/clarifications'
import { makeDecision, makeSubmittedReviews } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { makePassed } from '@/db/factories/transfers'
import { demoRegistrar } from '@/db/seed/demo-people'
import { violationsOf } from './fixtures/axe'
import { demoPerson, seededIds } from './fixtures/demo-person'
import { expect, test } from './fixtures/portal'

/** What is measured is what axe finds, not how long it takes on a busy machine. */
const MINUTES = 10 * 60_000

async function check(page: Page, paths: readonly string[]) {
  const all: string[] = []
  for (const path of paths) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBeLessThan(400)
    all.push(...(await violationsOf(page, '#label-grid tbody')).map((each) => `${path}: ${each}`))
  }
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
  '/results/w9',
  '/results/x4',
  '/results/z3',
  '/rules',
  '/help',
  '/help/accessibility',
  '/help/mail',
  '/help/confusing-use',
  '/help/confusing-use/report',
  '/proceeds',
  '/qpi',
  '/verify?result=z3',
  '/data',
  '/feeds',
  '/sign-in',
  '/register',
  '/reset-password',
]

test('what everyone sees', async ({ visit }) => {
  test.setTimeout(MINUTES)
  await check(await visit(), publicPages)
})

test('what applicants see', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
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
  await check(page, paths)
})

test('what the programme sees', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
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
  await check(page, paths)
})

test('what the panel sees', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
  const { review } = await seededIds()
  const page = await signInAs(await demoPerson('chen'))
  const reviews = `/admin/rounds/${review}/reviews`
  await page.goto(reviews)
  const plan = await page.getByRole('rowheader').getByRole('link').first().getAttribute('href')
  const late = await page
    .getByRole('link', { name: /^Take back/ })
    .first()
    .getAttribute('href')
  const own = [reviews, `${reviews}/assignment`, `${reviews}/reliability`, `${reviews}/decisions`]
  await check(page, [...own, plan!, `${plan}/clarification`, late!])
})

test('what a reviewer works on', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
  const page = await signInAs(await demoPerson('rosa'))
  await page.goto('/review')
  const linkOf = (name: RegExp) => page.getByRole('link', { name }).first().getAttribute('href')
  const [scoring, unopened, read] = [await linkOf(/^Score /), await linkOf(/^Start /), await linkOf(/^Read /)]
  const calibration = await linkOf(/^Calibration/)
  const more = ['clarification', 'conflict', 'decline', 'history', 'print'].map(
    (each) => `${scoring}/${each}`,
  )
  const own = ['/review/expertise', '/review/severity', calibration!, unopened!, scoring!, read!]
  await check(page, [...own, ...more])
})

test('what an applicant reads of its review', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
  const round = await makeRound({ state: 'qualified' })
  const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  await makeSubmittedReviews(plan, Array(3).fill([2, 2, 2]))
  await makeDecision(plan, { outcome: 'not-qualified', released: true })
  const asked = await makeSubmittedApplication()
  await makeClarification(asked)
  const base = '/portal/applications'
  const page = await signInAs(plan.person)
  await check(page, [`${base}/${plan.id}`, `${base}/${plan.id}/reconsideration`])
  await check(await signInAs(asked.person), [`${base}/${asked.id}/clarifications`])
})

test('what follows a result', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
  const officer = await signInAs(await demoPerson('dana'))
  const money = ['statements', 'statements/caps', 'statements/proceeds', 'cases']
  const lists = ['awards', 'allocations', 'build-out', 'sealing', ...money].map((each) => `/admin/${each}`)
  await officer.goto('/admin/awards')
  const award = await officer
    .getByRole('main')
    .getByRole('row')
    .getByRole('link')
    .first()
    .getAttribute('href')
  await check(officer, [...lists, award!])
  await check(await signInAs(await demoPerson('carl')), ['/custodian'])
  const books = ['/admin/invoices', '/admin/payments', '/admin/ledger', '/admin/ledger/bank']
  await check(await signInAs(await demoPerson('fiona')), books)
  const made = await makeBuildOut()
  const own = [`/portal/awards/${made.awardId}`, `/portal/build-out/${made.awardId}`]
  const caseId = await makeHeardCase(made)
  const other = await makeBuildOut()
  const transferId = await makeTransfer({
    ...{ awardId: other.awardId, askedBy: other.person.userId },
    ...{ from: other.organisation.id, to: made.organisation.id },
  })
  const asked = ['/portal', `/portal/cases/${caseId}`, `/portal/transfers/${transferId}`]
  const account = ['notifications', 'calendar', 'webhooks'].map((each) => `/account/${each}`)
  await check(await signInAs(made.person), [
    ...own,
    `/portal/build-out/${made.awardId}/1`,
    ...asked,
    ...account,
  ])
})

test('what reviewers, finance and administrators see', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
  await check(await signInAs(await demoPerson('rosa')), ['/review'])
  await check(await signInAs(await demoPerson('fiona')), ['/admin/deposits'])
  await check(await signInAs(await demoPerson('amina')), ['/admin/people'])
  await check(await signInAs(await demoPerson('rene')), ['/registrar', '/registrar/qpi'])
  await check(await signInAs((await makePassed()).registrar), ['/registrar'])
})

test('the quality of registrars', async ({ signInAs }) => {
  test.setTimeout(MINUTES)
  const officer = await signInAs(await demoPerson('dana'))
  const lists = [
    '',
    '/trends',
    '/files',
    '/models',
    '/models/new',
    '/promotions',
    `/registrars/${demoRegistrar.ianaId}`,
  ]
  await officer.goto('/admin/qpi/promotions')
  const promotion = await officer.getByRole('link', { name: /^Sample promotion/ }).getAttribute('href')
  await officer.goto('/admin/qpi/files')
  const file = await officer.getByRole('rowheader').getByRole('link').first().getAttribute('href')
  await check(officer, [...lists.map((each) => `/admin/qpi${each}`), promotion!, file!])
})
