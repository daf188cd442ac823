import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeAssignment, makeChair, makeDecision, makeOfficer, makeReviewer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { memberships, organisations, roles } from '@/db/schema/people'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import { mailOutbox } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'
import { newId } from '@/lib/ids'
import { assignReviewer } from './assign-reviewer'
import { conflictDetector } from './detect-conflict'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })

async function conflictOf(applicationId: string, reviewer: Person) {
  const [row] = await database()
    .select()
    .from(conflictDeclarations)
    .where(
      and(
        eq(conflictDeclarations.applicationId, applicationId),
        eq(conflictDeclarations.reviewerId, reviewer.userId),
      ),
    )
  return row
}

describe('assigning a reviewer', () => {
  test.each([
    ['chair', makeChair],
    ['officer', makeOfficer],
  ])('by a %s gives the plan and leaves the conflict question open', async (_who, makeActor) => {
    const application = await makeSubmittedApplication()
    const reviewer = await makeReviewer()
    const answer = await assignReviewer(await makeActor(), {
      applicationId: application.id,
      reviewerId: reviewer.userId,
    })
    expect(answer).toMatchObject({ ok: true })
    const [row] = await database()
      .select()
      .from(assignments)
      .where(eq(assignments.applicationId, application.id))
    expect(row).toMatchObject({ reviewerId: reviewer.userId, removedAt: null })
    expect(await conflictOf(application.id, reviewer)).toMatchObject({ state: 'not-asked', detected: '' })
    const [letter] = await database().select().from(mailOutbox).where(eq(mailOutbox.to, reviewer.email))
    expect(letter?.text).toContain('was assigned to you')
    expect(`${letter?.subject} ${letter?.text}`).not.toContain(`${application.label}.org`)
  })

  test('notes the signs of a conflict: a shared e-mail domain, a name among the owners, a former part', async () => {
    const applicant = await makeApplicant()
    await database()
      .update(organisations)
      .set({ beneficialOwners: [{ name: 'Róisín Example', country: 'IE', share: 'Half' }] })
      .where(eq(organisations.id, applicant.organisation.id))
    const application = await makeSubmittedApplication({ applicant })
    const reviewer = await makePerson({
      name: 'Roisin EXAMPLE',
      email: `other@${applicant.person.email.split('@')[1]}`,
      roles: ['reviewer'],
    })
    await database()
      .insert(memberships)
      .values({
        id: newId('mem'),
        organisationId: applicant.organisation.id,
        userId: reviewer.userId,
        role: 'editor',
        endedAt: new Date(0),
      })
    expect(
      await assignReviewer(await makeChair(), {
        applicationId: application.id,
        reviewerId: reviewer.userId,
      }),
    ).toMatchObject({ ok: true })
    const { detected } = (await conflictOf(application.id, reviewer))!
    expect(detected).toContain('Same e-mail domain: people.example')
    expect(detected).toContain('Same owner')
    expect(detected).toContain('Acted for the applicant before')
  })

  test('notes who acted for a rival for the same name, and nobody else', async () => {
    const plan = await makeSubmittedApplication()
    const rival = await makeSubmittedApplication({ lotId: plan.lotId })
    const reviewer = await makeReviewer()
    await database()
      .insert(memberships)
      .values({
        id: newId('mem'),
        organisationId: rival.organisation.id,
        userId: reviewer.userId,
        role: 'bidder',
        endedAt: new Date(0),
      })
    const [chair, elsewhere] = [await makeChair(), await makeSubmittedApplication()]
    for (const { id: applicationId } of [plan, elsewhere])
      await assignReviewer(chair, { applicationId, reviewerId: reviewer.userId })
    expect((await conflictOf(plan.id, reviewer))?.detected).toBe('Acted for a rival of the applicant before')
    expect((await conflictOf(elsewhere.id, reviewer))?.detected).toBe('')
  })

  test('refuses the role', async () => {
    const application = await makeSubmittedApplication()
    const reviewer = await makeReviewer()
    const input = { applicationId: application.id, reviewerId: reviewer.userId }
    for (const roles of [['reviewer'], ['administrator'], ['finance-officer'], ['auditor']] as const)
      expect(await assignReviewer(await makePerson({ roles }), input)).toMatchObject(refusal('access.denied'))
    expect(await assignReviewer(application.person, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: unknown and draft applications, and people who are no reviewers', async () => {
    const application = await makeSubmittedApplication()
    const chair = await makeChair()
    const reviewer = await makeReviewer()
    expect(
      await assignReviewer(chair, { applicationId: 'app_unknown', reviewerId: reviewer.userId }),
    ).toMatchObject(refusal('thing.not-found'))
    const reviewerId = (await makeOfficer()).userId
    expect(await assignReviewer(chair, { applicationId: application.id, reviewerId })).toMatchObject(
      refusal('reviewer.not-a-reviewer'),
    )
    await database()
      .update(roles)
      .set({ revokedAt: new Date(0) })
      .where(eq(roles.userId, reviewer.userId))
    expect(
      await assignReviewer(chair, { applicationId: application.id, reviewerId: reviewer.userId }),
    ).toMatchObject(refusal('reviewer.not-a-reviewer'))
  })

  test('refuses who has declared a conflict, and who acts for the applicant', async () => {
    const application = await makeSubmittedApplication()
    const chair = await makeChair()
    const conflicted = await makeReviewer()
    await database().insert(conflictDeclarations).values({
      applicationId: application.id,
      reviewerId: conflicted.userId,
      state: 'declared',
      nature: 'My sister works there.',
    })
    expect(
      await assignReviewer(chair, { applicationId: application.id, reviewerId: conflicted.userId }),
    ).toMatchObject(refusal('reviewer.conflicted'))
    const detect = await conflictDetector(database(), application.roundId, [application.organisation.id])
    expect(
      detect(application.person, application.organisation.id),
      'the database keeps members out of the panel, too (R4.3)',
    ).toMatchObject({ member: true })
  })

  test('refuses a second time, and a chair with a conflict finds nothing', async () => {
    const application = await makeSubmittedApplication()
    const { reviewer } = await makeAssignment(application)
    const chair = await makePerson({ roles: ['panel-chair', 'reviewer'] })
    const input = { applicationId: application.id, reviewerId: reviewer.userId }
    expect(await assignReviewer(chair, input)).toMatchObject(refusal('reviewer.assigned'))
    await database().insert(conflictDeclarations).values({
      applicationId: application.id,
      reviewerId: chair.userId,
      state: 'declared',
      nature: 'A grant of mine.',
    })
    expect(await assignReviewer(chair, input)).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: another state, and once it is decided', async () => {
    const chair = await makeChair()
    const reviewer = await makeReviewer()
    for (const state of ['applications', 'qualified', 'suspended'] as const) {
      const lotId = (await makeRound({ state })).lots[0]!.id
      const { id } = await makeSubmittedApplication({ lotId })
      expect(await assignReviewer(chair, { applicationId: id, reviewerId: reviewer.userId })).toMatchObject(
        refusal('round.wrong-state'),
      )
    }
    const decided = await makeSubmittedApplication()
    await makeDecision(decided, { outcome: 'ineligible' })
    expect(
      await assignReviewer(chair, { applicationId: decided.id, reviewerId: reviewer.userId }),
    ).toMatchObject(refusal('review.closed'))
  })
})
