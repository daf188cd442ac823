import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import {
  makeAssignment,
  makeChair,
  makeOfficer,
  makeSubmittedReviews,
  type SheetValues,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { applications } from '@/db/schema/applications'
import { conflictDeclarations, decisions } from '@/db/schema/reviews'
import { approvals } from '@/db/schema/system'
import { panelOfRound } from '@/domain/reviews/panel-queries'
import { recordConsensus } from '@/domain/reviews/record-consensus'
import type { Waiting } from '@/lib/door/definition'
import { proposeDecisions } from './propose-decisions'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The plan meets every criterion; see the scores.'
const good: SheetValues[] = [
  [4, 4, 4],
  [4, 3, 5],
  [5, 4, 4],
]

async function reviewed(sheets: readonly SheetValues[] = good, lotId?: string) {
  const application = await makeSubmittedApplication(lotId ? { lotId } : {})
  const reviewers = await makeSubmittedReviews(application, sheets)
  const { roundId, id } = application
  return { application, reviewers, input: { roundId, applicationIds: [id], outcome: 'qualified', reason } }
}

async function decisionOf(applicationId: string) {
  const [row] = await database().select().from(decisions).where(eq(decisions.applicationId, applicationId))
  return row
}

async function requestOf({ approvalId }: Waiting) {
  const [row] = await database().select().from(approvals).where(eq(approvals.id, approvalId))
  return row!
}

describe('deciding on an application (R6.7)', () => {
  test('takes a chair and an officer, and stores the score as it stands', async () => {
    const { application, input } = await reviewed()
    const [chair, officer] = [await makeChair(), await makeOfficer()]
    const asked = await proposeDecisions(chair, input)
    expect(await decisionOf(application.id), 'nothing yet').toBeUndefined()
    expect(await approve(asked, officer)).toEqual({ ok: true, value: { decided: 1 } })
    const [plan] = (await panelOfRound(chair, { roundId: application.roundId }))!.plans
    expect(plan?.panel?.score.scoreHundredths).toBe(8267)
    expect(await decisionOf(application.id)).toMatchObject({
      outcome: 'qualified',
      reason,
      scoreHundredths: 8267,
      byCriterion: plan?.panel?.score.byCriterion,
      proposedBy: chair.userId,
      approvedBy: officer.userId,
      releasedAt: null,
    })
  })

  test('several at once name each application before anyone approves', async () => {
    const round = await makeRound({ state: 'review', labels: 2 })
    const plans = [await reviewed(good, round.lots[0]!.id), await reviewed(good, round.lots[1]!.id)]
    const applicationIds = plans.map(({ application }) => application.id)
    const asked = await proposeDecisions(await makeChair(), { ...plans[0]!.input, applicationIds })
    if (!asked.ok) throw new Error(asked.error.code)
    const request = await requestOf(asked.value)
    expect(request.typed).toBe('2 qualified')
    for (const { application } of plans)
      expect(JSON.stringify(request.changes)).toContain(`${application.label}.org, ${application.reference}`)
    expect(await approve(asked, await makeOfficer())).toEqual({ ok: true, value: { decided: 2 } })
  })

  test('can be taken again before the release, by two people again', async () => {
    const { application, input } = await reviewed()
    await approve(await proposeDecisions(await makeChair(), input), await makeOfficer())
    const again = { ...input, outcome: 'ineligible', reason: 'The organisation was dissolved last month.' }
    expect(
      await approve(await proposeDecisions(await makeChair(), again), await makeOfficer()),
    ).toMatchObject({
      ok: true,
    })
    expect(await decisionOf(application.id)).toMatchObject({ outcome: 'ineligible' })
  })

  test('counts the value agreed on', async () => {
    const { application, input } = await reviewed([
      [5, 4, 4],
      [1, 4, 4],
      [2, 4, 4],
    ])
    const chair = await makeChair()
    expect(await proposeDecisions(chair, input)).toMatchObject(refusal('decision.undiscussed'))
    await recordConsensus(chair, {
      applicationId: application.id,
      criterion: 'quality',
      value: 2,
      reason: 'The annex does not bear out the claim.',
    })
    await approve(await proposeDecisions(chair, input), await makeOfficer())
    expect(await decisionOf(application.id)).toMatchObject({
      scoreHundredths: 6400,
      byCriterion: { quality: 2, creativity: 4, launch: 4 },
    })
  })

  test('a score that moved since the proposal voids it', async () => {
    const { application, input } = await reviewed([
      [5, 4, 4],
      [3, 4, 4],
      [4, 4, 4],
    ])
    const chair = await makeChair()
    const agree = (value: number) =>
      recordConsensus(chair, { applicationId: application.id, criterion: 'quality', value, reason })
    await agree(4)
    const asked = await proposeDecisions(chair, input)
    await agree(5)
    expect(await approve(asked, await makeOfficer())).toMatchObject(refusal('approval.changed'))
  })

  test('whoever reviewed it, or has a conflict with it, cannot approve it', async () => {
    const { application, reviewers, input } = await reviewed(good.slice(0, 2))
    const reviewer = await makePerson({ roles: ['reviewer', 'programme-officer'] })
    await makeAssignment(application, { reviewer, values: [4, 4, 4], submitted: true })
    expect(reviewers).toHaveLength(2)
    const asked = await proposeDecisions(await makeChair(), input)
    expect(await approve(asked, reviewer)).toMatchObject(refusal('decision.own-review'))
    const conflicted = await makeOfficer()
    await database().insert(conflictDeclarations).values({
      applicationId: application.id,
      reviewerId: conflicted.userId,
      state: 'declared',
      nature: 'A former employer.',
    })
    expect(await approve(asked, conflicted)).toMatchObject(refusal('decision.conflicted'))
    expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
  })

  test('the pass line decides, not the chair', async () => {
    const chair = await makeChair()
    const above = await reviewed()
    expect(await proposeDecisions(chair, { ...above.input, outcome: 'not-qualified' })).toMatchObject(
      refusal('decision.against-pass-line'),
    )
    const below = await reviewed([
      [5, 1, 5],
      [5, 1, 5],
      [5, 1, 5],
    ])
    expect(await proposeDecisions(chair, below.input)).toMatchObject({
      error: { code: 'decision.against-pass-line', message: expect.stringContaining('below the pass line') },
    })
    expect(
      await approve(
        await proposeDecisions(chair, { ...below.input, outcome: 'not-qualified' }),
        await makeOfficer(),
      ),
    ).toMatchObject({ ok: true })
  })

  test('refuses the role: an officer does not propose, a chair does not approve', async () => {
    const { input, reviewers } = await reviewed()
    expect(await proposeDecisions(await makeOfficer(), input)).toMatchObject(refusal('access.denied'))
    expect(await proposeDecisions(reviewers[0]!, input)).toMatchObject(refusal('access.denied'))
    const asked = await proposeDecisions(await makeChair(), input)
    expect(await approve(asked, await makeChair())).toMatchObject(refusal('access.denied'))
    const both = await makePerson({ roles: ['panel-chair', 'programme-officer'] })
    const again = { ...input, reason: 'The same with another reason.' }
    expect(await approve(await proposeDecisions(both, again), both)).toMatchObject(refusal('approval.own'))
  })

  test('refuses the stranger: unknown ones, other rounds’, drafts', async () => {
    const { input } = await reviewed()
    const other = await reviewed()
    const chair = await makeChair()
    for (const id of ['app_unknown', other.application.id])
      expect(
        await proposeDecisions(chair, { ...input, applicationIds: [...input.applicationIds, id] }),
      ).toMatchObject(refusal('thing.not-found'))
    await database()
      .update(applications)
      .set({ state: 'draft' })
      .where(eq(applications.id, other.application.id))
    expect(await proposeDecisions(chair, other.input)).toMatchObject(refusal('thing.not-found'))
  })

  test('names what is wrong with the input', async () => {
    const { input } = await reviewed()
    expect(
      await proposeDecisions(await makeChair(), {
        ...input,
        applicationIds: [],
        outcome: 'maybe',
        reason: '',
      }),
    ).toMatchObject({
      error: {
        code: 'input.invalid',
        fields: {
          applicationIds: expect.any(String),
          outcome: expect.any(String),
          reason: expect.any(String),
        },
      },
    })
  })

  test('refuses the moment: too few reviews, one outstanding, a withdrawal, another state of the round', async () => {
    const chair = await makeChair()
    const few = await reviewed(good.slice(0, 2))
    expect(await proposeDecisions(chair, few.input)).toMatchObject({
      error: { code: 'decision.reviews-missing', details: { needed: 3, submitted: 2 } },
    })
    await makeAssignment(few.application)
    expect(await proposeDecisions(chair, few.input)).toMatchObject(refusal('review.outstanding'))
    const withdrawn = await reviewed()
    await database()
      .update(applications)
      .set({ state: 'withdrawn' })
      .where(eq(applications.id, withdrawn.application.id))
    expect(await proposeDecisions(chair, withdrawn.input)).toMatchObject(refusal('decision.wrong-outcome'))
    expect(await proposeDecisions(chair, { ...withdrawn.input, outcome: 'withdrawn' })).toMatchObject({
      ok: true,
    })
    const lotId = (await makeRound({ state: 'qualified' })).lots[0]!.id
    expect(await proposeDecisions(chair, (await reviewed(good, lotId)).input)).toMatchObject(
      refusal('round.wrong-state'),
    )
  })
})
