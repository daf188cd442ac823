import type { Round } from '@/domain/rounds/lock-round'
import { query } from '@/lib/query'
import { type PlanFigures, standardParameters } from './mathematics/assess-panel'
import { compareReviewers } from './mathematics/compare-reviewers'
import { countScores } from './mathematics/count-scores'
import type { Panel } from './mathematics/measure-panel'
import { type LadderPlan, readLadder, readRound } from './read-ladder'
import { isUnderReview, rubricOf, scoresOf } from './rules'
import { bundleOf, figuresAgain } from './score-bundle'

/**
 * What stands beside the scores of a round (R6.5): its figures, the bundle they come from, and who is who in them.
 * They rest on the submitted scores as they were given; values agreed on afterwards are not in them. Plans go by their
 * references, reviewers by their ids. Withdrawn plans have no part, and neither have plans whose scores this viewer may
 * not know (R6.2, R6.4): their scores would shine through those of the others.
 */
export const assessRound = query('reviews.panel', async ({ db, actor, input }) => {
  const found = await readRound(db, (input as { roundId: string }).roundId)
  if (!found) return undefined
  const { round } = found
  const ladder = (await readLadder(db, actor, round)).filter(({ state }) => state === 'submitted')
  const known = ladder.filter(({ panel }) => panel)
  const { bundle, hash } = bundleOf(panelIn(round, known), { ...standardParameters, seed: round.id })
  const figures = figuresAgain(bundle, hash)
  const figuresOf = new Map(figures.plans.map((one) => [one.plan, one]))
  const isNear = new Set(figures.nearLine)
  const readers = known.flatMap((plan) => plan.readers)
  return {
    ...found,
    bundle,
    hash,
    figures,
    counts: countScores(bundle),
    pairs: compareReviewers(bundle),
    plans: known
      .map((plan) => beside(plan, round, isNear.has(plan.reference), figuresOf.get(plan.reference)))
      .sort((a, b) => (b.scoreHundredths ?? -1) - (a.scoreHundredths ?? -1)),
    reviewerNames: new Map(readers.map(({ reviewerId, reviewer }) => [reviewerId, reviewer])),
    /** Reviews that somebody has still to submit. */
    outstanding: readers.filter(({ progress }) => progress !== 'submitted').length,
    /** Plans whose scores this viewer will know once their own review is in. */
    hidden: ladder.length - known.length,
  }
})

/** The submitted scores of plans whose panels are known, as the mathematics take them. */
export function panelIn(round: Pick<Round, 'settings'>, plans: readonly LadderPlan[]): Panel {
  const reviews = plans.flatMap(({ reference, panel }) =>
    (panel?.sheets ?? [])
      .filter(({ progress }) => progress === 'submitted')
      .map(({ reviewerId, scores }) => ({ plan: reference, reviewer: reviewerId, scores: scoresOf(scores) })),
  )
  return { rubric: rubricOf(round.settings), reviews }
}

export type AssessedRound = NonNullable<Awaited<ReturnType<typeof assessRound>>>
export type AssessedPlan = AssessedRound['plans'][number]

/** A plan as the figures stand beside it. */
function beside(
  { applicationId, reference, label, panel, readers, decision }: LadderPlan,
  round: Round,
  isNear: boolean,
  figures: PlanFigures | undefined,
) {
  const { raw, score, outstanding } = panel!
  const mayBeRead = isUnderReview(round.state) && !decision
  return {
    applicationId,
    reference,
    label,
    /** From the scores as they were given; and the score that counts, where an agreed value makes it another one. */
    scoreHundredths: raw.scoreHundredths,
    agreedHundredths: score.scoreHundredths === raw.scoreHundredths ? null : score.scoreHundredths,
    passes: raw.passes,
    near: isNear
      ? nearLine(readers.length, outstanding, mayBeRead ? round.settings.reviewersPerPlan : 0)
      : null,
    /** Near the line, or on its other side once calibrated: what is worth a second look. */
    isClose:
      isNear ||
      (figures !== undefined &&
        figures.passesCalibrated !== null &&
        figures.passesCalibrated !== figures.passes),
  }
}

/** What follows for a plan near the line: it gets one reader more than the round gives each plan (R6.5). */
function nearLine(readers: number, outstanding: number, usual: number): 'waits' | 'wants-reader' | 'near' {
  if (outstanding > 0) return 'waits'
  return readers <= usual ? 'wants-reader' : 'near'
}
