import { z } from 'zod'
import { calibrate } from '@/domain/reviews/mathematics/calibrate'
import type { Piece } from '@/domain/reviews/mathematics/review-graph'
import { figuresOf, ScoreBundle } from '@/domain/reviews/score-bundle'
import { InputRefused } from '../input-refused'
import { Name } from './name'

/** Beyond these, doubles and patience run out. */
const LARGEST_SCORE = 1e9
const MOST_REVIEWERS = 1000

const Scores = z
  .array(z.tuple([Name, Name, z.number().min(-LARGEST_SCORE).max(LARGEST_SCORE)]))
  .min(1, 'Give at least one score.')
type Scores = z.infer<typeof Scores>

/** Either scores, or a bundle as exported by the portal with its hash. */
const CalibrateInput = z.strictObject({
  scores: Scores.optional(),
  model: z.enum(['least-squares', 'ridge']).optional(),
  /** Used by ridge alone. */
  lambda: z.number().min(0).max(1e12).optional(),
  bundle: ScoreBundle.optional(),
  hash: z.string().optional(),
})
type CalibrateInput = z.infer<typeof CalibrateInput>

export default {
  summary:
    'Effects of plans and of reviewers: score = plan + reviewer + noise, by least squares or ridge; or all figures of an exported bundle',
  input: CalibrateInput,
  run: ({ scores, model = 'least-squares', lambda = 1, bundle, hash }: CalibrateInput) => {
    if (scores && bundle)
      throw new InputRefused('calibration.two-inputs', 'Give scores or a bundle, not both.', 'bundle')
    if (bundle) return openBundle(bundle, hash)
    if (!scores) throw new InputRefused('input.invalid', 'Give scores, or a bundle with its hash.', 'scores')
    return calibrateScores(scores, model === 'ridge' ? lambda : 0)
  },
}

/** The figures that the portal showed: computed again by the same code from what the hash vouches for. */
function openBundle(bundle: ScoreBundle, hash: string | undefined) {
  if (hash === undefined) throw new InputRefused('input.invalid', 'Give the hash of the bundle.', 'hash')
  const figures = figuresOf(bundle, hash)
  if (!figures)
    throw new InputRefused('bundle.altered', 'The bundle is not the one that the hash names.', 'hash')
  return { hash, figures }
}

function calibrateScores(scores: Scores, lambda: number) {
  refuseRepeated(scores)
  const found = calibrate(scores, lambda)
  if (!found.connected) throw disconnected(found.pieces)
  const { plans, reviewers, raw, connected } = found
  return {
    plans: Object.fromEntries(plans),
    reviewers: Object.fromEntries(reviewers),
    raw: Object.fromEntries(raw),
    connected,
  }
}

function refuseRepeated(scores: Scores) {
  const seen = new Set<string>()
  for (const [i, [plan, reviewer]] of scores.entries()) {
    const pair = JSON.stringify([plan, reviewer])
    if (seen.has(pair))
      throw new InputRefused('review.repeated', `${reviewer} reviews ${plan} twice.`, `scores.${i}`)
    seen.add(pair)
  }
  if (new Set(scores.map(([, reviewer]) => reviewer)).size > MOST_REVIEWERS)
    throw new InputRefused('calibration.too-large', 'A panel has at most 1,000 reviewers.', 'scores')
}

function disconnected(pieces: readonly Piece[]): InputRefused {
  const named = pieces.map(({ plans, reviewers }) => `${plans.join(', ')} (read by ${reviewers.join(', ')})`)
  return new InputRefused(
    'calibration.disconnected',
    `The reviews fall into ${pieces.length} pieces that share no reviewer, so their scores cannot be compared: ${named.join('; ')}.`,
    'scores',
    { pieces },
  )
}
