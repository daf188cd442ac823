import type { AssignmentWanted } from '@/db/schema/reviews'
import type { Board } from '@/domain/reviews/board-queries'

/**
 * The problem of who reads which plan (R6.3), as `assign` takes it.
 *
 * Invariants:
 * - What stands stays: nobody is taken away from a plan by computing.
 * - A declared conflict, acting for the applicant, a sign of a conflict, having given it back, or seeing the scores of
 *   others keeps a reviewer from a plan.
 * - What a reviewer is worth to a plan is the sum of what they know of its fields, each from 0 to 3.
 */

export const fields = {
  arts: 'Arts and culture',
  children: 'Children and young people',
  education: 'Education and science',
  environment: 'Environment and animals',
  health: 'Health and care',
  help: 'Emergency help',
  media: 'Media and libraries',
  places: 'Neighbourhoods and places',
  rights: 'Rights and democracy',
  technology: 'Open technology',
} as const

export type Field = keyof typeof fields
export const fieldIds = Object.keys(fields) as Field[]

export const levelWords = ['Nothing', 'Something', 'A good deal', 'My own field'] as const

const TEN_THOUSANDTHS = 10_000

export type Knowledge = {
  /** By plan: its fields. */
  fieldsOf: ReadonlyMap<string, readonly string[]>
  /** By reviewer and field: 1 to 3. */
  levelOf: (reviewerId: string, field: string) => number
}

/** The undecided plans of a board with what they need, and what each reviewer can still take up to `cap` plans in all. */
export function problemOf(
  { plans, reviewers }: Pick<Board, 'plans' | 'reviewers'>,
  { fieldsOf, levelOf }: Knowledge,
  { needed, cap, seed }: { needed: number; cap: number; seed: string },
): AssignmentWanted {
  const open = plans.filter(({ decision }) => !decision)
  const holds = (plan: (typeof plans)[number], column: number) =>
    plan.cells[column]!.state === 'assigned' || plan.cells[column]!.state === 'submitted'
  const isBarred = (plan: (typeof plans)[number], column: number) =>
    !holds(plan, column) &&
    (plan.cells[column]!.state !== 'free' ||
      plan.cells[column]!.grounds.length > 0 ||
      plan.cells[column]!.gaveBack !== undefined)
  const pairs = (choose: typeof holds) =>
    open.flatMap((plan) =>
      reviewers.flatMap(({ userId }, column): [string, string][] =>
        choose(plan, column) ? [[plan.applicationId, userId]] : [],
      ),
    )
  const count = (among: typeof plans, column: number) => among.filter((plan) => holds(plan, column)).length
  return {
    plans: open.map((plan) => ({
      id: plan.applicationId,
      demand: Math.max(needed, reviewers.filter((_, column) => holds(plan, column)).length),
    })),
    reviewers: reviewers.map(({ userId }, column) => {
      const standing = count(open, column)
      return { id: userId, cap: Math.max(standing, cap - (count(plans, column) - standing)) }
    }),
    affinity: open.map(({ applicationId }) =>
      reviewers.map(({ userId }) =>
        (fieldsOf.get(applicationId) ?? []).reduce(
          (sum, field) => sum + TEN_THOUSANDTHS * levelOf(userId, field),
          0,
        ),
      ),
    ),
    conflicts: pairs(isBarred),
    kept: pairs(holds),
    objective: 'max-min-then-sum',
    seed,
  }
}
