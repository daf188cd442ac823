import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import {
  makeAssignment,
  makeDecision,
  makeReviewer,
  makeSheet,
  type SheetValues,
} from '@/db/factories/reviews'
import { keptSheets, reviews } from '@/db/schema/reviews'
import { processNow } from '@/lib/clock'
import { sheetHistory } from './history-queries'
import { keepSheet } from './keep-sheet'
import { storedSheet } from './queries'
import { restoreSheet } from './restore-sheet'
import { saveReview } from './save-review'
import { submitReview } from './submit-review'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

/** A sheet that was saved twice: version 2 with the first values, version 3 with the second. */
async function written(first: SheetValues = [4, 4, null], second: SheetValues = [1, 1, null]) {
  const application = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(application, { conflict: 'none' })
  const sheet = (version: number, values: SheetValues) => ({
    assignmentId,
    planVersionId: application.planVersionId,
    version,
    scores: makeSheet(values),
  })
  await saveReview(reviewer, sheet(1, first))
  await saveReview(reviewer, sheet(2, second))
  return { application, assignmentId, reviewer, sheet, input: { assignmentId, version: 3, restore: 2 } }
}

const kept = async (assignmentId: string) => {
  const rows = await database()
    .select({ version: keptSheets.version })
    .from(keptSheets)
    .innerJoin(reviews, eq(reviews.id, keptSheets.reviewId))
    .where(eq(reviews.assignmentId, assignmentId))
  return rows.map(({ version }) => version).sort()
}

describe('keeping what is written over', () => {
  test('keeps one a minute, and nothing of an empty sheet', async () => {
    const { assignmentId, reviewer, sheet } = await written()
    expect(await kept(assignmentId)).toEqual([2])
    await saveReview(reviewer, sheet(3, [0, 0, 0]))
    expect(await kept(assignmentId), 'within the minute').toEqual([2])
    const [review] = await database().select().from(reviews).where(eq(reviews.assignmentId, assignmentId))
    const later = new Date(processNow().getTime() + 60_000)
    await database().transaction((tx) => keepSheet(tx, review!, later))
    await database().transaction((tx) => keepSheet(tx, { ...review!, version: 5 }, later))
    expect(await kept(assignmentId)).toEqual([2, 4])
    await expect(database().delete(keptSheets)).rejects.toThrow()
  })

  test('shows its owner alone what the sheet was, with what changed', async () => {
    const { assignmentId, reviewer, input } = await written()
    expect(await sheetHistory(reviewer, { assignmentId, page: 1 })).toMatchObject({
      version: 3,
      writable: true,
      pages: 1,
      sheets: [
        { version: 3, changes: [{ name: 'Quality', value: { before: '4', after: '1' } }, {}] },
        { version: 2, changes: [{ name: 'Quality', value: { before: 'No value', after: '4' } }, {}] },
      ],
    })
    expect(await sheetHistory(await makeReviewer(), { assignmentId, page: 1 })).toBeUndefined()
    expect(input.restore).toBe(2)
  })
})

describe('restoring a sheet', () => {
  test('makes it a new version and keeps the one it takes the place of', async () => {
    const { assignmentId, reviewer, input } = await written()
    expect(await restoreSheet(reviewer, input)).toMatchObject({ ok: true })
    expect(await storedSheet(reviewer, { assignmentId })).toMatchObject({
      version: 4,
      scores: makeSheet([4, 4, null]),
    })
    expect(await kept(assignmentId)).toEqual([2, 3])
    expect(await restoreSheet(reviewer, { ...input, version: 4, restore: 3 })).toMatchObject({ ok: true })
    expect((await storedSheet(reviewer, { assignmentId }))?.scores).toEqual(makeSheet([1, 1, null]))
  })

  test('refuses a stale one, so that nothing unseen is put aside', async () => {
    const { reviewer, sheet, input } = await written()
    await saveReview(reviewer, sheet(3, [5, 5, 5]))
    expect(await restoreSheet(reviewer, input)).toMatchObject(refusal('review.stale'))
  })

  test('refuses the role', async () => {
    const { application, input } = await written()
    expect(await restoreSheet(application.person, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger, and a version that was not kept', async () => {
    const { reviewer, input } = await written()
    expect(await restoreSheet(await makeReviewer(), input)).toMatchObject(refusal('thing.not-found'))
    expect(await restoreSheet(reviewer, { ...input, restore: 9 })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: what is submitted or decided stays', async () => {
    const submitted = await written()
    await submitReview(submitted.reviewer, submitted.sheet(3, [1, 1, 1]))
    expect(await restoreSheet(submitted.reviewer, { ...submitted.input, version: 4 })).toMatchObject(
      refusal('review.submitted'),
    )
    const decided = await written()
    await makeDecision(decided.application, { outcome: 'ineligible' })
    expect(await restoreSheet(decided.reviewer, decided.input)).toMatchObject(refusal('review.closed'))
  })
})
