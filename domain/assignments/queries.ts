import { asc, desc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { assignmentRuns, reviewerExpertise, reviewerPosts } from '@/db/schema/reviews'
import { type Board, readBoard } from '@/domain/reviews/board-queries'
import { readRound } from '@/domain/reviews/read-ladder'
import { query } from '@/lib/query'

const SHOWN = 5

/**
 * Who reads what in a round, and its last computed assignments, newest first: who would read what, and how well the plans
 * are served. Plans the viewer has a conflict with are on neither, and no figure of a run lets one be worked out (R6.2).
 */
export const assignmentsOfRound = query('reviews.panel', async ({ db, actor, input }) => {
  const found = await readRound(db, (input as { roundId: string }).roundId)
  if (!found) return undefined
  const board = await readBoard(db, actor, found.round)
  return { ...found, ...board, runs: await readRuns(db, found.round.id, board) }
})

export type ComputedRun = Awaited<ReturnType<typeof readRuns>>[number]

async function readRuns(db: Reader, roundId: string, { plans, reviewers }: Board) {
  const runs = await db
    .select()
    .from(assignmentRuns)
    .where(eq(assignmentRuns.roundId, roundId))
    .orderBy(desc(assignmentRuns.id))
    .limit(SHOWN)
  const planOf = new Map(plans.map((plan) => [plan.applicationId, plan]))
  const nameOf = new Map(reviewers.map(({ userId, name }) => [userId, name]))
  return runs.map(({ wanted, pairs, total, worst, totalAtMost, worstAtMost, ...run }) => {
    const shown = pairs.filter(([plan]) => planOf.has(plan))
    const whole = wanted.plans.every(({ id }) => planOf.has(id))
    return {
      ...run,
      seed: wanted.seed,
      /** `plan reviewer`, to compare one run with another. */
      places: shown.map((pair) => pair.join(' ')),
      /** Null where a plan it was computed for is not shown to the viewer, or was withdrawn. */
      figures: whole ? { total, worst, totalAtMost, worstAtMost } : null,
      plans: [...Map.groupBy(shown, ([plan]) => plan)].map(([plan, own]) => {
        const { label, reference } = planOf.get(plan)!
        const readers = own.map(([, reviewer]) => nameOf.get(reviewer) ?? 'Somebody who left')
        return { applicationId: plan, label, reference, readers }
      }),
      loads: reviewers.map(({ userId, name }) => ({
        name,
        added: shown.filter(([, reviewer]) => reviewer === userId).length,
      })),
    }
  })
}

/** What the reviewer said they know, by field. */
export const ownExpertise = query('reviews.own', async ({ db, actor }) => {
  const rows = await db.select().from(reviewerExpertise).where(eq(reviewerExpertise.reviewerId, actor.userId))
  return Object.fromEntries(rows.map(({ field, level }) => [field, level])) as Record<string, number>
})

/** Where the reviewer said they work or worked. */
export const ownPosts = query('reviews.own', async ({ db, actor }) => {
  const rows = await db
    .select()
    .from(reviewerPosts)
    .where(eq(reviewerPosts.reviewerId, actor.userId))
    .orderBy(asc(reviewerPosts.organisation))
  return rows.map(({ organisation }) => organisation)
})
