import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { users } from '@/db/schema/people'
import {
  assignments,
  type Citation,
  conflictDeclarations,
  consensusScores,
  type DraftScore,
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
  const sheets = Map.groupBy(await readSheets(db, settings, ids), ({ applicationId }) => applicationId)
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

async function readSheets(db: Reader, { rubric }: RoundSettings, applicationIds: string[]) {
  const standing = and(inArray(assignments.applicationId, applicationIds), isNull(assignments.removedAt))
  const rows = await db
    .select({
      applicationId: assignments.applicationId,
      assignmentId: assignments.id,
      reviewerId: assignments.reviewerId,
      reviewer: users.name,
      review: {
        id: reviews.id,
        state: reviews.state,
        submittedAt: reviews.submittedAt,
        // What was typed before a review was submitted says nothing any more.
        draft: sql<
          DraftScore[]
        >`case when ${reviews.state} = 'draft' then ${reviews.draft} else '[]'::jsonb end`,
      },
      conflict: conflictDeclarations.state,
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
    .where(standing)
    .orderBy(asc(assignments.assignedAt), asc(assignments.id))
  // A sheet as one value: a round has thousands of scores, and each row of an answer costs.
  const { criterion, value, notApplicable, reason, citations } = reviewScores
  const sheets = await db
    .select({
      reviewId: reviewScores.reviewId,
      scores: sql<SubmittedScore[]>`json_agg(json_build_object('criterion', ${criterion}, 'value', ${value},
        'notApplicable', ${notApplicable}, 'reason', ${reason}, 'citations', ${citations}))`,
    })
    .from(reviewScores)
    .innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
    .innerJoin(assignments, eq(assignments.id, reviews.assignmentId))
    .where(standing)
    .groupBy(reviewScores.reviewId)
  const inOrder = (scores: SubmittedScore[]) =>
    rubric.flatMap(({ id }) => scores.find((score) => score.criterion === id) ?? [])
  const sheetOf = new Map(sheets.map(({ reviewId, scores }) => [reviewId, inOrder(scores)]))
  return rows.map(({ review, conflict, ...sheet }) => ({
    ...sheet,
    progress: progressOf(review),
    conflict: conflict ?? ('not-asked' as const),
    submittedAt: review?.submittedAt ?? null,
    scores: sheetOf.get(review?.id ?? '') ?? [],
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
