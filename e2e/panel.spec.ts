import { makeSubmittedApplication } from '@/db/factories/applications'
import {
  makeAssignment,
  makeChair,
  makeDecision,
  makeOfficer,
  makeReviewer,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { expect, test } from './fixtures/portal'
import { approve, requestOf } from './fixtures/two-people'

test('the panel discusses a plan; who has not submitted reads none of it', async ({ signInAs }) => {
  const application = await makeSubmittedApplication()
  const done = await makeAssignment(application, { values: [4, 1, 4], submitted: true })
  const writing = await makeAssignment(application, { values: [4, 4, null] })
  const reviewer = await signInAs(done.reviewer)
  await reviewer.goto(`/review/${done.assignmentId}?pane=score`)
  await reviewer.getByLabel('Say it to the panel').fill('The second year is paid for.')
  await reviewer.getByRole('button', { name: 'Add to the discussion' }).click()
  await expect(reviewer.getByText('Added to the discussion.')).toBeVisible()
  const said = reviewer.getByRole('listitem').filter({ hasText: 'The second year is paid for.' })
  await expect(said).toContainText('You')

  const chair = await signInAs(await makeChair())
  await chair.goto(`/admin/rounds/${application.roundId}/reviews/${application.id}`)
  await expect(chair.getByText('The second year is paid for.')).toBeVisible()
  await chair.getByLabel('About').selectOption({ label: 'Creativity' })
  await chair.getByLabel('Say it to the panel').fill('And the first?')
  await chair.getByRole('button', { name: 'Add to the discussion' }).click()
  await expect(chair.getByRole('listitem').filter({ hasText: 'And the first?' })).toContainText(
    'on creativity',
  )

  const other = await signInAs(writing.reviewer)
  await other.goto(`/review/${writing.assignmentId}?pane=score`)
  await expect(other.getByRole('radio').first()).toBeVisible()
  await expect(other.getByText('The second year is paid for.')).toHaveCount(0)
})

test('a reviewer says what they know, and the chair sees the assignment that follows from it', async ({
  signInAs,
}) => {
  const round = await makeRound({ state: 'review' })
  const application = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  const nurse = await makeReviewer('Nura Nurse')
  const page = await signInAs(nurse)
  await page.goto('/review')
  await page.getByRole('link', { name: 'Say what you know about' }).click()
  for (const field of ['Health and care', 'Emergency help', 'Children and young people'])
    await page.getByLabel(field).selectOption({ label: 'My own field' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved. It counts in the next assignment.')).toBeVisible()

  const chair = await signInAs(await makeChair())
  await chair.goto(`/admin/rounds/${round.id}/reviews/${application.id}`)
  for (const field of ['Health and care', 'Emergency help', 'Children and young people'])
    await chair.getByLabel(field).check()
  await chair.getByRole('button', { name: 'Save the fields' }).click()
  await expect(chair.getByText('The fields are saved.')).toBeVisible()
  await chair.goto(`/admin/rounds/${round.id}/reviews/assignment`)
  await chair.getByLabel('Plans a reviewer takes at most').fill('0')
  await chair.getByRole('button', { name: 'Compute' }).click()
  await expect(chair.getByText('Use at least 1.').first()).toBeVisible()
  await chair.getByLabel('Plans a reviewer takes at most').fill('3')
  await chair.getByRole('button', { name: 'Compute' }).click()
  // Everybody who holds the role here takes part; nobody knows these three fields as she does.
  await expect(chair.getByRole('listitem').filter({ hasText: application.reference })).toContainText(
    'Nura Nurse',
  )
  await expect(chair.getByText('0 of 3'), 'nothing is assigned yet').toBeVisible()
  await expect(chair.getByRole('button', { name: 'Assign all 3' })).toBeVisible()

  await chair.getByRole('textbox', { name: 'Seed' }).fill('another')
  await chair.getByLabel('Plans a reviewer takes at most').fill('2')
  await chair.getByRole('button', { name: 'Compute' }).click()
  const compared = chair.getByRole('region', { name: 'Computed assignments compared' })
  await expect(compared.getByRole('row')).toHaveCount(3)
  await expect(compared.getByRole('row').filter({ hasText: '“another”, open below' })).toContainText('3 of 3')
})

test('an applicant asks once that a decision be made again, and two others let the plan in', async ({
  signInAs,
}) => {
  const round = await makeRound({ state: 'qualified' })
  const application = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  await makeSubmittedReviews(application, Array(3).fill([2, 2, 2]))
  await makeDecision(application, { outcome: 'not-qualified', released: true })
  const applicant = await signInAs(application.person)
  await applicant.goto(`/portal/applications/${application.id}`)
  await applicant.getByRole('link', { name: 'Ask for a reconsideration' }).click()
  const field = applicant.getByLabel('What did the panel get wrong?')
  await field.fill('Wrong.')
  await applicant.getByRole('button', { name: 'Ask for a reconsideration' }).click()
  await expect(applicant.getByText('Say why in a sentence or two.').first()).toBeVisible()
  await field.fill('The panel read the yearly budget as the whole one.')
  await applicant.getByRole('button', { name: 'Ask for a reconsideration' }).click()
  await expect(applicant.getByText('Reconsideration asked for').first()).toBeVisible()

  const officer = await signInAs(await makeOfficer())
  await officer.goto(`/admin/rounds/${round.id}/reviews/decisions`)
  await officer
    .getByRole('link', { name: `${application.label}.org`, exact: true })
    .first()
    .click()
  await officer.getByLabel('The plan qualifies after all').check()
  await officer.getByLabel('Reason').fill('The budget is per year, as the applicant says.')
  await officer.getByRole('button', { name: 'Ask a second officer to approve' }).click()
  await approve(await signInAs(await makeOfficer()), await requestOf(officer))

  await applicant.reload()
  await expect(applicant.getByText('Your plan qualified, so you may bid for the name.')).toBeVisible()
  await expect(applicant.getByText('The plan qualifies after all').first()).toBeVisible()
})
