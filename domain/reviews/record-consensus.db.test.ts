import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import {
  makeAssignment,
  makeChair,
  makeDecision,
  makeOfficer,
  makeSubmittedReviews,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { panelOfRound } from './panel-queries'
import { recordConsensus } from './record-consensus'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const reason = 'The pilot was measured; the panel read the annex together.'

async function disagreed() {
  const application = await makeSubmittedApplication()
  await makeSubmittedReviews(application, [
    [5, 3, 3],
    [2, 3, 3],
  ])
  const input = { applicationId: application.id, criterion: 'quality', value: 4, reason }
  return { application, input }
}
const planOf = async (application: { roundId: string }) =>
  (await panelOfRound(await makeChair(), { roundId: application.roundId }))!.plans[0]!.panel!

describe('recording what a discussion came to (R6.6)', () => {
  test('counts the agreed value; the scores themselves stay', async () => {
    const { application, input } = await disagreed()
    expect((await planOf(application)).undiscussed).toMatchObject([{ criterion: 'quality', range: 3 }])
    expect(await recordConsensus(await makeChair(), input)).toMatchObject({ ok: true })
    const panel = await planOf(application)
    expect(panel.undiscussed).toEqual([])
    expect(panel.score.byCriterion.quality).toBe(4)
    expect(panel.raw.byCriterion.quality).toBe(3.5)
    expect(panel.sheets.map(({ scores }) => scores[0]?.value)).toEqual([5, 2])
  })

  test('may leave the scores standing, and may be done again: the last entry counts', async () => {
    const { application, input } = await disagreed()
    const chair = await makeChair()
    await recordConsensus(chair, input)
    expect(await recordConsensus(chair, { ...input, value: null })).toMatchObject({ ok: true })
    const panel = await planOf(application)
    expect(panel).toMatchObject({ undiscussed: [], score: { byCriterion: { quality: 3.5 } } })
    expect(panel.consensus).toMatchObject([{ value: null, reason, by: chair.name }])
  })

  test('needs a value of the scale and a reason', async () => {
    const { input } = await disagreed()
    const chair = await makeChair()
    expect(await recordConsensus(chair, { ...input, value: 6, reason: 'ok' })).toMatchObject({
      error: { code: 'input.invalid', fields: { value: expect.any(String), reason: expect.any(String) } },
    })
  })

  test('refuses the role', async () => {
    const { input } = await disagreed()
    expect(await recordConsensus(await makeOfficer(), input)).toMatchObject(refusal('access.denied'))
    expect(await recordConsensus(await makePerson({ roles: ['reviewer'] }), input)).toMatchObject(
      refusal('access.denied'),
    )
  })

  test('refuses the stranger', async () => {
    const { input } = await disagreed()
    expect(
      await recordConsensus(await makeChair(), { ...input, applicationId: 'app_unknown' }),
    ).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: nothing to discuss, reviews outstanding, decided, another state', async () => {
    const chair = await makeChair()
    const { application, input } = await disagreed()
    expect(await recordConsensus(chair, { ...input, criterion: 'launch' })).toMatchObject(
      refusal('consensus.not-needed'),
    )
    await makeAssignment(application)
    expect(await recordConsensus(chair, input)).toMatchObject({
      error: { code: 'review.outstanding', details: { count: 1 } },
    })
    const decided = await disagreed()
    await makeDecision(decided.application)
    expect(await recordConsensus(chair, decided.input)).toMatchObject(refusal('review.closed'))
    const lotId = (await makeRound({ state: 'qualified' })).lots[0]!.id
    const late = await makeSubmittedApplication({ lotId })
    expect(await recordConsensus(chair, { ...input, applicationId: late.id })).toMatchObject(
      refusal('round.wrong-state'),
    )
  })
})
