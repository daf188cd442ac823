import { readFields } from '@/domain/assignments/read-fields'
import { planForReview } from '@/domain/plans/queries'
import { query } from '@/lib/query'
import { outstandingOf } from './outstanding-of'
import { readDiscussion } from './read-discussion'
import { type LadderPlan, readLadder, readRound } from './read-ladder'
import { progressOf } from './rules'

/** The ladder: the best score first, then what has none yet. */
export const panelOfRound = query('reviews.panel', async ({ db, actor, input }) => {
  const found = await readRound(db, (input as { roundId: string }).roundId)
  if (!found) return undefined
  const plans = await readLadder(db, actor, found.round)
  return { ...found, plans: [...plans].sort(byScore), reviewers: countByReviewer(plans) }
})

function byScore(a: LadderPlan, b: LadderPlan): number {
  const points = ({ panel }: LadderPlan) => panel?.score.scoreHundredths ?? -1
  return points(b) - points(a)
}

export type ReviewerProgress = {
  reviewerId: string
  reviewer: string
  assigned: number
  inProgress: number
  submitted: number
}

function countByReviewer(plans: readonly LadderPlan[]): ReviewerProgress[] {
  const counts = new Map<string, ReviewerProgress>()
  for (const { reviewerId, reviewer, progress } of plans.flatMap(({ readers }) => readers)) {
    const known = counts.get(reviewerId) ?? { reviewerId, reviewer, assigned: 0, inProgress: 0, submitted: 0 }
    known.assigned++
    if (progress === 'in-progress') known.inProgress++
    if (progress === 'submitted') known.submitted++
    counts.set(reviewerId, known)
  }
  return [...counts.values()].sort((a, b) => a.reviewer.localeCompare(b.reviewer, 'en'))
}

/** One plan as the panel reads it, with every submitted sheet. */
export const panelPlan = query('reviews.panel', async ({ db, actor, input }) => {
  const { roundId, applicationId } = input as { roundId: string; applicationId: string }
  const found = await readRound(db, roundId)
  if (!found) return undefined
  const [plan] = await readLadder(db, actor, found.round, applicationId)
  if (!plan?.currentVersionId) return undefined
  const document = await planForReview(db, plan.currentVersionId)
  // Before one’s own review is in, what others say is hidden as their scores are (R6.4).
  const discussion = plan.panel ? await readDiscussion(db, applicationId) : []
  const fields = await readFields(db, applicationId)
  return document && { ...found, plan, document, discussion, fields }
})

/** What a reviewer has not submitted in a round, for whoever may take it back; undefined where they are no reviewer of it. */
export const outstandingOfReviewer = query('reviews.panel', async ({ db, actor, input }) => {
  const { roundId, reviewerId } = input as { roundId: string; reviewerId: string }
  const found = await readRound(db, roundId)
  if (!found) return undefined
  const readers = (await readLadder(db, actor, found.round)).flatMap((plan) => plan.readers)
  const known = readers.find((reader) => reader.reviewerId === reviewerId)
  if (!known) return undefined
  const plans = (await outstandingOf(db, actor, roundId, reviewerId)).map(
    ({ draft, round: _round, ...plan }) => ({
      ...plan,
      progress: progressOf(draft && { state: 'draft', draft }),
    }),
  )
  return { ...found, reviewer: known.reviewer, plans }
})
