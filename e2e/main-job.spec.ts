import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import * as otpauth from 'otpauth'
import { database } from '@/db/client'
import { completeDrafts, makeRegistrar, makeSubmittedApplication } from '@/db/factories/applications'
import { approve as approveOperation } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeSubmittedReviews } from '@/db/factories/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import { recordDeposit } from '@/domain/deposits/record-deposit'
import { sectionIds } from '@/domain/plans/sections'
import { expectRoundToBe, letTimePass } from './fixtures/let-time-pass'
import { linkInLetter } from './fixtures/letters'
import { expect, test } from './fixtures/portal'
import { room } from './fixtures/room'
import { spareLabel } from './fixtures/spare-label'
import { approve, requestOf } from './fixtures/two-people'
import { writeSection } from './fixtures/write-plan'

/** The whole job of the portal, done by the people whose job it is, each in a browser of their own. */
const password = 'nine slow herons over the marsh'

test('from a reserved name to a published result', async ({ visit, signInAs }) => {
  test.setTimeout(300_000)
  const label = await spareLabel()
  const tag = `${label}-${Date.now().toString(36)}`
  const organisation = `Example Weir Keepers ${tag} (fictional)`
  const [olga, omar, finn, cora] = [
    await signInAs(await makePerson({ name: 'Olga Officer', roles: ['programme-officer'] })),
    await signInAs(await makePerson({ name: 'Omar Officer', roles: ['programme-officer'] })),
    await signInAs(await makePerson({ name: 'Finn Finance', roles: ['finance-officer'] })),
    await signInAs(await makePerson({ name: 'Cora Chair', roles: ['panel-chair'] })),
  ]

  await test.step('an officer releases the name, a second one approves', async () => {
    await olga.goto(`/admin/labels/release?label=${label}`)
    await olga.getByRole('button', { name: 'Ask a second officer' }).click()
    await approve(omar, await requestOf(olga))
  })

  const roundId =
    await test.step('the officer drafts a phase and a round, a second one approves', async () => {
      const phase = `Journey ${tag}`
      await olga.goto('/admin/phases')
      await olga.getByRole('textbox', { name: 'Name of the phase' }).fill(phase)
      await olga.getByRole('button', { name: 'Add the phase' }).click()
      await olga.getByRole('region', { name: phase }).getByRole('button', { name: 'Publish' }).click()
      await expect(olga.getByRole('region', { name: phase })).toContainText('Published')
      return draftRound(olga, phase, label)
    })
  await olga.goto(`/admin/rounds/${roundId}/approval`)
  await olga.getByRole('button', { name: 'Run it dry' }).click()
  await expect(olga.getByRole('img', { name: 'Length of bidding' })).toBeVisible()
  await olga.getByRole('button', { name: 'Ask a second officer to approve' }).click()
  await approve(omar, await requestOf(olga))
  await letTimePass(roundId, 'applicationsOpenAt')
  await expectRoundToBe(roundId, 'applications')
  const [lot] = await database().select().from(lots).where(eq(lots.roundId, roundId))
  const lotId = lot!.id

  const ann = await visit()
  await test.step('an applicant registers and confirms the address', () => register(ann, tag))
  const application = await test.step('starts an application with a new organisation', async () => {
    await ann.goto(`/labels/${label}`)
    await ann.getByRole('link', { name: 'Start an application' }).click()
    await ann.getByRole('link', { name: 'Add who applies' }).click()
    await addOrganisation(ann, organisation)
    await ann.getByRole('button', { name: 'Start the application' }).click()
    await ann.waitForURL(/\/portal\/applications\/app_/)
    return new URL(ann.url()).pathname
  })
  await test.step('writes the plan', async () => {
    const [round] = await database().select().from(rounds).where(eq(rounds.id, roundId))
    const answers = completeDrafts(label, round!.resultsAt)
    for (const section of sectionIds)
      await writeSection(ann, { application, section, answers: answers[section] })
  })
  await test.step('names a registrar, which confirms by its link', async () => {
    const registrar = await makeRegistrar()
    const contact = `names-${registrar.ianaId}@registrar.example`
    await ann.goto(`${application}/registrar?q=${registrar.ianaId}`)
    await ann.getByRole('button', { name: 'Name this registrar' }).click()
    await ann.getByRole('textbox', { name: 'Your contact at the registrar' }).fill(contact)
    await ann.getByRole('button', { name: 'Ask it to sponsor you' }).click()
    await expect(ann.getByText('We asked your registrar')).toBeVisible()
    const sponsor = await visit()
    await sponsor.goto(await linkInLetter(contact, '/registrar/sponsorship/'))
    await sponsor.getByRole('radio', { name: 'We sponsor this application' }).check()
    await sponsor.getByRole('textbox', { name: 'Your name' }).fill('Sam Sponsor (fictional)')
    await sponsor.getByRole('button', { name: 'Send the answer' }).click()
    await expect(sponsor.getByText('Answered by Sam Sponsor (fictional)')).toBeVisible()
  })
  await test.step('checks the answers and submits', async () => {
    await ann.goto(application)
    await expect(ann.getByText('11 of 12 tasks completed')).toBeVisible()
    await ann.goto(`${application}/check`)
    await ann.getByRole('checkbox', { name: /accurate and complete/ }).check()
    await ann.getByRole('checkbox', { name: /I accept/ }).check()
    await ann.getByRole('button', { name: `Submit application for ${label}.org` }).click()
    await expect(ann.getByText('We received your application')).toBeVisible()
    await expect(ann.getByText(/PIR-\d{4}-/).first()).toBeVisible()
  })

  const rival = await makeSubmittedApplication({ lotId })
  await letTimePass(roundId, 'applicationsCloseAt')
  await expectRoundToBe(roundId, 'review')

  await test.step('three reviewers score the plan', async () => {
    for (const name of ['Rita', 'Raj', 'Rosa']) {
      const reviewer = await makePerson({ name: `${name} Reader ${tag}`, roles: ['reviewer'] })
      await cora.goto(`/admin/rounds/${roundId}/reviews/assignment`)
      const row = cora.getByRole('row').filter({ hasNotText: rival.reference })
      await row.getByRole('button', { name: `Assign ${label}.org, ${reviewer.name}` }).click()
      await expect(
        row.getByRole('button', { name: `Take back ${label}.org, ${reviewer.name}` }),
      ).toBeVisible()
      await score(await signInAs(reviewer), label)
    }
    await makeSubmittedReviews(rival, [
      [4, 4, 3],
      [4, 3, 4],
      [3, 4, 4],
    ])
  })
  await test.step('the chair proposes, an officer approves, all decisions are released at once', async () => {
    await cora.goto(`/admin/rounds/${roundId}/reviews/decisions`)
    await cora.getByRole('button', { name: 'Check the names and propose' }).click()
    await cora.getByRole('textbox', { name: 'Reason' }).fill('Both plans are above the pass line.')
    await cora.getByRole('button', { name: 'Ask an officer to approve' }).click()
    await approve(olga, await requestOf(cora))
    await olga.goto(`/admin/rounds/${roundId}/reviews/decisions`)
    await olga.getByRole('button', { name: 'Ask a second officer to release' }).click()
    await approve(omar, await requestOf(olga))
    await expectRoundToBe(roundId, 'qualified')
  })
  await test.step('finance records the deposits, an officer approves', async () => {
    await finn.goto(`/admin/deposits/${roundId}`)
    await finn.getByRole('combobox', { name: 'Applicant' }).selectOption({ label: organisation })
    await finn.getByRole('textbox', { name: 'Amount in US dollars' }).fill('25,000.00')
    await finn.getByRole('textbox', { name: 'Reference on the bank statement' }).fill(`SEPA ${tag}`)
    await finn.getByLabel('Day on the bank statement').fill(new Date().toISOString().slice(0, 10))
    await finn.getByRole('button', { name: 'Ask a second person to approve' }).click()
    await expect(finn.getByText('A second person is asked')).toBeVisible()
    await omar.goto('/admin/approvals')
    await omar.getByRole('link', { name: new RegExp(quoted(organisation)) }).click()
    await approve(omar, await requestOf(omar))
    await depositOf(rival.organisation.id, roundId)
  })
  await test.step('the applicant becomes a bidder with a second factor', () =>
    becomeBidder(ann, organisation))

  const bob = await signInAs(rival.person, { web: 'second' })
  for (const page of [ann, bob]) await page.goto(`/room/${lotId}`)
  await letTimePass(roundId, 'biddingOpensAt', 45)
  await expectRoundToBe(roundId, 'bidding')
  await test.step('two bidders bid live, the price is the rival’s limit and one step', async () => {
    await room(ann).review('5,000.00')
    await ann.getByRole('textbox', { name: 'Type the amount again' }).fill('5,000')
    await room(ann).confirm('5,000.00')
    await expect(room(ann).standing).toHaveText('Leading')
    await expect(room(bob).price).toHaveText('US$1,000.00')
    await room(bob).bid('2,000.00')
    await expect(room(bob).standing).toHaveText('Outbid')
    for (const page of [ann, bob]) await expect(room(page).price).toHaveText('US$2,500.00')
    await expect(room(ann).standing).toHaveText('Led at the close', { timeout: 60_000 })
    await expect(room(bob).standing).toHaveText('Did not lead')
  })
  await expectRoundToBe(roundId, 'closed')
  await test.step('two officers make the round final', async () => {
    await olga.goto(`/admin/rounds/${roundId}/control`)
    await olga.getByRole('button', { name: 'Ask to make final' }).click()
    await olga.getByRole('link', { name: 'Look at the request' }).click()
    await approve(omar, await requestOf(olga))
    await expectRoundToBe(roundId, 'final')
  })

  await test.step('anyone reads the result, replayed and found equal, and its events', async () => {
    const anyone = await visit()
    await anyone.goto(`/labels/${label}`)
    await anyone.getByRole('link', { name: 'Check this result' }).click()
    await expect(anyone.getByRole('heading', { level: 1 })).toContainText('Example Weir Keepers')
    await expect(anyone.locator('.outcome .price')).toHaveText('US$2,500.00')
    await expect(anyone.getByText('Replayed and found equal')).toBeVisible()
    const events = await anyone.request.get(`/api/v1/results/${lotId}/events`)
    expect(events.ok()).toBe(true)
    expect(JSON.stringify(await events.json())).toContain('200000')
  })
})

async function draftRound(olga: Page, phase: string, label: string): Promise<string> {
  await olga.goto('/admin/rounds/new')
  const options = olga.getByRole('combobox', { name: 'Phase' }).locator('option')
  const value = await options.filter({ hasText: phase }).getAttribute('value')
  await olga.getByRole('combobox', { name: 'Phase' }).selectOption(value!)
  await olga.getByRole('textbox', { name: 'Name of the round' }).fill(`Round of ${phase}`)
  await olga.getByRole('combobox', { name: 'Time zone' }).selectOption('America/New_York')
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await olga.getByLabel('Applications open').fill(`${inAWeek}T10:00`)
  await olga.getByRole('button', { name: 'Draft the round' }).click()
  await olga.waitForURL(/\/admin\/rounds\/rnd_\w+\/timetable/)
  const home = new URL(olga.url()).pathname.replace('/timetable', '')
  await olga.goto(`${home}/lots`)
  // A class of many names is closed until it is asked for.
  await olga.locator(`details:has([value="${label}"]) > summary`).click()
  await olga.getByRole('checkbox', { name: `${label}.org`, exact: true }).check()
  await olga.getByRole('textbox', { name: 'Reserve of each' }).fill('1,000.00')
  await olga.getByRole('button', { name: 'Add to the round' }).click()
  await expect(olga.getByRole('table', { name: /Names in this round/ })).toContainText(`${label}.org`)
  await olga.goto(`${home}/settings`)
  await olga.getByRole('textbox', { name: 'A bid in the last minutes' }).fill('0')
  await olga.getByRole('button', { name: /^Save/ }).click()
  await expect(olga.getByText('Saved', { exact: true })).toBeVisible()
  return home.split('/').at(-1)!
}

async function register(page: Page, tag: string): Promise<void> {
  const email = `ann-${tag}@weirs.example`
  await page.goto('/register')
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ann Weir')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/register/sent**')
  const letter = page.getByRole('region', { name: 'Letters' }).getByRole('link').first()
  await expect(async () => {
    await page.goto(`/dev/mailbox?to=${encodeURIComponent(email)}`)
    await letter.click({ timeout: 1000 })
  }).toPass()
  await page.locator('.letter a').first().click()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await expect(
    page.getByRole('button', { name: 'Ann Weir' }).or(page.getByRole('link', { name: 'Ann Weir' })),
  ).toBeVisible()
}

async function addOrganisation(page: Page, legalName: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Legal name' }).fill(legalName)
  await page.getByRole('combobox', { name: 'Country' }).first().selectOption('NL')
  await page.getByRole('combobox', { name: 'What it is' }).selectOption('association')
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('1 Example Lock, Sampletown')
  await page.getByRole('textbox', { name: 'Public contact' }).fill('hello@weirs.example')
  await page.getByRole('button', { name: 'Add organisation' }).click()
  await page.waitForURL(/\/portal\/applications\/new/)
}

async function score(page: Page, label: string): Promise<void> {
  await page.goto('/review')
  await page.getByRole('link', { name: `Start ${label}.org` }).click()
  await page.getByRole('radio', { name: 'I have no interest' }).check()
  await page.getByRole('button', { name: 'Record my answer' }).click()
  const sheet = page.getByRole('form', { name: 'Your scores' })
  await expect(sheet).toBeVisible()
  for (const criterion of await sheet.locator('[data-criterion]').all()) {
    await criterion.getByRole('radio', { name: '4', exact: true }).check()
    await criterion.getByRole('textbox', { name: /^Reason/ }).fill('The plan says how, by when and for whom.')
  }
  await sheet.getByRole('button', { name: 'Submit scores' }).click()
  await sheet.getByRole('button', { name: 'Yes, submit them' }).click()
  await expect(page.getByText('Your scores are submitted.')).toBeVisible()
}

async function becomeBidder(page: Page, organisation: string): Promise<void> {
  await page.goto('/portal/organisations')
  await page.getByRole('link', { name: organisation }).click()
  await expect(page.getByRole('button', { name: /Make bidder/ })).toBeHidden()
  await page.getByRole('link', { name: 'Set up or confirm the second factor' }).click()
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const key = await page.locator('p.mono').textContent()
  const secret = otpauth.Secret.fromBase32(key!.replace(/\s/g, ''))
  await page
    .getByRole('textbox', { name: 'Code that the app shows' })
    .fill(new otpauth.TOTP({ secret }).generate())
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: /Make bidder.*Ann Weir/ }).click()
  await expect(page.locator('summary', { hasText: 'remove Ann Weir as bidder' })).toBeVisible()
}

/** The rival's deposit, recorded and approved as the one above, only not through the browser. */
async function depositOf(organisationId: string, roundId: string): Promise<void> {
  const [first, second] = [
    await makePerson({ roles: ['finance-officer'] }),
    await makePerson({ roles: ['finance-officer'] }),
  ]
  const receivedOn = new Date().toISOString().slice(0, 10)
  const asked = await recordDeposit(first, {
    roundId,
    organisationId,
    kind: 'received',
    amount: '20,000.00',
    bankReference: 'SEPA rival',
    receivedOn,
  })
  expect(await approveOperation(asked, second)).toMatchObject({ ok: true })
}

const quoted = (text: string) => text.replace(/[()]/g, '\\$&')
