import { and, asc, count, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { assignments, conflictDeclarations, decisions, reviews } from '@/db/schema/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import { mustCalibrate } from '@/domain/calibrations/read-calibration'
import { planForReview } from '@/domain/plans/queries'
import { qualityBesidePlan } from '@/domain/qpi-scores/registrar-queries'
import { roundName } from '@/domain/rounds/round-name'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { withoutConflictOf } from './lock-application'
import { readDiscussion } from './read-discussion'
import { readPanel } from './read-panel'
import { completeSheet, isUnderReview, progressOf } from './rules'

/**
 * The reviewer's own plans (R6.2, R6.4): assigned, not withdrawn, without a declared conflict. Submitted ones stay after
 * the round moved on, behind what is still to do. None of these tells who applied.
 */
export async function readOwn(db: Reader, actor: Person, assignmentId?: string) {
  const rows = await db
    .select({
      assignment: assignments,
      applicationVersionId: applications.currentVersionId,
      round: rounds,
      label: lots.label,
      conflict: conflictDeclarations,
      review: reviews,
      decided: sql<boolean>`${decisions.applicationId} is not null`,
    })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .leftJoin(
      conflictDeclarations,
      and(
        eq(conflictDeclarations.reviewerId, assignments.reviewerId),
        eq(conflictDeclarations.applicationId, assignments.applicationId),
      ),
    )
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        eq(assignments.reviewerId, actor.userId),
        isNull(assignments.removedAt),
        eq(applications.state, 'submitted'),
        or(inArray(rounds.state, ['review', 'suspended']), eq(reviews.state, 'submitted')),
        withoutConflictOf(db, actor),
        assignmentId ? eq(assignments.id, assignmentId) : undefined,
      ),
    )
    .orderBy(
      sql`${reviews.state} is not distinct from 'submitted'`,
      asc(rounds.reviewDueAt),
      asc(assignments.assignedAt),
      asc(assignments.id),
    )
  return rows.map((row) => ({
    ...row,
    declared: row.conflict?.state === 'none' && row.review !== null,
    progress: progressOf(row.review),
  }))
}

export type QueueItem = {
  assignmentId: string
  label: string
  roundId: string
  round: string
  dueAt: Date
  /** Whether the conflict question is answered. */
  declared: boolean
  progress: ReturnType<typeof progressOf>
  submittedAt: Date | null
  /** Whether the round is past its review. */
  over: boolean
}

/** Everything that waits for the reviewer or is done, and how many plans they recused themselves from. */
export const ownQueue = query('reviews.own', async ({ db, actor }) => {
  const items: QueueItem[] = (await readOwn(db, actor)).map(
    ({ assignment, label, round, declared, progress, review }) => ({
      assignmentId: assignment.id,
      label,
      roundId: round.id,
      round: roundName(round),
      dueAt: round.reviewDueAt,
      declared,
      progress,
      submittedAt: review?.submittedAt ?? null,
      over: round.state !== 'review',
    }),
  )
  return { items, recused: await countRecused(db, actor) }
})

async function countRecused(db: Reader, actor: Person): Promise<number> {
  const [row] = await db
    .select({ recused: count() })
    .from(conflictDeclarations)
    .innerJoin(applications, eq(applications.id, conflictDeclarations.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        eq(conflictDeclarations.reviewerId, actor.userId),
        eq(conflictDeclarations.state, 'declared'),
        eq(rounds.state, 'review'),
      ),
    )
  return row?.recused ?? 0
}

/**
 * One assigned plan: the question about conflicts first, then plan and sheet; others' scores once the own are submitted.
 * A draft is read against the present version of the plan, a submitted review against the version it judged.
 */
export const ownReview = query('reviews.own', async ({ db, actor, input }) => {
  const { assignmentId } = input as { assignmentId: string }
  const [row] = await readOwn(db, actor, assignmentId)
  if (!row) return undefined
  const { assignment, label, round, review, conflict, progress } = row
  const about = { assignmentId, label, round, progress, ...(await placeInQueue(db, actor, row)) }
  if (!row.declared || !review)
    return {
      ...about,
      stage: 'gate' as const,
      detected: conflict?.detected !== '' && conflict !== null,
      calibrate: await mustCalibrate(db, round, actor.userId),
    }
  const submitted = review.state === 'submitted'
  const versionId = submitted ? review.planVersionId : row.applicationVersionId!
  const plan = await planForReview(db, versionId)
  if (!plan) return undefined
  return {
    ...about,
    stage: submitted ? ('submitted' as const) : ('scoring' as const),
    open: isUnderReview(round.state),
    applicationId: assignment.applicationId,
    discusses: submitted && isUnderReview(round.state) && !row.decided,
    plan,
    quality: await qualityBesidePlan(db, versionId),
    criteria: round.settings.rubric,
    sheet: completeSheet(round.settings.rubric, review.draft),
    version: review.version,
    updatedAt: review.updatedAt,
    submittedAt: review.submittedAt,
    ...(submitted
      ? await readOthers(db, actor, round, assignment.applicationId)
      : { others: [], discussion: [] }),
  }
})

/** How a reviewer hears of the others, who are not named to each other: `Reviewer 2`, by the order of assignment. */
async function voicesOn(db: Reader, actor: Person, applicationId: string) {
  const readers = await db
    .select({ reviewerId: assignments.reviewerId })
    .from(assignments)
    .where(eq(assignments.applicationId, applicationId))
    .orderBy(asc(assignments.assignedAt), asc(assignments.id))
  const order = [...new Set(readers.map(({ reviewerId }) => reviewerId))]
  return (userId: string) => {
    if (userId === actor.userId) return 'You'
    return order.includes(userId) ? `Reviewer ${order.indexOf(userId) + 1}` : 'The chair'
  }
}

/** What the others gave, and what the panel says about it. */
async function readOthers(
  db: Reader,
  actor: Person,
  round: typeof rounds.$inferSelect,
  applicationId: string,
) {
  const who = await voicesOn(db, actor, applicationId)
  const panel = (await readPanel(db, round.settings, [applicationId])).get(applicationId)!
  return {
    others: panel.sheets
      .filter(({ reviewerId, progress }) => reviewerId !== actor.userId && progress === 'submitted')
      .map(({ reviewerId, scores }) => ({ who: who(reviewerId), scores })),
    discussion: (await readDiscussion(db, applicationId)).map(({ by, ...remark }) => ({
      ...remark,
      who: who(by.userId),
    })),
  }
}

/** Where a plan stands among the reviewer's plans of its round, and what comes before and after it. */
async function placeInQueue(db: Reader, actor: Person, own: Awaited<ReturnType<typeof readOwn>>[number]) {
  const rows = (await readOwn(db, actor)).filter(({ round }) => round.id === own.round.id)
  const index = rows.findIndex(({ assignment }) => assignment.id === own.assignment.id)
  const after = [...rows.slice(index + 1), ...rows.slice(0, index)]
  return {
    position: index + 1,
    total: rows.length,
    previousId: rows[index - 1]?.assignment.id,
    followingId: rows[index + 1]?.assignment.id,
    /** The next one that still waits: where “Save and next” leads. */
    nextId: after.find(({ progress }) => progress !== 'submitted')?.assignment.id,
  }
}

/** The stored sheet, for a tab that finds that another one saved since. */
export const storedSheet = query('reviews.own', async ({ db, actor, input }) => {
  const { assignmentId } = input as { assignmentId: string }
  const [row] = await readOwn(db, actor, assignmentId)
  if (!row?.declared || !row.review) return undefined
  const { version, updatedAt, draft, planVersionId } = row.review
  return {
    version,
    savedAt: updatedAt,
    planVersionId,
    scores: completeSheet(row.round.settings.rubric, draft),
  }
})
