import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeReviewer, makeSheet } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { calibrationAnswers } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { declareConflict } from '@/domain/reviews/declare-conflict'
import { panelOfRound } from '@/domain/reviews/panel-queries'
import { ownQueue, ownReview } from '@/domain/reviews/queries'
import { answerCalibration } from './answer-calibration'
import { nightBuses } from './night-buses'
import { calibrationOfRound, ownCalibrations } from './queries'
import { tideTables } from './tide-tables'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

/** A plan assigned in a round that asks for a calibration plan first, unless said otherwise. */
async function assigned(calibration: boolean | number = true) {
  const { id: roundId, lots } = await makeRound({ state: 'review', settings: { calibration } })
  const application = await makeSubmittedApplication({ lotId: lots[0]!.id })
  const { assignmentId, reviewer } = await makeAssignment(application)
  return {
    reviewer,
    roundId,
    input: { roundId, plan: tideTables.id, scores: makeSheet([5, 'na', 1]) },
    open: () => declareConflict(reviewer, { assignmentId, state: 'none', nature: '' }),
    recuse: () => declareConflict(reviewer, { assignmentId, state: 'declared', nature: 'I know them.' }),
    look: () => ownReview(reviewer, { assignmentId }),
  }
}

describe('calibration.answer', () => {
  test('opens the first plan, shows the model only then, and counts in nothing', async () => {
    const { reviewer, roundId, input, open, look } = await assigned()
    expect(await look()).toMatchObject({ stage: 'gate', calibrate: true })
    expect(await open()).toMatchObject(refusal('calibration.missing'))
    expect(await ownCalibrations(reviewer, {})).toMatchObject([{ roundId, waiting: true }])
    expect(JSON.stringify(await calibrationOfRound(reviewer, { roundId }))).not.toContain(
      tideTables.model.quality!.reason,
    )

    expect(await answerCalibration(reviewer, input)).toMatchObject({ ok: true })
    expect((await calibrationOfRound(reviewer, { roundId }))?.given[0]?.scores).toMatchObject([
      { criterion: 'quality', value: 5, model: tideTables.model.quality },
      { criterion: 'creativity', notApplicable: true, model: tideTables.model.creativity },
      { criterion: 'launch', value: 1, model: tideTables.model.launch },
    ])
    expect(await open()).toMatchObject({ ok: true })
    expect((await ownQueue(reviewer, {}))?.items).toMatchObject([{ progress: 'not-started' }])
    expect((await panelOfRound(await makeChair(), { roundId }))?.plans[0]?.panel?.submitted).toBe(0)
    await expect(database().delete(calibrationAnswers)).rejects.toThrow()
  })

  test('asks for each plan in turn, tells no model before its own scores, and takes none twice', async () => {
    const { reviewer, roundId, input, open } = await assigned(2)
    const second = { ...input, plan: nightBuses.id }
    expect(await answerCalibration(reviewer, second)).toMatchObject(refusal('calibration.answered'))
    const atOnce = Array.from({ length: 6 }, () => answerCalibration(reviewer, input))
    expect((await Promise.all(atOnce)).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await open()).toMatchObject(refusal('calibration.missing'))
    const page = await calibrationOfRound(reviewer, { roundId })
    expect(page).toMatchObject({ total: 2, given: [{ id: tideTables.id }], next: { id: nightBuses.id } })
    expect(JSON.stringify(page)).not.toContain(nightBuses.model.quality!.reason)
    expect(await answerCalibration(reviewer, second)).toMatchObject({ ok: true })
    expect(await ownCalibrations(reviewer, {})).toMatchObject([{ roundId, waiting: false }])
    expect(await open()).toMatchObject({ ok: true })
  })

  test('is not asked where the round does not, nor of who steps aside', async () => {
    const free = await assigned(false)
    expect(await free.look()).toMatchObject({ calibrate: false })
    expect(await free.open()).toMatchObject({ ok: true })
    expect(await calibrationOfRound(free.reviewer, { roundId: free.roundId })).toBeUndefined()
    expect(await (await assigned()).recuse()).toMatchObject({ ok: true })
  })

  test('is complete, as a review is, and given once', async () => {
    const { reviewer, input } = await assigned()
    expect(await answerCalibration(reviewer, { ...input, scores: makeSheet([5, null, 1]) })).toMatchObject({
      error: { code: 'review.incomplete', fields: { 'value.creativity': expect.any(String) } },
    })
    await answerCalibration(reviewer, input)
    expect(await answerCalibration(reviewer, input)).toMatchObject(refusal('calibration.answered'))
  })

  test('refuses the role', async () => {
    const { input } = await assigned()
    expect(await answerCalibration(await makeChair(), input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: who reviews nothing in the round', async () => {
    const { input } = await assigned()
    expect(await answerCalibration(await makeReviewer(), input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: once the review is over', async () => {
    const { reviewer, input, roundId } = await assigned()
    await database().update(rounds).set({ state: 'qualified' }).where(eq(rounds.id, roundId))
    expect(await answerCalibration(reviewer, input)).toMatchObject(refusal('round.wrong-state'))
  })
})
