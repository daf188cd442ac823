import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { proposeDecisions } from '@/domain/decisions/propose-decisions'
import { releaseDecisions } from '@/domain/decisions/release-decisions'
import { assignReviewer } from '@/domain/reviews/assign-reviewer'
import { declareConflict } from '@/domain/reviews/declare-conflict'
import { recordConsensus } from '@/domain/reviews/record-consensus'
import { saveReview } from '@/domain/reviews/save-review'
import { submitReview } from '@/domain/reviews/submit-review'
import type { Person } from '@/lib/access/actor'
import type { Criterion, SeedPlan, Sheet } from '../plans/seed-plan'
import { byTwo, done, type World } from '../world'
import type { Submitted } from './apply-for'
import type { OpenedRound } from './open-round'

const criteria: readonly Criterion[] = ['quality', 'creativity', 'launch']

/** The chair gives a plan to a reviewer. */
export async function assign({ chen }: World, { id }: Submitted, reviewer: Person): Promise<string> {
  const { assignmentId } = await done(
    assignReviewer(chen, { applicationId: id, reviewerId: reviewer.userId }),
  )
  return assignmentId
}

/** A reviewer says that nothing stands in the way, and judges; `upTo` leaves the sheet a draft after so many criteria. */
export async function judge(
  reviewer: Person,
  { id }: Submitted,
  assignmentId: string,
  sheet: Sheet,
  upTo = criteria.length,
): Promise<void> {
  await done(declareConflict(reviewer, { assignmentId, state: 'none', nature: '' }))
  const [row] = await database().select().from(applications).where(eq(applications.id, id))
  const scores = criteria.slice(0, upTo).map((criterion) => {
    const [value, reason] = sheet[criterion]
    return { criterion, value, notApplicable: false, reason }
  })
  const written = { assignmentId, planVersionId: row!.currentVersionId, version: 1, scores }
  if (upTo < criteria.length) await done(saveReview(reviewer, written))
  else await done(submitReview(reviewer, written))
}

/** Three reviewers judge every plan, each by themselves; what they differ about is discussed. */
export async function reviewAll(world: World, submitted: readonly Submitted[]): Promise<void> {
  await Promise.all(
    submitted.map(async (application) => {
      for (const [index, sheet] of application.plan.sheets.entries()) {
        const reviewer = world.reviewers[index]!
        await judge(reviewer, application, await assign(world, application, reviewer), sheet)
      }
      const { discussion } = application.plan
      if (discussion)
        await done(recordConsensus(world.chen, { applicationId: application.id, ...discussion }))
    }),
  )
}

/** The chair proposes, an officer approves, and all decisions of the round are released at once. */
export async function decide(
  world: World,
  round: OpenedRound,
  submitted: readonly Submitted[],
): Promise<void> {
  const { chen, dana, miro } = world
  const outcomes = Object.groupBy(submitted, ({ plan }) => (passes(plan) ? 'qualified' : 'not-qualified'))
  for (const [outcome, some] of Object.entries(outcomes))
    await byTwo(
      proposeDecisions(chen, {
        roundId: round.id,
        applicationIds: some.map(({ id }) => id),
        outcome,
        reason:
          outcome === 'qualified'
            ? 'The plan is above the pass line on the whole and on each criterion.'
            : 'The plan is below the pass line: it says neither what will be built nor by whom and when.',
      }),
      miro,
    )
  await byTwo(releaseDecisions(dana, { roundId: round.id }), miro)
}

/** Near enough for plans that are nowhere near the line; the operation refuses a wrong one. */
function passes({ sheets }: SeedPlan): boolean {
  return sheets[0].quality[0] >= 3
}
