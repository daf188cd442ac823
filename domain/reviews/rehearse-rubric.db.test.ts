import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeDecision, makeOfficer, makeReviewer, makeSubmittedReviews } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { rounds } from '@/db/schema/rounds'
import { processNow } from '@/lib/clock'
import { rehearseRubric } from './rehearse-rubric'

afterAll(closeDatabase)

const weights = { quality: 5000, creativity: 3000, launch: 2000 }

/** A judged round: `well` is built well, `bold` is creative, and `weak` is neither. */
async function judgedRound() {
  const round = await makeRound({ state: 'qualified', labels: 3 })
  const sheets = { well: [5, 2, 3], bold: [2, 5, 3], weak: [2, 2, 2] }
  const names = new Map<string, string>()
  for (const [index, [name, values]] of Object.entries(sheets).entries()) {
    const application = await makeSubmittedApplication({ lotId: round.lots[index]!.id })
    await makeSubmittedReviews(application, Array(3).fill(values))
    await makeDecision(application, { outcome: 'not-qualified', released: true })
    names.set(application.id, name)
  }
  await database().update(rounds).set({ decisionsReleasedAt: processNow() }).where(eq(rounds.id, round.id))
  return { round, names }
}

async function draftWith(weighs: Record<string, number>) {
  const draft = await makeRound({ state: 'draft' })
  const [row] = await database().select().from(rounds).where(eq(rounds.id, draft.id))
  const { rubric } = row!.settings
  const [like] = rubric
  const weighed = Object.entries(weighs).map(([id, weightBp]) => ({
    ...(rubric.find((criterion) => criterion.id === id) ?? { ...like!, id, name: id }),
    weightBp,
  }))
  await database()
    .update(rounds)
    .set({ settings: { ...row!.settings, rubric: weighed } })
    .where(eq(rounds.id, draft.id))
  return draft
}

test('other weights move the plans of the last judged round, and say who would have passed', async () => {
  const { round, names } = await judgedRound()
  const draft = await draftWith({ quality: 2000, creativity: 7000, launch: 1000 })
  const found = (await rehearseRubric(await makeOfficer(), { roundId: draft.id }))!
  expect(found.last.id).toBe(round.id)
  const seen = found.plans.map(({ applicationId, tried }) => [
    names.get(applicationId),
    tried.place,
    tried.scoreHundredths,
    tried.passes,
  ])
  // 2 × 20 + 5 × 70 + 3 × 10 = 420 of 500, and so on; 2 on each criterion is the least that passes.
  expect(seen).toEqual([
    ['bold', 1, 8400, true],
    ['well', 2, 5400, false],
    ['weak', 3, 4000, false],
  ])
})

test('nothing is compared with a criterion that nobody judged then', async () => {
  await judgedRound()
  const draft = await draftWith({ ...weights, launch: 1000, reach: 1000 })
  expect(await rehearseRubric(await makeOfficer(), { roundId: draft.id })).toMatchObject({
    unjudged: ['reach'],
    plans: [],
  })
})

test('is not for reviewers', async () => {
  const draft = await draftWith(weights)
  expect(await rehearseRubric(await makeReviewer(), { roundId: draft.id })).toBeUndefined()
})
