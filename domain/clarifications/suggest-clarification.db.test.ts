import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeDecision, makeReviewer } from '@/db/factories/reviews'
import { clarificationSuggestions } from '@/db/schema/clarifications'
import { ownSuggestions } from './queries'
import { suggestClarification } from './suggest-clarification'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function wishing(conflict: 'none' | 'not-asked' = 'none') {
  const application = await makeSubmittedApplication()
  const { assignmentId, reviewer } = await makeAssignment(application, { conflict })
  return {
    application,
    reviewer,
    wish: { assignmentId, question: 'Who keeps the readings when the coordinator is away?' },
  }
}

describe('clarification.suggest', () => {
  test('hands the wish in; its reviewer sees it wait, other reviewers do not', async () => {
    const { application, reviewer, wish } = await wishing()
    const other = await makeAssignment(application, { conflict: 'none' })
    expect(await suggestClarification(reviewer, wish)).toMatchObject({ ok: true })
    expect(await ownSuggestions(reviewer, wish)).toMatchObject([{ question: wish.question, askedAt: null }])
    expect(await ownSuggestions(other.reviewer, { assignmentId: other.assignmentId })).toEqual([])
    const own = eq(clarificationSuggestions.applicationId, application.id)
    await expect(database().delete(clarificationSuggestions).where(own)).rejects.toThrow()
  })

  test('refuses the role', async () => {
    const { wish } = await wishing()
    expect(await suggestClarification(await makeChair(), wish)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger, and shows them nothing', async () => {
    const { wish } = await wishing()
    const stranger = await makeReviewer()
    expect(await suggestClarification(stranger, wish)).toMatchObject(refusal('thing.not-found'))
    expect(await ownSuggestions(stranger, wish)).toBeUndefined()
  })

  test('refuses the moment: before the question about conflicts, and once the panel decided', async () => {
    const unasked = await wishing('not-asked')
    expect(await suggestClarification(unasked.reviewer, unasked.wish)).toMatchObject(
      refusal('review.conflict-undeclared'),
    )
    const { application, reviewer, wish } = await wishing()
    await makeDecision(application, { outcome: 'ineligible' })
    expect(await suggestClarification(reviewer, wish)).toMatchObject(refusal('review.closed'))
  })
})
