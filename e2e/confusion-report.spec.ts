import { and, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { labels } from '@/db/schema/labels'
import { linkInLetter } from './fixtures/letters'
import { expect, test } from './fixtures/portal'
import { approve, requestOf } from './fixtures/two-people'

/** A name of two letters that nobody holds yet. */
async function pairOfLetters(): Promise<string> {
  const [row] = await database()
    .select({ label: labels.label })
    .from(labels)
    .where(and(eq(labels.state, 'reserved'), eq(labels.class, 'letter-letter')))
    .orderBy(sql`random()`)
    .limit(1)
  return row!.label
}

test('R13.1 a ministry reports a name, the registrant is heard, and two officers find', async ({
  signInAs,
  visit,
}) => {
  const { label, person: registrant } = await makeAward({ state: 'allocated', label: await pairOfLetters() })
  const email = `desk-${registrant.userId.slice(-10)}@ministry.example`
  const ministry = await visit()
  await ministry.goto('/help/confusing-use')
  await ministry.getByRole('link', { name: 'Report a name' }).click()
  await ministry.getByRole('textbox', { name: 'Name', exact: true }).fill(`${label.toUpperCase()}.org`)
  await ministry.getByRole('textbox', { name: /Address of the page/ }).fill(`https://${label}.org/passports`)
  await ministry
    .getByRole('textbox', { name: /What is confusing/ })
    .fill('The page offers passports under our coat of arms, as if it were ours.')
  await ministry.getByRole('radio', { name: 'A government' }).check()
  await ministry.getByRole('textbox', { name: /Its name/ }).fill('Example Ministry (fictional)')
  await ministry.getByRole('textbox', { name: /Your name/ }).fill('Mina Ministry')
  await ministry.getByRole('textbox', { name: /e-mail/ }).fill(email)
  await ministry.getByRole('button', { name: 'Send the report' }).click()
  await expect(ministry.getByRole('heading', { name: 'Now confirm by mail' })).toBeVisible()

  await expect(async () => {
    await ministry.goto(`/dev/mailbox?to=${email}`)
    await expect(ministry.getByText(`Confirm your report about ${label}.org`)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await ministry.goto(await linkInLetter(email, '/help/confusing-use/confirm/'))
  await ministry.getByRole('button', { name: 'Confirm the report' }).click()
  await expect(ministry.getByText('Being looked into')).toBeVisible()
  const followed = ministry.url()
  const number = (await ministry.getByText(/^CC-\d{4}-\d{4}$/).textContent()) ?? ''

  const officer = await signInAs(await makePerson({ name: 'Olga Officer', roles: ['programme-officer'] }))
  await officer.goto('/admin/cases')
  await officer.getByRole('link', { name: number }).click()
  await officer.getByRole('radio', { name: /The registrant/ }).check()
  await officer
    .getByRole('textbox', { name: /Letter/ })
    .fill('What do you say to this report? Who runs the page?')
  await officer.getByRole('button', { name: 'Send the letter' }).click()
  await expect(officer.getByText('To the registrant, by Olga Officer')).toBeVisible()

  const heard = await signInAs(registrant)
  await heard.goto(await linkInLetter(registrant.email, '/portal/cases/'))
  await expect(heard.getByText('You are asked to answer')).toBeVisible()
  await expect(heard.getByText('Mina Ministry')).toHaveCount(0)
  await heard
    .getByRole('textbox', { name: /Your answer/ })
    .fill('It was a mistake of our designer, and is gone.')
  await heard.getByRole('button', { name: 'Send' }).click()
  await expect(
    heard.getByRole('listitem').filter({ hasText: 'It was a mistake of our designer' }),
  ).toBeVisible()

  await officer.reload()
  await officer.getByRole('radio', { name: 'The use is confusing' }).check()
  await officer.getByRole('radio', { name: 'Assurances of the registrant' }).check()
  await officer
    .getByRole('textbox', { name: /Reason/ })
    .fill('The coat of arms was shown without leave; it is gone.')
  await officer.getByRole('button', { name: 'Ask a second officer' }).click()
  const request = await requestOf(officer)
  await approve(
    await signInAs(await makePerson({ name: 'Omar Officer', roles: ['programme-officer'] })),
    request,
  )

  await ministry.goto(followed)
  await expect(ministry.getByText('The use is confusing')).toBeVisible()
  await expect(ministry.getByText('What follows: Assurances of the registrant.')).toBeVisible()
})
