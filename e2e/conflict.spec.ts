import { database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeReviewer, makeSubmittedReviews } from '@/db/factories/reviews'
import { memberships, type PirRole } from '@/db/schema/people'
import { proposeDecisions } from '@/domain/decisions/propose-decisions'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { declare, expectClosed, expectNoTrace, status } from './fixtures/conflicts'
import { type PlanWithFile, planWithFile } from './fixtures/plan-with-file'
import { expect, test } from './fixtures/portal'

/** R6.2: whoever has a conflict of interest with a plan opens, finds, counts and downloads nothing of it. */

const insider = (role: PirRole) =>
  makePerson({ roles: ['reviewer', role], email: `${newId('reader', processNow())}@panel.example` })

test('a reviewer who finds a conflict while reading is shut out of the plan at once', async ({
  signInAs,
}) => {
  const plan = await planWithFile()
  const { assignmentId, reviewer } = await makeAssignment(plan)
  const page = await signInAs(reviewer)
  await page.goto('/review')
  await page.getByRole('link', { name: `Start ${plan.label}.org` }).click()
  expect(await status(page, `/api/v1/files/${plan.fileId}`)).toBe(404)
  await page.getByRole('radio', { name: 'I have no interest' }).check()
  await page.getByRole('button', { name: 'Record my answer' }).click()
  await expect(page.getByText('Small rivers have no press office.').first()).toBeVisible()
  expect(await status(page, `/api/v1/files/${plan.fileId}`)).toBe(200)

  await page.goto(`/review/${assignmentId}/conflict`)
  await page.getByRole('textbox', { name: /What is your conflict/ }).fill('I know who wrote this.')
  await page.getByRole('button', { name: 'Declare it and leave the plan' }).click()
  await expect(page.getByText('Your conflict of interest is recorded.')).toBeVisible()
  await expect(page.getByText('Recused: 1')).toBeVisible()
  await expectClosed(page, plan, assignmentId)
})

/** Signs of a conflict that the portal finds by itself. */
const signs: [string, (plan: PlanWithFile) => Promise<Person>][] = [
  ['an e-mail domain shared with the applicant', () => makePerson({ roles: ['reviewer'] })],
  [
    'an earlier part in the applying organisation',
    async ({ organisation: { id: organisationId } }) => {
      const reviewer = await makeReviewer()
      const [id, at] = [newId('mem', processNow()), processNow()]
      const past = { id, organisationId, userId: reviewer.userId, role: 'editor' as const, endedAt: at }
      await database().insert(memberships).values(past)
      return reviewer
    },
  ],
]

for (const [sign, makeConflicted] of signs) {
  test(`${sign} is seen by the chair and asked of the reviewer before anything is shown`, async ({
    signInAs,
  }) => {
    const plan = await planWithFile()
    const reviewer = await makeConflicted(plan)
    const chair = await signInAs(await makePerson({ roles: ['panel-chair'] }))
    const board = `/admin/rounds/${plan.roundId}/reviews/assignment`
    await chair.goto(board)
    const assign = chair.getByRole('button', { name: `${plan.label}.org, ${reviewer.name}` })
    await expect(chair.getByRole('cell').filter({ has: assign })).toContainText('Likely conflict')
    await assign.click()
    await expect(
      chair.getByRole('button', { name: `Take back ${plan.label}.org, ${reviewer.name}` }),
    ).toBeVisible()

    const page = await signInAs(reviewer)
    await page.goto('/review')
    await page.getByRole('link', { name: `Start ${plan.label}.org` }).click()
    await expect(page.getByText('There may be a connection between you and the applicant.')).toBeVisible()
    await expectNoTrace(page, page.url(), plan)
    await expect(page.locator('main')).not.toContainText('Small rivers')
    const assignmentId = page.url().split('/').at(-1)!
    for (const path of [`/api/v1/files/${plan.fileId}`, `/api/v1/reviews/${assignmentId}`])
      expect(await status(page, path), path).toBe(404)
    await declare(page, assignmentId)
    await expectClosed(page, plan, assignmentId)

    await chair.goto(board)
    await expect(chair.getByRole('row').filter({ hasText: plan.reference })).toContainText(
      'Conflict declared',
    )
    await expect(assign).toHaveCount(0)
  })
}

test('a chair who declared a conflict finds the plan in no list, count, page or download', async ({
  signInAs,
}) => {
  const plan = await planWithFile()
  const chair = await insider('panel-chair')
  const { assignmentId } = await makeAssignment(plan, { reviewer: chair })
  const other = await makeAssignment(plan, { values: [4, 3, 4], submitted: true })
  const page = await signInAs(chair)
  const [list, own] = [`/admin/applications?round=${plan.roundId}`, `/admin/applications/${plan.id}`]
  const panel = `/admin/rounds/${plan.roundId}/reviews`
  await page.goto(list)
  await expect(page.locator('main')).toContainText(plan.reference)
  for (const path of [own, `${panel}/${plan.id}`, `/api/v1/files/${plan.fileId}`])
    expect(await status(page, path), path).toBe(200)

  await declare(page, assignmentId)
  for (const path of [own, `${panel}/${plan.id}`]) expect(await status(page, path), path).toBe(404)
  for (const path of [list, panel, `${panel}/assignment`, `${panel}/reliability`, `${panel}/decisions`])
    for (const search of ['', `find=${plan.label}`])
      await expectNoTrace(page, `${path}${search && (path.includes('?') ? '&' : '?')}${search}`, plan)
  for (const path of [`${panel}/${plan.id}/clarification`, `/api/v1/applications/${plan.id}/decision`])
    expect(await status(page, path), path).toBe(404)
  for (const path of [`${panel}/reliability/bundle`, '/admin/audit/export', '/account/data'])
    expect(await (await page.request.get(path)).text(), path).not.toContain(plan.reference)
  await page.goto(`${panel}/take-back/${other.reviewer.userId}`)
  await expect(page.locator('main')).not.toContainText(plan.reference)
  await page.goto(list)
  await expect(page.getByText(/^0 applications/)).toBeVisible()
  await expectClosed(page, plan, assignmentId)
})

test('an officer who declared a conflict is not asked to decide on the plan', async ({ signInAs }) => {
  const plan = await planWithFile()
  const officer = await insider('programme-officer')
  const { assignmentId } = await makeAssignment(plan, { reviewer: officer })
  const page = await signInAs(officer)
  await declare(page, assignmentId)
  await makeSubmittedReviews(plan, [
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
  ])
  const chair = await makePerson({ roles: ['panel-chair'] })
  const [roundId, applicationIds] = [plan.roundId, [plan.id]]
  const proposal = { roundId, applicationIds, outcome: 'qualified', reason: 'Above the pass line.' }
  const asked = await proposeDecisions(chair, proposal)
  if (!asked.ok) throw new Error(asked.error.message)
  const request = `/admin/approvals/${asked.value.approvalId}`
  for (const path of ['/admin', '/admin/approvals']) await expectNoTrace(page, path, plan)
  expect(await status(page, request)).toBe(404)
  const other = await signInAs(await makePerson({ roles: ['programme-officer'] }))
  await other.goto('/admin/approvals')
  await expect(other.locator(`a[href="${request}"]`)).toBeVisible()
})
