import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { applications } from '@/db/schema/applications'
import {
  assignments,
  type Citation,
  conflictDeclarations,
  type DecisionOutcome,
  type DraftScore,
  decisions,
  reviewScores,
  reviews,
} from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { readPanel } from '@/domain/reviews/read-panel'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { makePerson } from './people'

/** Rows put in place directly, without the operations that would lead there: quick, and free to be in any state. */

/** With an address of a domain that no applicant shares. */
export const makeReviewer = (name?: string): Promise<Person> =>
  makePerson({ name, email: `${newId('reader', processNow())}@panel.example`, roles: ['reviewer'] })
export const makeChair = (): Promise<Person> => makePerson({ roles: ['panel-chair'] })
export const makeOfficer = (): Promise<Person> => makePerson({ roles: ['programme-officer'] })

/** A value for each of the three standard criteria; `'na'` for not applicable, null for blank. */
export type SheetValues = readonly (number | 'na' | null)[]

const criteria = ['quality', 'creativity', 'launch']

/** A sheet over the standard criteria with a reason wherever something is said. */
export function makeSheet(
  values: SheetValues,
  reason = 'The plan shows it.',
  citations: Citation[] = [],
): DraftScore[] {
  return criteria.map((criterion, index) => {
    const value = values[index] ?? null
    return {
      criterion,
      value: typeof value === 'number' ? value : null,
      notApplicable: value === 'na',
      reason: value === null ? '' : reason,
      citations,
    }
  })
}

/** An assignment with its conflict question open, answered with none, or with a sheet begun or submitted. */
export async function makeAssignment(
  application: { id: string },
  wanted: {
    reviewer?: Person
    conflict?: 'not-asked' | 'none'
    detected?: string
    values?: SheetValues
    submitted?: boolean
    reason?: string
    citations?: Citation[]
  } = {},
): Promise<{ assignmentId: string; reviewer: Person }> {
  const db = database()
  const at = processNow()
  const reviewer = wanted.reviewer ?? (await makeReviewer())
  const assignmentId = newId('asg', at)
  const key = { applicationId: application.id, reviewerId: reviewer.userId }
  const conflict = wanted.values ? 'none' : (wanted.conflict ?? 'not-asked')
  await db.insert(assignments).values({ id: assignmentId, ...key, assignedAt: at })
  await db.insert(conflictDeclarations).values({
    ...key,
    state: conflict,
    detected: wanted.detected ?? '',
    declaredAt: conflict === 'none' ? at : null,
  })
  if (conflict === 'none') await makeReview(application.id, assignmentId, wanted)
  return { assignmentId, reviewer }
}

/**
 * The submitted sheets of a panel, or what is assigned and not begun: by plan and reviewer, undefined where it is not
 * submitted. In one statement for each table, however many there are.
 */
export async function makePanel(
  plans: readonly { id: string; planVersionId: string }[],
  reviewers: readonly Person[],
  sheets: readonly (readonly (SheetValues | undefined)[])[],
): Promise<void> {
  const db = database()
  const at = processNow()
  const made = sheets.flatMap((row, p) =>
    row.map((values, r) => ({
      key: { applicationId: plans[p]!.id, reviewerId: reviewers[r]!.userId },
      planVersionId: plans[p]!.planVersionId,
      assignmentId: newId('asg', at),
      reviewId: newId('rev', at),
      sheet: values && makeSheet(values),
    })),
  )
  const submitted = made.flatMap(({ sheet, ...one }) => (sheet ? [{ ...one, sheet }] : []))
  if (made.length === 0) return
  // Each a moment after the one before: reviewers of a plan go by when they were assigned.
  const assignedAt = (index: number) => new Date(at.getTime() - made.length + index)
  await db.insert(assignments).values(
    made.map(({ key, assignmentId }, index) => ({
      id: assignmentId,
      ...key,
      assignedAt: assignedAt(index),
    })),
  )
  await db.insert(conflictDeclarations).values(
    made.map(({ key, sheet }) => ({
      ...key,
      state: sheet ? ('none' as const) : ('not-asked' as const),
      detected: '',
      declaredAt: sheet ? at : null,
    })),
  )
  if (submitted.length === 0) return
  await db.insert(reviews).values(
    submitted.map(({ reviewId: id, assignmentId, planVersionId, sheet }) => ({
      ...{ id, assignmentId, planVersionId, draft: sheet, updatedAt: at },
      ...{ state: 'submitted' as const, submittedAt: at },
    })),
  )
  await db
    .insert(reviewScores)
    .values(submitted.flatMap(({ reviewId, sheet }) => sheet.map((one) => ({ reviewId, ...one }))))
}

async function makeReview(
  applicationId: string,
  assignmentId: string,
  wanted: { values?: SheetValues; submitted?: boolean; reason?: string; citations?: Citation[] },
): Promise<void> {
  const db = database()
  const at = processNow()
  const [application] = await db.select().from(applications).where(eq(applications.id, applicationId))
  const sheet = wanted.values ? makeSheet(wanted.values, wanted.reason, wanted.citations) : []
  const id = newId('rev', at)
  await db.insert(reviews).values({
    id,
    assignmentId,
    planVersionId: application!.currentVersionId!,
    draft: sheet,
    updatedAt: at,
    ...(wanted.submitted && { state: 'submitted', submittedAt: at }),
  })
  if (wanted.submitted) await db.insert(reviewScores).values(sheet.map((one) => ({ reviewId: id, ...one })))
}

/** A conflict of interest that somebody declared with an application, assigned to it or not. */
export async function makeConflict(application: { id: string }, person: Person): Promise<void> {
  const declared = { state: 'declared' as const, nature: 'A cousin.', declaredAt: processNow() }
  await database()
    .insert(conflictDeclarations)
    .values({ reviewerId: person.userId, applicationId: application.id, ...declared })
    .onConflictDoUpdate({
      target: [conflictDeclarations.reviewerId, conflictDeclarations.applicationId],
      set: declared,
    })
}

/** Submitted reviews of an application, one per sheet, by fresh reviewers. */
export async function makeSubmittedReviews(
  application: { id: string },
  sheets: readonly SheetValues[],
): Promise<Person[]> {
  const [plan] = await database().select().from(applications).where(eq(applications.id, application.id))
  const reviewers: Person[] = []
  for (const _sheet of sheets) reviewers.push(await makeReviewer())
  await makePanel([{ id: application.id, planVersionId: plan!.currentVersionId! }], reviewers, [sheets])
  return reviewers
}

/** A decision with the score the reviews come to, released or not. */
export async function makeDecision(
  application: { id: string; roundId: string },
  wanted: {
    outcome?: DecisionOutcome
    reason?: string
    proposedBy?: Person
    approvedBy?: Person
    released?: boolean
  } = {},
): Promise<void> {
  const db = database()
  const at = processNow()
  const [round] = await db.select().from(rounds).where(eq(rounds.id, application.roundId))
  const panel = (await readPanel(db, round!.settings, [application.id])).get(application.id)!
  await db.insert(decisions).values({
    applicationId: application.id,
    roundId: application.roundId,
    outcome: wanted.outcome ?? 'qualified',
    reason: wanted.reason ?? 'The plan is above the pass line.',
    scoreHundredths: panel.score.scoreHundredths,
    byCriterion: panel.score.byCriterion,
    proposedBy: (wanted.proposedBy ?? (await makeChair())).userId,
    approvedBy: (wanted.approvedBy ?? (await makeOfficer())).userId,
    decidedAt: at,
    releasedAt: wanted.released ? at : null,
  })
}
