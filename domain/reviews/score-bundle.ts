import { z } from 'zod'
import { hashOf } from '@/lib/hash'
import { assessPanel, type PanelFigures, type Parameters } from './mathematics/assess-panel'
import type { Panel } from './mathematics/measure-panel'

/** The way figures are computed. It goes up whenever the same panel and parameters would give other figures. */
const MODEL = 1

const Id = z.string().min(1).max(200)
const Share = z.number().min(0).max(1)
const Points = z.int().min(0).max(10_000)

/** A panel with the parameters of its figures, as exported: enough for anyone to compute them again (R6.5). */
export const ScoreBundle = z.strictObject({
  model: z.literal(MODEL, 'These figures were computed by another version of the model.'),
  rubric: z.strictObject({
    criteria: z.array(z.strictObject({ id: Id, weightBp: Points })).min(1),
    scale: z
      .strictObject({ min: z.int(), max: z.int() })
      .refine(({ min, max }) => max > min, 'The scale must rise.'),
    passLineHundredths: Points,
    criterionMinimumHundredths: z.int(),
  }),
  reviews: z
    .array(z.strictObject({ plan: Id, reviewer: Id, scores: z.record(Id, z.int().nullable()) }))
    .max(100_000),
  parameters: z.strictObject({
    lambda: z.number().min(0).max(1e12),
    seed: z.string().max(200),
    draws: z.int().min(1).max(10_000),
    spreadBp: z.int().min(0).max(9999),
    nearLine: z.strictObject({ above: Share, below: Share }),
    leastReviews: z.int().min(1),
  }),
})
export type ScoreBundle = z.infer<typeof ScoreBundle>

/**
 * Puts a panel and its parameters into a bundle, and names it by the SHA-256 of its canonical JSON. Only the values of
 * the rubric's criteria go in, and reviews in the order of plans and reviewers: equal panels have equal hashes.
 */
export function bundleOf(
  { rubric, reviews }: Panel,
  parameters: Parameters,
): { bundle: ScoreBundle; hash: string } {
  const bundle: ScoreBundle = {
    model: MODEL,
    rubric: {
      criteria: rubric.criteria.map(({ id, weightBp }) => ({ id, weightBp })),
      scale: { min: rubric.scale.min, max: rubric.scale.max },
      passLineHundredths: rubric.passLineHundredths,
      criterionMinimumHundredths: rubric.criterionMinimumHundredths,
    },
    reviews: reviews
      .map(({ plan, reviewer, scores }) => ({
        plan,
        reviewer,
        scores: Object.fromEntries(rubric.criteria.map(({ id }) => [id, scores[id] ?? null])),
      }))
      .sort((a, b) => compare(a.plan, b.plan) || compare(a.reviewer, b.reviewer)),
    parameters,
  }
  return { bundle, hash: hashOf(bundle) }
}

/** The figures of a bundle; undefined when it is not the one that the hash names. */
export function figuresOf(bundle: ScoreBundle, hash: string): PanelFigures | undefined {
  if (hashOf(bundle) !== hash) return undefined
  return assessPanel(bundle, bundle.parameters)
}

/** The figures of the bundles that were last asked for, by hash, the last one at the end. */
const lastFigures = new Map<string, PanelFigures>()
const KEPT = 4

/**
 * The same for a bundle that we named ourselves, kept for the next page: who reads figures turns pages, and they follow
 * from the bundle alone, whoever asks.
 */
export function figuresAgain(bundle: ScoreBundle, hash: string): PanelFigures {
  const figures = lastFigures.get(hash) ?? assessPanel(bundle, bundle.parameters)
  lastFigures.delete(hash)
  lastFigures.set(hash, figures)
  for (const oldest of [...lastFigures.keys()].slice(0, -KEPT)) lastFigures.delete(oldest)
  return figures
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
