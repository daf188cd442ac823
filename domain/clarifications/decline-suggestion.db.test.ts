import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeChair, makeDecision } from '@/db/factories/reviews'
import { clarificationSuggestions } from '@/db/schema/clarifications'
import { conflictDeclarations } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { processNow } from '@/lib/clock'
import { toLocal } from '@/lib/time/to-local'
import { askClarification } from './ask-clarification'
import { declineSuggestion } from './decline-suggestion'
import { clarificationsOfPlan, ownSuggestions } from './queries'
import { suggestClarification } from './suggest-clarification'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const question = 'Who keeps the readings when the coordinator is away?'
const reason = 'The plan says so in its section on the team.'

async function suggested() {
  const application = await makeSubmittedApplication()
  const chair = await makeChair()
  const { assignmentId, reviewer } = await makeAssignment(application, { conflict: 'none' })
  await suggestClarification(reviewer, { assignmentId, question })
  const [row] = await database()
    .select()
    .from(clarificationSuggestions)
    .where(eq(clarificationSuggestions.applicationId, application.id))
  const [round] = await database().select().from(rounds).where(eq(rounds.id, application.roundId))
  const local = toLocal(new Date(processNow().getTime() + 3_600_000), round!.zone).slice(0, 16)
  const suggestionId = row!.id
  const ask = () =>
    askClarification(chair, { applicationId: application.id, question, due: { local }, suggestionId })
  return { application, chair, reviewer, assignmentId, ask, input: { suggestionId, reason } }
}

describe('clarification.decline-suggestion', () => {
  test('takes the wish off the list, and its reviewer reads why', async () => {
    const { application, chair, reviewer, assignmentId, input } = await suggested()
    const about = { roundId: application.roundId, applicationId: application.id }
    expect((await clarificationsOfPlan(chair, about))?.suggested).toHaveLength(1)
    expect(await declineSuggestion(chair, input)).toMatchObject({ ok: true })
    expect((await clarificationsOfPlan(chair, about))?.suggested).toEqual([])
    expect(await ownSuggestions(reviewer, { assignmentId })).toMatchObject([{ declined: reason }])
  })

  test('is sent or declined, never both, however it is tried', async () => {
    const sent = await suggested()
    expect(await sent.ask()).toMatchObject({ ok: true })
    expect(await declineSuggestion(sent.chair, sent.input)).toMatchObject(refusal('clarification.asked'))
    const declined = await suggested()
    expect(await declineSuggestion(declined.chair, declined.input)).toMatchObject({ ok: true })
    expect(await declined.ask()).toMatchObject(refusal('clarification.declined'))
    expect(await declineSuggestion(declined.chair, declined.input)).toMatchObject(
      refusal('clarification.declined'),
    )
    const both = await suggested()
    const answers = await Promise.all([both.ask(), declineSuggestion(both.chair, both.input)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('the chair has a letter of a wish, which says neither what nor whose', async () => {
    const { chair, reviewer, application } = await suggested()
    const [letter] = await database()
      .select()
      .from(mailOutbox)
      .where(and(eq(mailOutbox.to, chair.email), eq(mailOutbox.template, 'clarification-suggested')))
    expect(letter?.text).toContain(`${application.label}.org`)
    expect(letter?.text).not.toContain(question)
    expect(letter?.text).not.toContain(reviewer.name)
  })

  test('refuses the role', async () => {
    const { reviewer, input } = await suggested()
    expect(await declineSuggestion(reviewer, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a chair with a conflict', async () => {
    const { application, input } = await suggested()
    const chair = await makeChair()
    await database().insert(conflictDeclarations).values({
      reviewerId: chair.userId,
      applicationId: application.id,
      state: 'declared',
      nature: 'A cousin.',
      declaredAt: processNow(),
    })
    expect(await declineSuggestion(chair, input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: once the panel decided', async () => {
    const { application, chair, input } = await suggested()
    await makeDecision(application, { outcome: 'ineligible' })
    expect(await declineSuggestion(chair, input)).toMatchObject(refusal('review.closed'))
  })
})
