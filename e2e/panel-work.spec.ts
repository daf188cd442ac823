import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve as approveRequest } from '@/db/factories/approvals'
import {
  makeAssignment,
  makeChair,
  makeDecision,
  makeOfficer,
  makeReviewer,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { releaseDecisions } from '@/domain/decisions/release-decisions'
import { expect, test } from './fixtures/portal'

/** What surrounds the scores: calibrating before, giving back instead, and the letter after. */

test('a reviewer calibrates on two invented plans before the first real one opens', async ({ signInAs }) => {
  test.slow()
  const round = await makeRound({ state: 'review', settings: { calibration: 2 } })
  const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  const { assignmentId, reviewer } = await makeAssignment(plan)
  const page = await signInAs(reviewer)
  await page.goto(`/review/${assignmentId}`)
  await page.getByRole('radio', { name: 'I have no interest' }).check()
  await page.getByRole('button', { name: 'Record my answer' }).click()
  await expect(page.getByText('Score the calibration plans of this round first.').first()).toBeVisible()
  await page.getByRole('link', { name: 'To the calibration' }).click()
  for (const [name, next] of [
    ['Example Tide Tables', 'Plan 2 of 2'],
    ['Example Night Buses', 'To your reviews'],
  ] as const) {
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    const sheet = page.getByRole('form', { name: 'Your scores' })
    for (const criterion of ['Quality', 'Creativity', 'Timely launch']) {
      await sheet.getByRole('region', { name: criterion }).getByRole('radio', { name: '3' }).check()
      await sheet.getByRole('textbox', { name: `Reason for ${criterion}` }).fill('It is plausible.')
    }
    await page.getByRole('button', { name: 'Compare with the model' }).click()
    await expect(page.getByText(next)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Your scores and the model scores' }).last()).toContainText(
      'It is plausible.',
    )
  }
  await page.goto(`/review/${assignmentId}`)
  await page.getByRole('radio', { name: 'I have no interest' }).check()
  await page.getByRole('button', { name: 'Record my answer' }).click()
  await expect(page.getByText('Small rivers have no press office.').first()).toBeVisible()
})

test('a reviewer gives a plan back, the chair reads why, and takes the rest back from who is late', async ({
  signInAs,
}) => {
  const round = await makeRound({ state: 'review', labels: 2 })
  const [plan, other] = [
    await makeSubmittedApplication({ lotId: round.lots[0]!.id }),
    await makeSubmittedApplication({ lotId: round.lots[1]!.id }),
  ]
  const { assignmentId, reviewer } = await makeAssignment(plan, { reviewer: await makeReviewer('Lena Late') })
  await makeAssignment(other, { reviewer })
  const page = await signInAs(reviewer)
  await page.goto(`/review/${assignmentId}`)
  await page.getByRole('link', { name: 'Give the plan back' }).click()
  await page.getByRole('button', { name: 'Give the plan back' }).click()
  await expect(page.getByText('Say why you give the plan back.').first()).toBeVisible()
  await page.getByLabel('Why do you give it back?').fill('I am at sea until the end of the month.')
  await page.getByRole('button', { name: 'Give the plan back' }).click()
  await expect(page.getByText('You gave the plan back.', { exact: false })).toBeVisible()
  await expect(page.locator('main')).not.toContainText(`${plan.label}.org`)
  expect((await page.request.get(`/review/${assignmentId}`)).status()).toBe(404)

  const chair = await signInAs(await makeChair())
  await chair.goto(`/admin/rounds/${round.id}/reviews/assignment`)
  await expect(chair.getByText('I am at sea until the end of the month.')).toBeVisible()
  await chair.goto(`/admin/rounds/${round.id}/reviews`)
  await chair.getByRole('link', { name: 'Take back what Lena Late has not submitted' }).click()
  await expect(chair.getByRole('listitem').filter({ hasText: other.reference })).toBeVisible()
  await chair.getByRole('button', { name: 'Take this plan back' }).click()
  await expect(chair.getByText('Taken back. The reviewer has a letter.')).toBeVisible()
  await page.goto('/review')
  await expect(page.getByText('No plans to review')).toBeVisible()
})

test('an applicant downloads the letter of decision, and nobody else does', async ({ signInAs }) => {
  const round = await makeRound({ state: 'review' })
  const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  await makeSubmittedReviews(plan, Array(3).fill([4, 4, 4]))
  await makeDecision(plan)
  const request = await releaseDecisions(await makeOfficer(), { roundId: round.id })
  expect(await approveRequest(request, await makeOfficer())).toMatchObject({ ok: true })
  const page = await signInAs(plan.person)
  await page.goto(`/portal/applications/${plan.id}`)
  const href = await page.getByRole('link', { name: 'The letter as PDF' }).getAttribute('href')
  const answer = await page.request.get(href!)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  for (const person of [await makeOfficer(), (await makeSubmittedApplication()).person])
    expect((await (await signInAs(person)).request.get(href!)).status()).toBe(404)
})

test('the chair of many plans narrows and pages them, and assigns from the second page, without scripts', async ({
  signInAs,
}) => {
  const round = await makeRound({ state: 'review', labels: 26 })
  const plans: { label: string; reference: string }[] = []
  for (const { id: lotId } of round.lots) plans.push(await makeSubmittedApplication({ lotId }))
  const reader = await makeReviewer('Paula Page')
  const chair = await signInAs(await makeChair(), { javaScriptEnabled: false })
  const reviews = `/admin/rounds/${round.id}/reviews`

  await chair.goto(`${reviews}/assignment`)
  await expect(chair.getByRole('link', { name: /^Lack reviewers/ })).toContainText('26')
  await chair.getByRole('link', { name: 'Next' }).click()
  await expect(chair.getByText('Page 2 of 2')).toBeVisible()
  await expect(chair.getByRole('rowheader')).toHaveCount(1)
  const name = await chair.getByRole('rowheader').textContent()
  const last = plans.find(({ reference }) => name?.includes(reference))!
  await chair.getByRole('button', { name: `Assign ${last.label}.org, ${reader.name}` }).click()
  await expect(
    chair.getByRole('button', { name: `Take back ${last.label}.org, ${reader.name}` }),
  ).toBeVisible()
  await expect(chair).toHaveURL(`${reviews}/assignment?page=2`)

  await chair.goto(reviews)
  await chair.getByLabel('Name or reference').fill(last.reference)
  await chair.getByRole('button', { name: 'Find' }).click()
  const ladder = chair.getByRole('region', { name: 'Plans by score' })
  await expect(ladder.getByRole('rowheader')).toHaveCount(1)
  await expect(ladder).toContainText('0 of 3')
  await chair.getByRole('link', { name: /^Decided/ }).click()
  await expect(chair.getByText('No plan fits')).toBeVisible()
  await chair.getByRole('link', { name: 'Show all plans' }).click()
  await expect(ladder.getByRole('rowheader')).toHaveCount(26)
})
