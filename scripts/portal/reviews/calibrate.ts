import { z } from 'zod'
import { calibrate } from '@/domain/reviews/mathematics/calibrate'
import type { Piece } from '@/domain/reviews/mathematics/review-graph'
import { InputRefused } from '../input-refused'
import { Name } from './name'

/** Beyond these, doubles and patience run out. */
const LARGEST_SCORE = 1e9
const MOST_REVIEWERS = 1000

const CalibrateInput = z.strictObject({
  scores: z
    .array(z.tuple([Name, Name, z.number().min(-LARGEST_SCORE).max(LARGEST_SCORE)]))
    .min(1, 'Give at least one score.'),
  model: z.enum(['least-squares', 'ridge']).default('least-squares'),
  /** Used by ridge alone. */
  lambda: z.number().min(0).max(1e12).default(1),
})
type CalibrateInput = z.infer<typeof CalibrateInput>

export default {
  summary: 'Effects of plans and of reviewers: score = plan + reviewer + noise, by least squares or ridge',
  input: CalibrateInput,
  run: (input: CalibrateInput) => {
    refuseRepeated(input.scores)
    const found = calibrate(input.scores, input.model === 'ridge' ? input.lambda : 0)
    if (!found.connected) throw disconnected(found.pieces)
    const { plans, reviewers, raw, connected } = found
    return {
      plans: Object.fromEntries(plans),
      reviewers: Object.fromEntries(reviewers),
      raw: Object.fromEntries(raw),
      connected,
    }
  },
}

function refuseRepeated(scores: CalibrateInput['scores']) {
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
