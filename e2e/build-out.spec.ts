import { makeBuildOut } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { makePassed } from '@/db/factories/transfers'
import { linkInLetter } from './fixtures/letters'
import { expect, test } from './fixtures/portal'

test('a registrant submits a page, the portal looks at it, an officer verifies it, and everyone reads it', async ({
  signInAs,
  page: everyone,
}) => {
  test.slow()
  const made = await makeBuildOut()
  const promise = `Site answers on ${made.label}.org`
  const registrant = await signInAs(made.person)
  await registrant.goto(`/portal/build-out/${made.awardId}`)
  await registrant.getByRole('link', { name: promise }).click()
  await registrant.getByRole('radio', { name: /^A web page/ }).check()
  await registrant.getByRole('textbox', { name: 'Address or name' }).fill('http://127.0.0.1/')
  await registrant.getByRole('button', { name: 'Submit this evidence' }).click()
  await expect(registrant.getByText('Enter a web address such as').first()).toBeVisible()
  // A name that never exists: what the portal sees of it is that it cannot look.
  await registrant.getByRole('radio', { name: /^A web page/ }).check()
  await registrant.getByRole('textbox', { name: 'Address or name' }).fill('https://nothing.example/rivers')
  await registrant.getByRole('button', { name: 'Submit this evidence' }).click()
  await expect(registrant.getByText('The evidence was submitted.')).toBeVisible()

  const officer = await signInAs(await makeOfficer())
  await officer.goto('/admin/build-out?part=waiting')
  await officer.getByRole('row').filter({ hasText: promise }).getByRole('link', { name: promise }).click()
  await officer.waitForURL(`**/admin/build-out/${made.awardId}/1`)
  await expect(async () => {
    await officer.reload()
    await expect(officer.getByText('Could not look')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 40_000 })
  await officer.getByRole('radio', { name: 'Yes, verify it' }).check()
  await officer.getByRole('button', { name: 'Decide', exact: true }).click()
  await expect(officer.getByText('Verified by the programme')).toBeVisible()

  await everyone.goto(`/labels/${made.label}`)
  await expect(everyone.getByRole('region', { name: 'What was promised' })).toContainText('1 kept in time')
})

test('what is late becomes overdue by itself and gets its cure notice, against which the owner appeals', async ({
  signInAs,
}) => {
  test.slow()
  const made = await makeBuildOut({ dueInDays: -1 })
  const path = `/admin/build-out/${made.awardId}/1`
  const officer = await signInAs(await makeOfficer())
  await expect(async () => {
    await officer.goto(path)
    await expect(officer.getByRole('heading', { name: /^Next step: Cure notice/ })).toBeVisible({
      timeout: 1_000,
    })
  }).toPass({ timeout: 40_000 })
  const step = officer.getByRole('region', { name: /^Next step/ })
  await step.getByRole('textbox', { name: 'Reason' }).fill('The site does not answer.')
  await step.getByRole('button', { name: 'Take this step' }).click()
  await expect(officer.getByText('The cure notice ends')).toBeVisible()

  const registrant = await signInAs(made.person)
  await registrant.goto(await linkInLetter(made.person.email, '/portal/build-out/'))
  await registrant.getByRole('link', { name: `Site answers on ${made.label}.org` }).click()
  await registrant
    .getByRole('textbox', { name: /^Appeal/ })
    .fill('The registry was late with the name, so the site could not answer.')
  await registrant.getByRole('button', { name: 'Appeal' }).click()
  await expect(registrant.getByText('Not decided yet.')).toBeVisible()
})

test('R12.3 the registrar changes the registrant of a name that passed on, and its new holder reads that it is done', async ({
  signInAs,
}) => {
  const { award, made, registrar, buyer } = await makePassed()
  const page = await signInAs(registrar)
  await page.goto('/registrar')
  const waiting = page.getByRole('region', { name: 'Registrants to change' })
  await waiting.getByText(`to ${buyer.organisation.legalName}`).click()
  const command = waiting.getByLabel(`EPP command that updates ${award.label}.org`).first()
  const text = (await command.textContent())!.replace('NEW-REGISTRANT-ID', 'EXAMPLE-77')
  await page.goto('/dev/registry')
  await page.getByRole('textbox', { name: 'EPP command' }).fill(text)
  await page.getByRole('button', { name: 'Send the command' }).click()
  await expect(page.getByText('1000 Command completed successfully')).toBeVisible()
  await page.goto('/registrar')
  await expect(page.getByRole('heading', { name: 'Names to create' })).toBeVisible()
  await expect(waiting).toBeHidden()

  const holder = await signInAs(buyer.person)
  await holder.goto(`/portal/build-out/${made.awardId}`)
  await expect(holder.getByText('The registry reported the new registrant')).toBeVisible()
})
