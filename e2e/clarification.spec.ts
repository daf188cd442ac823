import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair } from '@/db/factories/reviews'
import { rounds } from '@/db/schema/rounds'
import { toLocal } from '@/lib/time/to-local'
import { linkInLetter } from './fixtures/letters'
import { expect, test } from './fixtures/portal'

const question = 'Who keeps the readings when the coordinator is away?'
const answer = 'A second hydrologist, by contract since last spring.'

test('a reviewer has the applicant asked, the chair sends it, and the answer stands below the plan', async ({
  signInAs,
}) => {
  test.slow()
  const plan = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(plan, { conflict: 'none' })
  const reader = await makeAssignment(plan, { conflict: 'none' })
  const page = await signInAs(reviewer)
  await page.goto(`/review/${assignmentId}`)
  await page.getByRole('link', { name: 'Have the applicant asked' }).first().click()
  await page.getByRole('textbox', { name: 'What should be asked?' }).fill(question)
  await page.getByRole('button', { name: 'Hand it to the chair' }).click()
  await expect(page.getByText('not sent yet')).toBeVisible()

  const chair = await signInAs(await makeChair())
  await chair.goto(`/admin/rounds/${plan.roundId}/reviews/${plan.id}`)
  await expect(chair.locator('#clarifications')).not.toContainText(reviewer.name)
  await chair.getByRole('link', { name: 'Send it' }).click()
  await expect(chair.getByRole('textbox', { name: 'The question' })).toHaveValue(question)
  const [round] = await database().select().from(rounds).where(eq(rounds.id, plan.roundId))
  const due = chair.getByLabel(/^To be answered before/)
  await due.fill('2020-01-01T10:00')
  await chair.getByRole('button', { name: 'Send the question' }).click()
  await expect(chair.getByText('Choose a time that lies ahead.').first()).toBeVisible()
  await due.fill(toLocal(new Date(Date.now() + 7_200_000), round!.zone).slice(0, 16))
  await chair.getByRole('button', { name: 'Send the question' }).click()
  await expect(chair.locator('#clarifications')).toContainText('to be answered before')

  const applicant = await signInAs(plan.person)
  const path = await linkInLetter(plan.person.email, '/portal/applications/')
  await applicant.goto('/portal')
  await expect(applicant.getByText('The panel has a question. Answer before').first()).toBeVisible()
  await applicant.goto(path)
  await applicant.getByRole('textbox', { name: 'Your answer' }).fill(answer)
  await applicant.getByRole('button', { name: 'Send the answer' }).click()
  await expect(applicant.getByText(answer)).toBeVisible()
  await expect(applicant.getByRole('textbox', { name: 'Your answer' })).toHaveCount(0)

  const other = await signInAs(reader.reviewer)
  await other.goto(`/review/${reader.assignmentId}`)
  const added = other.locator('#plan-clarifications')
  await expect(added.locator('ins')).toHaveText(answer)
  await expect(added).toContainText('The plan above is as it was submitted.')
  await expect(other.getByRole('navigation', { name: 'Sections of the plan' }).first()).toContainText(
    'Clarifications',
  )
})
