import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import {
  makeAssignment,
  makeChair,
  makeDecision,
  makeOfficer,
  makePanel,
  makeReviewer,
  type SheetValues,
} from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { applications } from '@/db/schema/applications'
import type { Person } from '@/lib/access/actor'
import { assessRound } from './assess-round'
import { declareConflict } from './declare-conflict'
import { recordConsensus } from './record-consensus'

let reviewers: [Person, Person, Person]
let chair: Person
let applicant: Awaited<ReturnType<typeof makeApplicant>>
beforeAll(async () => {
  reviewers = [await makeReviewer('Ada'), await makeReviewer('Bo'), await makeReviewer('Cy')]
  chair = await makeChair()
  applicant = await makeApplicant()
})
afterAll(closeDatabase)

const all = (value: number): SheetValues => [value, value, value]
/** Plans by readers: clear of the pass line, upon it, below it. Each differs by its readers' severity, and some noise. */
const usual = [
  [all(5), all(5), all(4)],
  [all(4), all(3), all(2)],
  [all(2), all(2), all(1)],
]

/** A round with plans that reviewers read: one sheet per plan and reviewer, undefined where it is not submitted. */
async function reviewed(sheets: readonly (readonly (SheetValues | undefined)[])[] = usual) {
  const round = await makeRound({ state: 'review', labels: sheets.length })
  const plans = []
  for (const [p] of sheets.entries())
    plans.push(await makeSubmittedApplication({ lotId: round.lots[p]!.id, applicant }))
  await makePanel(plans, reviewers, sheets)
  const assess = async (actor = chair) => (await assessRound(actor, { roundId: round.id }))!
  return { round, reviewers, plans: plans as [Plan, ...Plan[]], assess }
}
type Plan = Awaited<ReturnType<typeof makeSubmittedApplication>>

describe('what stands beside the scores of a round (R6.5)', () => {
  test('has the plan score, the calibrated one and its chance, best first, and knows who gives more', async () => {
    const { plans, reviewers, assess } = await reviewed([...usual].reverse())
    const assessed = await assess()
    expect(assessed.plans.map(({ reference }) => reference)).toEqual(
      [...plans].reverse().map(({ reference }) => reference),
    )
    expect(assessed.plans.map(({ scoreHundredths }) => scoreHundredths)).toEqual([9333, 6000, 3333])
    for (const plan of assessed.figures.plans)
      expect(plan).toMatchObject({ calibrated: expect.any(Number), chance: expect.any(Number) })
    const effectOf = (reviewer: Person) =>
      assessed.figures.reviewers.find((one) => one.reviewer === reviewer.userId)!.effect!
    expect(effectOf(reviewers[0]!)).toBeGreaterThan(effectOf(reviewers[2]!))
    expect(assessed.reviewerNames.get(reviewers[0]!.userId)).toBe('Ada')
    expect(assessed.bundle.parameters.seed).toBe(assessed.round.id)
    expect(assessed).toMatchObject({ outstanding: 0, hidden: 0 })
  })

  test('rests on the scores as they were given; the score with agreed values stands apart', async () => {
    const { plans, assess } = await reviewed()
    const before = await assess()
    const agreed = { applicationId: plans[1]!.id, criterion: 'quality', value: 5 }
    await recordConsensus(chair, { ...agreed, reason: 'The panel read the annex together.' })
    const after = await assess()
    expect(after.hash).toBe(before.hash)
    expect(after.figures).toEqual(before.figures)
    expect(before.plans[1]).toMatchObject({ scoreHundredths: 6000, agreedHundredths: null })
    expect(after.plans[1]!.scoreHundredths).toBe(6000)
    expect(after.plans[1]!.agreedHundredths).toBeGreaterThan(6000)
  })

  test('is there before all reviews are in, and says how many are out', async () => {
    const { plans, assess } = await reviewed([[all(5), all(4), undefined], [all(3), all(2)], []])
    const assessed = await assess()
    expect(assessed).toMatchObject({ outstanding: 1, plans: { length: 3 } })
    expect(assessed.bundle.reviews).toHaveLength(4)
    expect(assessed.plans.at(-1)).toMatchObject({ reference: plans[2]!.reference, scoreHundredths: null })
  })

  test('refuses to calibrate across groups that share no reviewer, and names them', async () => {
    const { plans, reviewers, assess } = await reviewed([[all(5), all(4)], []])
    await makeAssignment(plans[1]!, { reviewer: reviewers[2]!, values: all(2), submitted: true })
    const { figures } = await assess()
    expect(figures.plans.map(({ calibrated }) => calibrated)).toEqual([null, null])
    expect(figures.pieces).toHaveLength(2)
  })

  test('leaves withdrawn plans out', async () => {
    const { plans, assess } = await reviewed()
    await database().update(applications).set({ state: 'withdrawn' }).where(eq(applications.id, plans[0].id))
    const { bundle } = await assess()
    expect(bundle.reviews.map(({ plan }) => plan)).not.toContain(plans[0].reference)
    expect(bundle.reviews).toHaveLength(6)
  })
})

describe('a plan near the line gets one more reader (R6.5)', () => {
  const nearOf = async ({ assess, plans }: Awaited<ReturnType<typeof reviewed>>) =>
    (await assess()).plans.find(({ reference }) => reference === plans[1]!.reference)!.near

  test('and only such a plan', async () => {
    const { assess } = await reviewed()
    const { plans } = await assess()
    expect(plans.map(({ near }) => near)).toEqual([null, 'wants-reader', null])
  })

  test('waits for the one who was assigned, and asks for no other after that', async () => {
    const panel = await reviewed()
    const fourth = await makeReviewer()
    await makeAssignment(panel.plans[1]!, { reviewer: fourth })
    expect(await nearOf(panel)).toBe('waits')
    const read = await reviewed()
    await makeAssignment(read.plans[1]!, { reviewer: fourth, values: all(3), submitted: true })
    expect(await nearOf(read)).toBe('near')
  })

  test('not once it is decided', async () => {
    const panel = await reviewed()
    await makeDecision(panel.plans[1]!)
    expect(await nearOf(panel)).toBe('near')
  })
})

describe('who sees it', () => {
  test('the panel’s people; for others, and for unknown rounds and drafts, there is nothing', async () => {
    const { round, reviewers } = await reviewed([[all(4)]])
    expect(await assessRound(await makeOfficer(), { roundId: round.id })).toBeDefined()
    expect(await assessRound(reviewers[0]!, { roundId: round.id })).toBeUndefined()
    expect(
      await assessRound(await makePerson({ roles: ['finance-officer'] }), { roundId: round.id }),
    ).toBeUndefined()
    expect(await assessRound(chair, { roundId: 'rnd_unknown' })).toBeUndefined()
    const draft = await makeRound()
    expect(await assessRound(chair, { roundId: draft.id })).toBeUndefined()
  })

  test('a chair who reviews sees nothing of plans whose review they have not submitted (R6.4)', async () => {
    const { plans, assess } = await reviewed()
    const reviewing = await makePerson({ roles: ['panel-chair', 'reviewer'] })
    await makeAssignment(plans[0], { reviewer: reviewing })
    const assessed = await assess(reviewing)
    expect(assessed).toMatchObject({ hidden: 1, plans: { length: 2 } })
    expect(JSON.stringify([assessed.bundle, assessed.figures])).not.toContain(plans[0].reference)
  })

  test('nor of plans they declared a conflict with (R6.2)', async () => {
    const { plans, assess } = await reviewed()
    const reviewing = await makePerson({ roles: ['panel-chair', 'reviewer'] })
    const { assignmentId } = await makeAssignment(plans[0], { reviewer: reviewing })
    await declareConflict(reviewing, { assignmentId, state: 'declared', nature: 'A relative leads it.' })
    const assessed = await assess(reviewing)
    expect(assessed).toMatchObject({ hidden: 0, plans: { length: 2 } })
    expect(JSON.stringify([assessed.bundle, assessed.figures])).not.toContain(plans[0].reference)
  })
})
