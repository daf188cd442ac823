import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePlanVersion, makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import {
  makeAssignment,
  makeDecision,
  makeReviewer,
  makeSheet,
  makeSubmittedReviews,
  type SheetValues,
} from '@/db/factories/reviews'
import { applications } from '@/db/schema/applications'
import { reviewScores, reviews } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { auditLog } from '@/db/schema/system'
import { panelOfRound } from './panel-queries'
import { ownQueue, ownReview } from './queries'
import { rubricOf } from './rules'
import { saveReview } from './save-review'
import { scorePlan } from './score'
import { submitReview } from './submit-review'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function scoring(
  application?: Awaited<ReturnType<typeof makeSubmittedApplication>>,
  values: SheetValues = [4, 'na', 0],
) {
  const plan = application ?? (await makeSubmittedApplication())
  const { assignmentId, reviewer } = await makeAssignment(plan, { conflict: 'none' })
  const sheet = { assignmentId, planVersionId: plan.planVersionId, version: 1, scores: makeSheet(values) }
  return { application: plan, assignmentId, reviewer, sheet }
}

async function storedScores(assignmentId: string) {
  return database()
    .select({
      criterion: reviewScores.criterion,
      value: reviewScores.value,
      notApplicable: reviewScores.notApplicable,
    })
    .from(reviewScores)
    .innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
    .where(eq(reviews.assignmentId, assignmentId))
}

describe('submitting a review', () => {
  test('freezes every score and pins the version that was judged', async () => {
    const { application, assignmentId, reviewer, sheet } = await scoring()
    expect(await submitReview(reviewer, sheet)).toMatchObject({ ok: true })
    expect(await storedScores(assignmentId)).toEqual([
      { criterion: 'quality', value: 4, notApplicable: false },
      { criterion: 'creativity', value: null, notApplicable: true },
      { criterion: 'launch', value: 0, notApplicable: false },
    ])
    await makePlanVersion(application)
    expect(await ownReview(reviewer, { assignmentId })).toMatchObject({
      stage: 'submitted',
      plan: { planVersionId: application.planVersionId },
    })
    expect((await ownQueue(reviewer, {}))?.items).toMatchObject([{ progress: 'submitted', over: false }])
    await expect(database().delete(reviewScores)).rejects.toThrow()
  })

  test('the score of the plan is what domain/reviews/score.ts makes of the sheets', async () => {
    const application = await makeSubmittedApplication()
    const sheets: SheetValues[] = [
      [5, 4, 3],
      [4, 'na', 4],
      [4, 4, 5],
    ]
    for (const values of sheets) {
      const { reviewer, sheet } = await scoring(application, values)
      expect(await submitReview(reviewer, sheet)).toMatchObject({ ok: true })
    }
    const found = await panelOfRound(await makePerson({ roles: ['panel-chair'] }), {
      roundId: application.roundId,
    })
    const expected = scorePlan(
      rubricOf(found!.round.settings),
      sheets.map(([quality, creativity, launch]) => ({
        quality: quality as number,
        creativity: creativity === 'na' ? null : (creativity as number),
        launch: launch as number,
      })),
    )
    expect(found?.plans[0]?.panel?.score).toEqual(expected)
    expect(expected.scoreHundredths).toBe(8267)
  })

  test('is refused while a value or a reason is missing, with a sentence per field', async () => {
    const { assignmentId, reviewer, sheet } = await scoring()
    const scores = makeSheet([4, 3, null]).map((score) =>
      score.criterion === 'creativity' ? { ...score, reason: ' \n ' } : score,
    )
    expect(await submitReview(reviewer, { ...sheet, scores })).toMatchObject({
      error: {
        code: 'review.incomplete',
        status: 422,
        fields: {
          'reason.creativity': expect.any(String),
          'value.launch': expect.any(String),
          'reason.launch': expect.any(String),
        },
      },
    })
    expect(await storedScores(assignmentId)).toEqual([])
  })

  test('a second tab cannot submit over what the first one saved', async () => {
    const { reviewer, sheet } = await scoring()
    await saveReview(reviewer, { ...sheet, scores: makeSheet([5, 5, 5]) })
    expect(await submitReview(reviewer, sheet)).toMatchObject(refusal('review.stale'))
    expect(await submitReview(reviewer, { ...sheet, scores: makeSheet([5, 5, 5]) })).toMatchObject({
      ok: true,
    })
  })

  test('ten times at once counts once', async () => {
    const { assignmentId, reviewer, sheet } = await scoring()
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitReview(reviewer, sheet)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await storedScores(assignmentId)).toHaveLength(3)
  })

  test('refuses the role', async () => {
    const { sheet, application } = await scoring()
    expect(await submitReview(application.person, sheet)).toMatchObject(refusal('access.denied'))
    const weak = await makePerson({ roles: ['reviewer'], assurance: 1 })
    expect(await submitReview(weak, sheet)).toMatchObject(refusal('access.second-factor-needed'))
  })

  test('refuses the stranger', async () => {
    const { sheet } = await scoring()
    expect(await submitReview(await makeReviewer(), sheet)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: a newer plan, a decision, a withdrawal, the end of the review; being late is no reason', async () => {
    const changed = await scoring()
    await makePlanVersion(changed.application)
    expect(await submitReview(changed.reviewer, changed.sheet)).toMatchObject(refusal('review.plan-changed'))
    const decided = await scoring()
    await makeDecision(decided.application, { outcome: 'ineligible' })
    expect(await submitReview(decided.reviewer, decided.sheet)).toMatchObject(refusal('review.closed'))
    const withdrawn = await scoring()
    await database()
      .update(applications)
      .set({ state: 'withdrawn' })
      .where(eq(applications.id, withdrawn.application.id))
    expect(await submitReview(withdrawn.reviewer, withdrawn.sheet)).toMatchObject(
      refusal('application.wrong-state'),
    )
    const { application, reviewer, sheet } = await scoring()
    const round = eq(rounds.id, application.roundId)
    await database().update(rounds).set({ state: 'qualified' }).where(round)
    expect(await submitReview(reviewer, sheet)).toMatchObject(refusal('round.wrong-state'))
    await database()
      .update(rounds)
      .set({ state: 'review', reviewDueAt: new Date(0) })
      .where(round)
    expect(await submitReview(reviewer, sheet)).toMatchObject({ ok: true })
    await database().update(rounds).set({ state: 'qualified' }).where(round)
    expect((await ownQueue(reviewer, {}))?.items).toMatchObject([{ over: true }])
  })
})

describe('independence (R6.4)', () => {
  test('others’ scores show only once the own ones are submitted', async () => {
    const { application, assignmentId, reviewer, sheet } = await scoring()
    const secret = 'Only the panel knows this.'
    await makeAssignment(application, { values: [1, 2, 3], submitted: true, reason: secret })
    await makeAssignment(application, { values: [0, 0, 0], reason: 'A draft of another.' })
    expect(
      JSON.stringify([await ownReview(reviewer, { assignmentId }), await ownQueue(reviewer, {})]),
    ).not.toContain(secret)
    await submitReview(reviewer, sheet)
    const after = await ownReview(reviewer, { assignmentId })
    expect(after).toMatchObject({
      others: [{ who: 'Reviewer 2', scores: [{ value: 1, reason: secret }, { value: 2 }, { value: 3 }] }],
    })
    expect(JSON.stringify(after)).not.toContain('A draft of another')
  })

  test('holds for the passages that others cite', async () => {
    const { application, assignmentId, reviewer, sheet } = await scoring()
    const other = await scoring(application)
    const quote = 'Two characters fit on a sample bottle.'
    const citations = [{ section: 'brand', quote, occurrence: 0 }]
    const [quality, ...rest] = other.sheet.scores
    const cited = { ...other.sheet, scores: [{ ...quality!, citations }, ...rest] }
    expect(await submitReview(other.reviewer, cited)).toMatchObject({ ok: true })
    const look = async () => JSON.stringify({ ...(await ownReview(reviewer, { assignmentId })), plan: null })
    expect(await look()).not.toContain(quote)
    await submitReview(reviewer, sheet)
    expect(await look()).toContain(quote)
    await expect(database().update(reviewScores).set({ citations: [] })).rejects.toThrow()
  })

  test('holds for a chair who reviews, too: the panel shows no score of a plan they still have to judge', async () => {
    const application = await makeSubmittedApplication()
    await makeSubmittedReviews(application, [[1, 1, 1]])
    const chair = await makePerson({ roles: ['panel-chair', 'reviewer'] })
    const { assignmentId } = await makeAssignment(application, { reviewer: chair, conflict: 'none' })
    const look = async () => (await panelOfRound(chair, { roundId: application.roundId }))!.plans[0]!
    expect(await look()).toMatchObject({ panel: undefined, likely: null })
    await submitReview(chair, {
      assignmentId,
      planVersionId: application.planVersionId,
      version: 1,
      scores: makeSheet([2, 2, 2]),
    })
    expect((await look()).panel?.score.score).toBe(30)
  })

  test('the audit log tells no score', async () => {
    const { reviewer, sheet } = await scoring()
    await submitReview(reviewer, { ...sheet, scores: makeSheet([3, 3, 3], 'A telling reason.') })
    const rows = await database().select().from(auditLog).where(eq(auditLog.kind, 'review.submit'))
    for (const { payload } of rows) expect(Buffer.from(payload).toString()).not.toMatch(/telling|"value"/)
  })
})
