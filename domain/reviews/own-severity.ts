import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { applications } from '@/db/schema/applications'
import { assignments, reviews } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { roundName } from '@/domain/rounds/round-name'
import { query } from '@/lib/query'
import { panelIn } from './assess-round'
import { severityIn, standardParameters } from './mathematics/assess-panel'
import { readLadder } from './read-ladder'

export type OwnSeverity = {
  roundId: string
  round: string
  reviews: number
  /** Points of 100 given above the panel’s average reviewer for the same plans; null where it cannot be told. */
  effect: number | null
  error: number | null
}

/** Rounds told of: each is computed whole when the page is read. */
const ROUNDS = 5

/**
 * How severe the reviewer was beside the others in the last five rounds, the last first (R6.5): only once the round’s scores are frozen
 * (R6.8), so that it moves nobody’s hand. Of nobody else is anything told, and plans of one’s own conflicts are not in it.
 */
export const ownSeverity = query('reviews.own', async ({ db, actor }): Promise<OwnSeverity[]> => {
  const judged = await db
    .selectDistinct({ id: rounds.id, at: rounds.decisionsReleasedAt })
    .from(assignments)
    .innerJoin(reviews, and(eq(reviews.assignmentId, assignments.id), eq(reviews.state, 'submitted')))
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        eq(assignments.reviewerId, actor.userId),
        isNull(assignments.removedAt),
        isNotNull(rounds.scoresHash),
        eq(rounds.practice, false),
      ),
    )
    .orderBy(desc(rounds.decisionsReleasedAt))
    .limit(ROUNDS)
  const told: OwnSeverity[] = []
  for (const { id } of judged) {
    const [round] = await db.select().from(rounds).where(eq(rounds.id, id))
    const plans = (await readLadder(db, actor, round!)).filter(({ state }) => state === 'submitted')
    const figures = severityIn(panelIn(round!, plans), { ...standardParameters, seed: id })
    const own = figures.find(({ reviewer }) => reviewer === actor.userId)
    if (own) told.push({ roundId: id, round: roundName(round!), ...withoutName(own) })
  }
  return told
})

const withoutName = ({ reviews: count, effect, error }: ReturnType<typeof severityIn>[number]) => ({
  reviews: count,
  effect,
  error,
})
