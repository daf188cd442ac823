import { and, eq, inArray } from 'drizzle-orm'
import { applications } from '@/db/schema/applications'
import { phases, rounds } from '@/db/schema/rounds'
import { query } from '@/lib/query'
import { findPractice } from './find-practice'
import { canPractise } from './rules'

/** What an applicant sees before and after a practice of a round: whether it may begin one, and how the last one stands. */
export const practiceOfRound = query('applications.own', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId: string }
  const own = [...new Set(actor.memberships.map(({ organisationId }) => organisationId))]
  if (own.length === 0) return undefined
  const [round] = await db
    .select({
      id: rounds.id,
      name: rounds.name,
      number: rounds.number,
      phase: phases.number,
      state: rounds.state,
      format: rounds.format,
    })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .innerJoin(applications, eq(applications.roundId, rounds.id))
    .where(
      and(
        eq(rounds.id, roundId),
        inArray(applications.organisationId, own),
        inArray(applications.state, ['draft', 'submitted']),
      ),
    )
    .limit(1)
  if (!round) return undefined
  return {
    round,
    possible: canPractise(round.state),
    bids: actor.memberships.some(({ role }) => role === 'bidder'),
    practice: await findPractice(db, roundId, own),
  }
})
