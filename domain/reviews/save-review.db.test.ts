import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePlanVersion, makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeDecision, makeReviewer, makeSheet } from '@/db/factories/reviews'
import { rounds } from '@/db/schema/rounds'
import { ownReview, storedSheet } from './queries'
import { saveReview } from './save-review'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function scoring() {
  const application = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(application, { conflict: 'none' })
  const sheet = {
    assignmentId,
    planVersionId: application.planVersionId,
    version: 1,
    scores: makeSheet([4, 'na', null]),
  }
  return { application, assignmentId, reviewer, sheet }
}

describe('saving a sheet', () => {
  test('keeps it as it stands, incomplete or not, and counts its versions', async () => {
    const { assignmentId, reviewer, sheet } = await scoring()
    expect(await saveReview(reviewer, sheet)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await storedSheet(reviewer, { assignmentId })).toMatchObject({ version: 2, scores: sheet.scores })
    expect(await ownReview(reviewer, { assignmentId })).toMatchObject({
      stage: 'scoring',
      progress: 'in-progress',
      sheet: sheet.scores,
    })
    expect(await saveReview(reviewer, { ...sheet, version: 2 }), 'unchanged').toMatchObject({
      value: { version: 2 },
    })
  })

  test('refuses a stale one; both are kept', async () => {
    const { assignmentId, reviewer, sheet } = await scoring()
    await saveReview(reviewer, sheet)
    const other = { ...sheet, scores: makeSheet([1, 1, 1]) }
    expect(await saveReview(reviewer, other)).toMatchObject({
      error: { code: 'review.stale', status: 409, details: { version: 2 } },
    })
    expect((await storedSheet(reviewer, { assignmentId }))?.scores).toEqual(sheet.scores)
    expect(await saveReview(reviewer, sheet), 'the same words again are no conflict').toMatchObject({
      ok: true,
    })
    expect(await saveReview(reviewer, { ...other, version: 2 })).toMatchObject({
      ok: true,
      value: { version: 3 },
    })
  })

  test('keeps cited passages that stand in the version that is read (R6.1)', async () => {
    const { assignmentId, reviewer, sheet } = await scoring()
    const citations = [
      { section: 'purpose', quote: 'Small rivers\n have no press office.', occurrence: 0 },
      { section: '', quote: 'Bottle labels and bridge signs with partner groups Local radio', occurrence: 0 },
      { section: '', quote: 'Small rivers have no press office.', occurrence: 0 },
    ]
    const [quality, ...rest] = sheet.scores
    const cited = { ...sheet, scores: [{ ...quality!, citations }, ...rest] }
    expect(await saveReview(reviewer, cited)).toMatchObject({ ok: true })
    expect((await storedSheet(reviewer, { assignmentId }))?.scores[0]?.citations).toEqual([
      { section: 'purpose', quote: 'Small rivers have no press office.', occurrence: 0 },
      {
        section: 'marketing',
        quote: 'Bottle labels and bridge signs with partner groups Local radio',
        occurrence: 0,
      },
    ])
  })

  test.each([
    ['words that nobody wrote', { section: 'purpose', quote: 'Large rivers have one.', occurrence: 0 }],
    ['words of another section', { section: 'team', quote: 'Small rivers', occurrence: 0 }],
    ['a place that is not there', { section: 'purpose', quote: 'Small rivers', occurrence: 1 }],
    ['a section that reviewers do not read', { section: 'owners', quote: 'Sample Person', occurrence: 0 }],
    ['what stands in no section', { section: '', quote: '25,000.00', occurrence: 0 }],
  ])('refuses to cite %s', async (_what, citation) => {
    const { assignmentId, reviewer, sheet } = await scoring()
    const [quality, ...rest] = sheet.scores
    const cited = { ...sheet, scores: [{ ...quality!, citations: [citation] }, ...rest] }
    expect(await saveReview(reviewer, cited)).toMatchObject({
      error: {
        code: 'review.citation-not-found',
        status: 422,
        fields: { 'pasted.quality': expect.stringContaining(citation.quote) },
      },
    })
    expect((await storedSheet(reviewer, { assignmentId }))?.version).toBe(1)
  })

  test.each([
    ['a value above 5', [{ ...makeSheet([4])[0]!, value: 6 }], 'scores.0.value'],
    ['half a value', [{ ...makeSheet([4])[0]!, value: 2.5 }], 'scores.0.value'],
    ['a value that is not applicable', [{ ...makeSheet([4])[0]!, notApplicable: true }], 'scores.0.value'],
    ['a criterion of another round', [{ ...makeSheet([4])[0]!, criterion: 'beauty' }], 'scores.0.criterion'],
    ['a criterion twice', [makeSheet([4])[0]!, makeSheet([3])[0]!], 'scores'],
    ['an endless reason', [{ ...makeSheet([4])[0]!, reason: 'x'.repeat(4001) }], 'scores.0.reason'],
  ])('refuses %s', async (_what, scores, field) => {
    const { reviewer, sheet } = await scoring()
    expect(await saveReview(reviewer, { ...sheet, scores })).toMatchObject({
      error: { code: 'input.invalid', fields: { [field]: expect.any(String) } },
    })
  })

  test('refuses a sheet about an earlier version of the plan', async () => {
    const { application, reviewer, assignmentId, sheet } = await scoring()
    const { planVersionId } = await makePlanVersion(application)
    expect(await saveReview(reviewer, sheet)).toMatchObject(refusal('review.plan-changed'))
    expect(await ownReview(reviewer, { assignmentId })).toMatchObject({ plan: { planVersionId } })
    expect(await saveReview(reviewer, { ...sheet, planVersionId })).toMatchObject({ ok: true })
  })

  test('refuses the role', async () => {
    const { sheet } = await scoring()
    expect(await saveReview(await makePerson({ roles: ['panel-chair'] }), sheet)).toMatchObject(
      refusal('access.denied'),
    )
  })

  test('refuses the stranger', async () => {
    const { sheet } = await scoring()
    expect(await saveReview(await makeReviewer(), sheet)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: before the declaration, after the submission, outside the review', async () => {
    const application = await makeSubmittedApplication()
    const asked = await makeAssignment(application)
    const sheet = {
      assignmentId: asked.assignmentId,
      planVersionId: application.planVersionId,
      version: 1,
      scores: [],
    }
    expect(await saveReview(asked.reviewer, sheet)).toMatchObject(refusal('review.conflict-undeclared'))
    const done = await makeAssignment(application, { values: [4, 4, 4], submitted: true })
    expect(await saveReview(done.reviewer, { ...sheet, assignmentId: done.assignmentId })).toMatchObject(
      refusal('review.submitted'),
    )
    const open = await scoring()
    await makeDecision(open.application, { outcome: 'ineligible' })
    expect(await saveReview(open.reviewer, open.sheet)).toMatchObject(refusal('review.closed'))
    await database().update(rounds).set({ state: 'qualified' }).where(eq(rounds.id, open.application.roundId))
    expect(await saveReview(open.reviewer, open.sheet)).toMatchObject(refusal('round.wrong-state'))
  })
})
