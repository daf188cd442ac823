import { z } from 'zod'
import { assign, type Infeasible } from '@/domain/reviews/mathematics/assignments/assign'
import { explainShortage } from '@/domain/reviews/mathematics/assignments/explain-shortage'
import { InputRefused } from '../input-refused'
import { Name } from './name'

/** Affinities are counted in ten-thousandths. */
const SCALE = 10_000
const MOST_PAIRS = 100_000

const FourDecimals = z
  .number()
  .min(-1e6)
  .max(1e6)
  .refine((value) => Math.abs(value * SCALE - Math.round(value * SCALE)) < 1e-4, 'Use at most four decimals.')

const AssignInput = z.strictObject({
  plans: z
    .array(z.strictObject({ id: Name, demand: z.int().min(0).max(1000) }))
    .min(1, 'Name at least one plan.'),
  reviewers: z.array(z.strictObject({ id: Name, cap: z.int().min(0).max(100_000) })),
  affinity: z.array(z.array(FourDecimals)),
  conflicts: z.array(z.tuple([Name, Name])).default([]),
  objective: z.enum(['max-sum', 'max-min-then-sum']).default('max-min-then-sum'),
  seed: z.string().max(200).default(''),
})
type AssignInput = z.infer<typeof AssignInput>

/** Who reads what (R6.3). */
export default {
  summary:
    'Who reads which plan: demands, caps and conflicts kept, the worst-off plan first or the greatest total',
  input: AssignInput,
  run: (input: AssignInput) => {
    refuseUnknown(input)
    const affinity = input.affinity.map((row) => row.map((value) => Math.round(value * SCALE)))
    const found = assign({ ...input, affinity })
    if ('demand' in found) throw infeasible(found)
    const { pairs, total, worst, totalAtMost, worstAtMost } = found
    const isProven = total === totalAtMost && worst === worstAtMost
    return {
      assignment: pairs,
      total: total / SCALE,
      worst: worst / SCALE,
      // Only where the search was too long to finish: how much better any assignment can be at most.
      ...(isProven ? {} : { totalAtMost: totalAtMost / SCALE, worstAtMost: worstAtMost / SCALE }),
    }
  },
}

function infeasible(found: Infeasible): InputRefused {
  return new InputRefused('assignment.infeasible', explainShortage(found), 'plans', found)
}

function refuseUnknown({ plans, reviewers, affinity, conflicts }: AssignInput) {
  const known = { plans: idsOf('plans', plans), reviewers: idsOf('reviewers', reviewers) }
  if (plans.length * reviewers.length > MOST_PAIRS)
    throw new InputRefused(
      'assignment.too-large',
      'Ask for at most 100,000 pairs of plan and reviewer.',
      'plans',
    )
  if (affinity.length !== plans.length)
    throw new InputRefused('assignment.wrong-affinity', 'The affinity has one row for each plan.', 'affinity')
  const uneven = affinity.findIndex((row) => row.length !== reviewers.length)
  if (uneven >= 0) {
    throw new InputRefused(
      'assignment.wrong-affinity',
      'Each row of the affinity has one number for each reviewer.',
      `affinity.${uneven}`,
    )
  }
  for (const [i, [plan, reviewer]] of conflicts.entries()) {
    if (!known.plans.has(plan))
      throw new InputRefused('assignment.unknown-plan', `“${plan}” is no plan here.`, `conflicts.${i}.0`)
    if (!known.reviewers.has(reviewer))
      throw new InputRefused(
        'assignment.unknown-reviewer',
        `“${reviewer}” is no reviewer here.`,
        `conflicts.${i}.1`,
      )
  }
}

function idsOf(list: 'plans' | 'reviewers', entries: readonly { id: string }[]): Set<string> {
  const ids = new Set<string>()
  for (const [i, { id }] of entries.entries()) {
    if (ids.has(id))
      throw new InputRefused('assignment.repeated', `“${id}” is listed twice.`, `${list}.${i}.id`)
    ids.add(id)
  }
  return ids
}
