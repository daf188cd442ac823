import type { Page } from '@playwright/test'
import { and, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { labels } from '@/db/schema/labels'
import { sessions } from '@/db/schema/people'
import { approvals, auditLog } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'
import { accountOf } from './fixtures/account-of'
import { expect, test } from './fixtures/portal'
import { spareLabel } from './fixtures/spare-label'
import { decide, requestOf, wordsToType } from './fixtures/two-people'

const officer = (name: string) => makePerson({ name, roles: ['programme-officer'] })

const stateOf = (label: string) => async () => {
  const [row] = await database().select().from(labels).where(eq(labels.label, label))
  return row?.state
}

/** Asks for the release of a name, through the browser; the page of the request comes next. */
async function askForRelease(page: Page, label: string): Promise<string> {
  await page.goto(`/admin/labels/release?label=${label}`)
  await page.getByRole('button', { name: 'Ask a second officer' }).click()
  return requestOf(page)
}

async function pair(): Promise<[Person, Person]> {
  return [await officer('Olga Officer'), await officer('Omar Officer')]
}

test('an officer who tries to approve alone gets nowhere; a second one approves by typing what is meant', async ({
  signInAs,
}) => {
  const [first, second] = await pair()
  const label = await spareLabel()
  const alone = await signInAs(first)
  const request = await askForRelease(alone, label)
  await expect(alone.getByText('another person decides')).toBeVisible()
  await expect(alone.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  expect(await stateOf(label)()).toBe('reserved')

  const other = await signInAs(second)
  await other.goto('/admin/approvals')
  await other.locator(`a[href="${request}"]`).click()
  await expect(other.getByText(`You, ${second.name}`)).toBeVisible()
  await decide(other, 'something else')
  await expect(other.getByText(/^Type .* to approve\.$|^Type .+\.$/).first()).toBeVisible()
  expect(await stateOf(label)()).toBe('reserved')

  await decide(other, await wordsToType(other))
  await expect(other.getByText('Approved by two people')).toBeVisible()
  await expect.poll(stateOf(label)).toBe('released')
  const [entry] = await database()
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.actor, first.pseudonym), eq(auditLog.outcome, 'done')))
  expect(entry).toMatchObject({ kind: 'label.release', approver: second.pseudonym })

  await alone.reload()
  await expect(alone.getByText('Approved by two people')).toBeVisible()
})

test('both enter a fresh code, and the form that was refused for want of one keeps what was typed', async ({
  signInAs,
}) => {
  const [first, second] = await pair()
  const codes = new Map([first, second].map((person) => [person.userId, accountOf(person)]))
  const enterCode = async (page: Page, person: Person) => {
    const { code } = await codes.get(person.userId)!
    await page.getByRole('textbox', { name: 'Code from your authenticator app' }).fill(code())
    await page.getByRole('button', { name: 'Confirm' }).click()
  }
  const label = await spareLabel()
  const alone = await signInAs(first)
  await agoFiveMinutes(first)
  await alone.goto(`/admin/labels/withhold?label=${label}`)
  await alone.getByRole('textbox', { name: /Reason/ }).fill('Kept back while its use is looked into.')
  await alone.getByRole('button', { name: 'Ask a second officer' }).click()
  const opening = alone.context().waitForEvent('page')
  await alone.getByRole('link', { name: 'Enter a code in a new tab' }).click()
  const beside = await opening
  await enterCode(beside, first)
  await beside.waitForURL(/\/admin\/labels\/withhold/)
  await expect(alone.getByRole('textbox', { name: /Reason/ })).toHaveValue(/Kept back/)
  await alone.getByRole('button', { name: 'Ask a second officer' }).click()
  const request = await requestOf(alone)

  const other = await signInAs(second)
  await agoFiveMinutes(second)
  await other.goto(request)
  await expect(other.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await enterCode(other, second)
  await decide(other, await wordsToType(other))
  await expect(other.getByText('Approved by two people')).toBeVisible()
})

/** The code of every session was entered longer ago than counts as fresh. */
function agoFiveMinutes({ userId }: Person) {
  return database()
    .update(sessions)
    .set({ steppedUpAt: sql`clock_timestamp() - interval '5 minutes 1 second'` })
    .where(eq(sessions.userId, userId))
}

test('a form of the approval, forged with one’s own session, is refused', async ({ signInAs }) => {
  const [first, second] = await pair()
  const label = await spareLabel()
  const alone = await signInAs(first)
  const request = await askForRelease(alone, label)
  const other = await signInAs(second)
  await other.goto(request)
  const typed = await wordsToType(other)
  // The second person's own page, sent with the first person's cookie.
  const [stolen] = (await alone.context().cookies()).filter(({ name }) => name === 'session')
  await other.context().addCookies([stolen!])
  await decide(other, typed)
  await expect(other.getByText('You cannot approve your own request')).toBeVisible()
  expect(await stateOf(label)()).toBe('reserved')
})

test('a request that expired is void and says so', async ({ signInAs }) => {
  const [first, second] = await pair()
  const label = await spareLabel()
  const request = await askForRelease(await signInAs(first), label)
  const other = await signInAs(second)
  await other.goto(request)
  const typed = await wordsToType(other)
  await database()
    .update(approvals)
    .set({ expiresAt: sql`clock_timestamp() - interval '1 second'` })
    .where(eq(approvals.id, request.split('/').at(-1)!))
  await decide(other, typed)
  await expect(other.getByText('This request expired. It must be made again.')).toBeVisible()
  expect(await stateOf(label)()).toBe('reserved')
  await other.reload()
  await expect(other.getByText('Expired', { exact: true })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Approve' })).toHaveCount(0)
})

test('the second person may refuse, the first may take it back; either way nothing happens', async ({
  signInAs,
}) => {
  const [first, second] = await pair()
  const label = await spareLabel()
  const alone = await signInAs(first)
  const other = await signInAs(second)
  await other.goto(await askForRelease(alone, label))
  await other.getByRole('button', { name: 'Refuse' }).click()
  await expect(other.getByText('Refused', { exact: true })).toBeVisible()
  await askForRelease(alone, label)
  await alone.getByRole('button', { name: 'Withdraw the request' }).click()
  const requests = alone.getByRole('listitem').filter({ hasText: `Release ${label}.org` })
  await expect(requests.filter({ hasText: 'Withdrawn' })).toHaveCount(1)
  await expect(requests.filter({ hasText: 'Refused' })).toHaveCount(1)
  expect(await stateOf(label)()).toBe('reserved')
})
