import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePlanVersion, makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeChair, makeDecision, makeOfficer } from '@/db/factories/reviews'
import { clarifications } from '@/db/schema/clarifications'
import { conflictDeclarations } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { auditLog, mailOutbox } from '@/db/schema/system'
import { readStandings } from '@/domain/applications/read-standing'
import { ownReview } from '@/domain/reviews/queries'
import { processNow } from '@/lib/clock'
import { resolveLocal } from '@/lib/time/resolve-local'
import { toLocal } from '@/lib/time/to-local'
import { askClarification } from './ask-clarification'
import { clarificationsOfPlan } from './queries'
import { suggestClarification } from './suggest-clarification'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const question = 'Who keeps the readings when the coordinator is away?'
const HOUR = 3_600_000

/** A plan under review and the input that asks about it, due in three hours of the round's own clock. */
async function asking(hours = 3) {
  const application = await makeSubmittedApplication()
  const [round] = await database().select().from(rounds).where(eq(rounds.id, application.roundId))
  const at = new Date(processNow().getTime() + hours * HOUR)
  const due = { local: unmistakable(at, round!.zone) }
  return {
    application,
    round: round!,
    input: { applicationId: application.id, question, due, suggestionId: null },
  }
}

/** The clock of a zone at an instant, or an hour further off where clocks change just then. */
function unmistakable(at: Date, zone: string): string {
  const local = toLocal(at, zone)
  if (resolveLocal(local, zone).kind === 'exact') return local
  const further = at > processNow() ? HOUR : -HOUR
  return unmistakable(new Date(at.getTime() + further), zone)
}

describe('asking an applicant', () => {
  test('binds the question to the version, writes to the owners, and shows them until when', async () => {
    const { application, round, input } = await asking()
    expect(await askClarification(await makeChair(), input)).toMatchObject({ ok: true })
    const [row] = await database()
      .select()
      .from(clarifications)
      .where(eq(clarifications.applicationId, application.id))
    expect(row).toMatchObject({ planVersionId: application.planVersionId, question })
    expect(toLocal(row!.dueAt, round.zone)).toBe(input.due.local)
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(eq(mailOutbox.to, application.person.email))
    const letter = letters.find(({ template }) => template === 'clarification-asked')
    expect(letter?.text).toContain(question)
    expect(letter?.text).toMatch(/Answer before .* E[SD]T \(.* UTC\)/)
    const [standing] = await readStandings(database(), application.person)
    expect(standing?.clarificationDueAt?.getTime()).toBe(row!.dueAt.getTime())
    await expect(database().delete(clarifications)).rejects.toThrow()
  })

  test('lets the reviewers of the plan read it, and not who wished it', async () => {
    const { application, input } = await asking()
    const wishing = await makeAssignment(application, { conflict: 'none' })
    const { assignmentId, reviewer } = await makeAssignment(application, { conflict: 'none' })
    const wish = { assignmentId: wishing.assignmentId, question: 'How long does a reading take to appear?' }
    expect(await suggestClarification(wishing.reviewer, wish)).toMatchObject({ ok: true })
    expect(JSON.stringify(await ownReview(reviewer, { assignmentId }))).not.toContain(wish.question)
    const chair = await makeChair()
    const where = { roundId: application.roundId, applicationId: application.id }
    const [suggested] = (await clarificationsOfPlan(chair, where))!.suggested
    const sent = { ...input, question: suggested!.question, suggestionId: suggested!.id }
    expect(await askClarification(chair, sent)).toMatchObject({ ok: true })
    expect(await askClarification(chair, sent), 'twice').toMatchObject(refusal('clarification.asked'))
    const seen = [await ownReview(reviewer, { assignmentId }), await clarificationsOfPlan(chair, where)]
    expect(JSON.stringify(seen)).toContain(wish.question)
    for (const { name, userId } of [wishing.reviewer, chair])
      for (const word of [name, userId]) expect(JSON.stringify(seen)).not.toContain(word)
    expect((await clarificationsOfPlan(chair, where))!.suggested).toEqual([])
    const rows = await database().select().from(auditLog).where(eq(auditLog.object, application.id))
    for (const { payload } of rows) expect(Buffer.from(payload).toString()).not.toContain('reading take')
  })

  test.each([
    ['past', -1, /lies ahead/],
    ['after the results of the review', 24 * 400, /before the results of the review/],
  ])('refuses a deadline that is %s', async (_when, hours, sentence) => {
    const { input } = await asking(hours)
    expect(await askClarification(await makeOfficer(), input)).toMatchObject({
      error: { code: 'input.invalid', fields: { 'due.local': expect.stringMatching(sentence) } },
    })
  })

  test('refuses the role', async () => {
    const { application, input } = await asking()
    const { reviewer } = await makeAssignment(application, { conflict: 'none' })
    for (const actor of [reviewer, application.person, await makePerson({ roles: ['auditor'] })])
      expect(await askClarification(actor, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a chair with a conflict, a wish about another plan', async () => {
    const { application, input } = await asking()
    const chair = await makeChair()
    const other = await makeSubmittedApplication()
    const { assignmentId, reviewer } = await makeAssignment(other, { conflict: 'none' })
    await suggestClarification(reviewer, { assignmentId, question })
    const where = { roundId: other.roundId, applicationId: other.id }
    const [suggested] = (await clarificationsOfPlan(chair, where))!.suggested
    expect(await askClarification(chair, { ...input, suggestionId: suggested!.id })).toMatchObject(
      refusal('thing.not-found'),
    )
    await database().insert(conflictDeclarations).values({
      reviewerId: chair.userId,
      applicationId: application.id,
      state: 'declared',
      nature: 'A cousin of theirs.',
    })
    expect(await askClarification(chair, input)).toMatchObject(refusal('thing.not-found'))
    const own = { roundId: application.roundId, applicationId: application.id }
    expect(await clarificationsOfPlan(chair, own)).toBeUndefined()
  })

  test('refuses the moment: once the panel decided, or the review is over', async () => {
    const decided = await asking()
    await makeDecision(decided.application, { outcome: 'ineligible' })
    expect(await askClarification(await makeChair(), decided.input)).toMatchObject(refusal('review.closed'))
    const { application, input } = await asking()
    await makePlanVersion(application)
    await database().update(rounds).set({ state: 'qualified' }).where(eq(rounds.id, application.roundId))
    expect(await askClarification(await makeChair(), input)).toMatchObject(refusal('round.wrong-state'))
  })
})
