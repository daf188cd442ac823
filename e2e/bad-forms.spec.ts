import type { Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeApplication, makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { memberships } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { approvals } from '@/db/schema/system'
import { expect, test } from './fixtures/portal'
import { expectSummary, noteFailures } from './fixtures/refusals'

/** A form that was filled in badly says so in one place, leads to each field and keeps what was typed. */

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)

async function fill(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value)
}

async function expectKept(page: Page, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) await expect(field(page, name)).toHaveValue(value)
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`an organisation: empty, too long, no choice, no address of the web, ${how}`, async ({ signInAs }) => {
    const person = await makePerson()
    const page = await signInAs(person, { javaScriptEnabled })
    const failures = noteFailures(page)
    await page.goto('/portal/organisations/new')
    await page.getByRole('button', { name: 'Add organisation' }).click()
    await expectSummary(page, {
      legalName: 'Enter the legal name as in your register.',
      country: 'Choose a country from the list.',
      kind: 'Choose what it is.',
      address: 'Enter the address.',
    })
    const typed = {
      legalName: 'x'.repeat(201),
      address: '1 Example Lock, Sampletown',
      publicContact: '<b>hello@weirs.example</b>',
      website: 'javascript:alert(1)',
    }
    await fill(page, typed)
    await field(page, 'country').selectOption('NL')
    await page.getByRole('button', { name: 'Add organisation' }).click()
    await expectSummary(page, {
      legalName: 'Use at most 200 characters.',
      website: 'Enter an address that begins with https://.',
      kind: 'Choose what it is.',
    })
    await expectKept(page, { ...typed, country: 'NL' })
    const rows = await database().select().from(memberships).where(eq(memberships.userId, person.userId))
    expect(rows).toEqual([])
    expect(failures).toEqual([])
  })
}

test('an organisation: control characters and a choice that is not on the list', async ({ signInAs }) => {
  const page = await signInAs(await makePerson())
  const failures = noteFailures(page)
  await page.goto('/portal/organisations/new')
  await fill(page, { legalName: 'Example Weirs (fictional)', publicContact: 'hello@weirs.example' })
  await field(page, 'address').evaluate((area: HTMLTextAreaElement) => {
    area.value = 'A street with a zero byte \0 in it'
  })
  await page.getByRole('button', { name: 'Add organisation' }).click()
  await expectSummary(page, { address: 'Leave control characters out.' })
  await fill(page, { address: '1 Example Lock' })
  for (const name of ['country', 'kind'])
    await field(page, name).evaluate((select: HTMLSelectElement) => {
      select.add(new Option('Nowhere', 'nowhere', true, true))
    })
  await page.getByRole('button', { name: 'Add organisation' }).click()
  await expectSummary(page, { country: 'Choose a country from the list.', kind: 'Choose what it is.' })
  await expectKept(page, { legalName: 'Example Weirs (fictional)', address: '1 Example Lock' })
  expect(failures).toEqual([])
})

/** No two in a row with one sentence: the answer to the one before must not be taken for the next one's. */
const amounts: [typed: string, sentence: RegExp][] = [
  ['', /^Enter an amount in US dollars/],
  ['-5.00', /cannot be below zero/],
  ['0.00', /above zero/],
  ['1.250', /can be read in two ways/],
  ['1,250.005', /at most two digits/],
  ['1e9', /with digits/],
  ['9'.repeat(40), /the most the portal takes/],
  ['twelve', /with digits/],
]

test('a deposit: amounts that are none, and a day to come', async ({ signInAs }) => {
  const { lots, id: roundId } = await makeRound({ state: 'qualified' })
  const { organisation } = await makeSubmittedApplication({ lotId: lots[0]!.id })
  const finance = await makePerson({ roles: ['finance-officer'] })
  const page = await signInAs(finance)
  const failures = noteFailures(page)
  await page.goto(`/admin/deposits/${roundId}`)
  const send = page.getByRole('button', { name: 'Ask a second person to approve' })
  await field(page, 'organisationId').selectOption(organisation.id)
  await fill(page, { bankReference: 'SEPA 1', receivedOn: '2026-01-31' })
  for (const [amount, sentence] of amounts) {
    await fill(page, { amount })
    await send.click()
    await expectSummary(page, { amount: sentence })
    await expectKept(page, { amount, bankReference: 'SEPA 1', organisationId: organisation.id })
  }
  await fill(page, { amount: '25,000.00', receivedOn: '2999-12-31' })
  await send.click()
  await expectSummary(page, { receivedOn: 'This day is in the future.' })
  const asked = await database().select().from(approvals).where(eq(approvals.requestedBy, finance.userId))
  expect(asked).toEqual([])
  expect(failures).toEqual([])
})

test('a budget: an amount that reads in two ways is told at once, moves nothing, and holds one back', async ({
  signInAs,
}) => {
  const { id, person } = await makeApplication()
  const page = await signInAs(person)
  const failures = noteFailures(page)
  await page.goto(`/portal/applications/${id}/sections/marketing`)
  const amount = field(page, 'budget.0.amount')
  const yes = page.getByRole('radio', { name: 'Yes' })
  const placeOfYes = () => yes.evaluate((box) => box.getBoundingClientRect().top + window.scrollY)
  const before = await placeOfYes()
  await amount.pressSequentially('4500.5')
  await expect(page.getByText('We read this as US$4,500.50.')).toBeVisible()
  await amount.fill('4.500,50')
  await expect(page.locator('[id="budget.0.amount-error"]')).toContainText('two ways')
  expect((await field(page, 'budget.0.channel').boundingBox())!.width).toBeGreaterThan(80)
  await yes.click()
  await expect(yes).toBeChecked()
  expect(await placeOfYes()).toBe(before)
  await page.getByRole('radio', { name: 'No, I’ll come back later' }).check()
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await expectSummary(page, { 'budget.0.amount': /two ways/ })
  await expectKept(page, { 'budget.0.amount': '4.500,50' })
  expect(failures).toEqual([])
})

test('a timetable: an hour that clocks skip, one that comes twice, and an order that cannot be', async ({
  signInAs,
}) => {
  const { id } = await makeRound({ state: 'draft', zone: 'America/New_York' })
  const page = await signInAs(await makePerson({ roles: ['programme-officer'] }))
  const failures = noteFailures(page)
  await page.goto(`/admin/rounds/${id}/timetable`)
  const opens = 'timetable.applicationsOpenAt.local'
  const save = page.getByRole('button', { name: 'Save' })
  const trials: [string, string, RegExp][] = [
    ['2027-03-14T02:30', opens, /^Clocks go forward: there is no 02:30/],
    ['2099-01-01T10:00', 'timetable.questionsCloseAt.local', /\.$/],
    ['2100-01-01T10:00', opens, /before 2100/],
    ['', opens, /^Enter a date and a time\.$/],
  ]
  for (const [typed, name, sentence] of trials) {
    await fill(page, { [opens]: typed })
    await save.click()
    await expectSummary(page, { [name]: sentence })
    await expectKept(page, { [opens]: typed })
  }
  await fill(page, { [opens]: '2026-11-01T01:30' })
  await save.click()
  await expect(page.getByRole('group', { name: /this hour comes twice/ })).toBeVisible()
  const [round] = await database().select().from(rounds).where(eq(rounds.id, id))
  expect(round).toMatchObject({ version: 1 })
  expect(failures).toEqual([])
})
