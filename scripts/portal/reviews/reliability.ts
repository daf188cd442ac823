import { z } from 'zod'
import { intraclass, intraclassForms } from '@/domain/reviews/mathematics/intraclass'
import { krippendorffAlpha } from '@/domain/reviews/mathematics/krippendorff'
import { InputRefused } from '../input-refused'

const LARGEST_RATING = 1e9

const ReliabilityInput = z.strictObject({
  ratings: z
    .array(z.array(z.number().min(-LARGEST_RATING).max(LARGEST_RATING).nullable()))
    .min(1, 'Give one row per rater.'),
  layout: z.literal('raters-by-items').default('raters-by-items'),
  level: z.enum(['nominal', 'ordinal', 'interval', 'ratio']),
})
type ReliabilityInput = z.infer<typeof ReliabilityInput>

export default {
  summary:
    'Krippendorff’s α, and for complete data the six intraclass correlations; null with why if undefined',
  input: ReliabilityInput,
  run: ({ ratings, level }: ReliabilityInput) => {
    const uneven = ratings.findIndex((row) => row.length !== ratings[0]!.length)
    if (uneven >= 0)
      throw new InputRefused(
        'ratings.uneven',
        'Every rater has an entry for every item.',
        `ratings.${uneven}`,
      )
    const alpha = krippendorffAlpha(ratings, level)
    const correlations = correlationsOf(ratings)
    const because = { krippendorffAlpha: alpha.because, ...correlations.because }
    const isUndefined = Object.values(because).some((reason) => reason !== undefined)
    return { krippendorffAlpha: alpha.value, icc: correlations.icc, ...(isUndefined ? { because } : {}) }
  },
}

/** The six forms as numbers, and beside them why any is missing. */
function correlationsOf(ratings: ReliabilityInput['ratings']) {
  const found = intraclass(ratings)
  if ('because' in found) return { icc: null, because: { icc: found.because } }
  const each = <T>(of: (form: (typeof intraclassForms)[number]) => T) =>
    Object.fromEntries(intraclassForms.map((form) => [form, of(form)]))
  return { icc: each((form) => found[form].value), because: each((form) => found[form].because) }
}
