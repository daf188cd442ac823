import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { users } from '@/db/schema/people'
import {
  assignments,
  type Citation,
  conflictDeclarations,
  consensusScores,
  reviewScores,
  reviews,
} from '@/db/schema/reviews'
import type { RoundSettings } from '@/db/schema/rounds'
import { type PanelScore, panelScore } from './panel-score'
import { progressOf, type ReviewProgress, rubricOf, scoresOf } from './rules'

export type SubmittedScore = {
  criterion: string
  value: number | null
  notApplicable: boolean
  reason: string
  citations: Citation[]
}

/** One reviewer's part in a plan; scores only once they are submitted. */
export type PanelSheet = {
  assignmentId: string
  reviewerId: string
  reviewer: string
  progress: ReviewProgress
  conflict: 'not-asked' | 'none' | 'declared'
  submittedAt: Date | null
  scores: SubmittedScore[]
}

/** What the last discussion of a criterion came to; null when the scores stand. */
export type Consensus = { criterion: string; value: number | null; reason: string; by: string; at: Date }

export type PanelPlan = PanelScore & {
  sheets: PanelSheet[]
  consensus: Consensus[]
  submitted: number
  outstanding: number
}

/**
 * The reviews of some applications of one round and the score they come to (R6.5, R6.6). Only submitted reviews of
 * standing assignments count. Whoever calls it has decided who may see it.
 */
export async function readPanel(
  db: Reader,
  settings: RoundSettings,
  applicationIds: readonly string[],
): Promise<Map<string, PanelPlan>> {
  const ids = [...applicationIds]
  const sheets = Map.groupBy(await readSheets(db, ids), ({ applicationId }) => applicationId)
  const agreed = Map.groupBy(await readConsensus(db, ids), ({ applicationId }) => applicationId)
  return new Map(
    ids.map((id) => {
      const own = sheets.get(id) ?? []
      const submitted = own.filter(({ progress }) => progress === 'submitted')
      const consensus = agreed.get(id) ?? []
      const plan = panelScore(
        rubricOf(settings),
        submitted.map(({ scores }) => scoresOf(scores)),
        Object.fromEntries(consensus.map(({ criterion, value }) => [criterion, value])),
      )
      const counts = { submitted: submitted.length, outstanding: own.length - submitted.length }
      return [id, { ...plan, ...counts, sheets: own, consensus }]
    }),
  )
}

async function readSheets(db: Reader, applicationIds: string[]) {
  const rows = await db
    .select({
      assignment: assignments,
      reviewer: users.name,
      review: reviews,
      conflict: conflictDeclarations,
    })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.reviewerId))
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .leftJoin(
      conflictDeclarations,
      and(
        eq(conflictDeclarations.reviewerId, assignments.reviewerId),
        eq(conflictDeclarations.applicationId, assignments.applicationId),
      ),
    )
    .where(and(inArray(assignments.applicationId, applicationIds), isNull(assignments.removedAt)))
    .orderBy(asc(assignments.assignedAt), asc(assignments.id))
  const reviewIds = rows.flatMap(({ review }) => (review ? [review.id] : []))
  const scores = Map.groupBy(
    await db.select().from(reviewScores).where(inArray(reviewScores.reviewId, reviewIds)),
    ({ reviewId }) => reviewId,
  )
  return rows.map(({ assignment, reviewer, review, conflict }) => ({
    applicationId: assignment.applicationId,
    assignmentId: assignment.id,
    reviewerId: assignment.reviewerId,
    reviewer,
    progress: progressOf(review),
    conflict: conflict?.state ?? ('not-asked' as const),
    submittedAt: review?.submittedAt ?? null,
    scores: (scores.get(review?.id ?? '') ?? []).map(({ reviewId: _own, ...score }) => score),
  }))
}

async function readConsensus(db: Reader, applicationIds: string[]) {
  const rows = await db
    .select({ entry: consensusScores, by: users.name })
    .from(consensusScores)
    .innerJoin(users, eq(users.id, consensusScores.recordedBy))
    .where(inArray(consensusScores.applicationId, applicationIds))
    .orderBy(asc(consensusScores.at), asc(consensusScores.id))
  const last = new Map(
    rows.map(({ entry, by }) => [
      `${entry.applicationId} ${entry.criterion}`,
      {
        applicationId: entry.applicationId,
        criterion: entry.criterion,
        value: entry.value,
        reason: entry.reason,
        by,
        at: entry.at,
      },
    ]),
  )
  return [...last.values()]
}
