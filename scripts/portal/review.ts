import { z } from 'zod'
import { type Rubric, type Scores, scorePlan } from '@/domain/reviews/score'
import type { Area } from './area'
import { InputRefused } from './input-refused'
import assign from './reviews/assign'
import calibrate from './reviews/calibrate'
import { Name } from './reviews/name'
import reliability from './reviews/reliability'

const TwoDecimals = z
  .number()
  .nonnegative()
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, 'Use at most two decimals.')

const ScoreInput = z.strictObject({
  criteria: z.array(z.strictObject({ id: Name, weightBp: z.int().min(0).max(10_000) })).min(1),
  scale: z.strictObject({ min: z.int(), max: z.int() }).default({ min: 0, max: 5 }),
  reviews: z.array(
    z.strictObject({ plan: Name, reviewer: Name, scores: z.record(Name, z.int().nullable()) }),
  ),
  passLine: TwoDecimals.max(100).default(60),
  criterionMinimum: TwoDecimals.default(2),
})
type ScoreInput = z.infer<typeof ScoreInput>

/** The mathematics of review (R6.5, R6.6). */
export default {
  area: 'review',
  verbs: {
    score: {
      summary: 'Score, pass line and disagreements of each plan; null is “not applicable” and never 0',
      input: ScoreInput,
      run: (input: ScoreInput) => {
        refuseWrongRubric(input)
        refuseWrongReviews(input)
        return { plans: scorePlans(input) }
      },
    },
    calibrate,
    reliability,
    assign,
  },
} satisfies Area

/** Each plan in the order of its first review. */
function scorePlans(input: ScoreInput) {
  const rubric = rubricOf(input)
  const byPlan = new Map<string, Scores[]>()
  for (const { plan, scores } of input.reviews) byPlan.set(plan, [...(byPlan.get(plan) ?? []), scores])
  return [...byPlan].map(([plan, scores]) => {
    const { score, byCriterion, reviews, passes, disagreements } = scorePlan(rubric, scores)
    return { plan, score, byCriterion, reviews, passes, disagreements }
  })
}

function rubricOf({ criteria, scale, passLine, criterionMinimum }: ScoreInput): Rubric {
  return {
    criteria,
    scale,
    passLineHundredths: Math.round(passLine * 100),
    criterionMinimumHundredths: Math.round(criterionMinimum * 100),
  }
}

function refuseWrongRubric({ criteria, scale }: ScoreInput) {
  const ids = criteria.map(({ id }) => id)
  const repeated = ids.findIndex((id, i) => ids.indexOf(id) < i)
  if (repeated >= 0) {
    throw new InputRefused(
      'rubric.repeated-criterion',
      `“${ids[repeated]}” is listed twice.`,
      `criteria.${repeated}.id`,
    )
  }
  const sum = criteria.reduce((total, { weightBp }) => total + weightBp, 0)
  if (sum !== 10_000) {
    throw new InputRefused(
      'rubric.wrong-weights',
      `The weights add up to ${sum}, not to 10,000 (R6.1).`,
      'criteria',
    )
  }
  if (scale.max <= scale.min) throw new InputRefused('rubric.wrong-scale', 'The scale must rise.', 'scale')
}

function refuseWrongReviews({ criteria, scale, reviews }: ScoreInput) {
  const ids = new Set(criteria.map(({ id }) => id))
  const seen = new Set<string>()
  for (const [i, { plan, reviewer, scores }] of reviews.entries()) {
    const pair = JSON.stringify([plan, reviewer])
    if (seen.has(pair)) {
      throw new InputRefused('review.repeated', `${reviewer} reviews ${plan} twice.`, `reviews.${i}`)
    }
    seen.add(pair)
    for (const [criterion, value] of Object.entries(scores)) {
      const path = `reviews.${i}.scores.${criterion}`
      if (!ids.has(criterion))
        throw new InputRefused('review.unknown-criterion', `“${criterion}” is no criterion.`, path)
      if (value !== null && (value < scale.min || value > scale.max)) {
        throw new InputRefused(
          'review.outside-scale',
          `A score lies between ${scale.min} and ${scale.max}.`,
          path,
        )
      }
    }
  }
}
