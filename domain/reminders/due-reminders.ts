import { and, asc, count, eq, isNull, ne, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { users } from '@/db/schema/people'
import { assignments, decisions, reviews } from '@/db/schema/reviews'
import { rounds } from '@/db/schema/rounds'
import { unsent } from '@/domain/mail/unsent'
import type { Round } from '@/domain/rounds/lock-round'
import { addBusinessDays } from '@/lib/time/business-days'

/** Business days before reviews are due at which a reminder is sent (R6.3). */
const AHEAD = 2

export type Stage = 'soon' | 'late'
export type Reminder = { reviewerId: string; name: string; email: string; waiting: number; effect: string }

/** What is to be said of a round's reviews at an instant: nothing yet, that they are due soon, or that they are late. */
export function stageOf(
  { reviewDueAt, zone }: Pick<Round, 'reviewDueAt' | 'zone'>,
  at: Date,
): Stage | undefined {
  if (at >= reviewDueAt) return 'late'
  return at >= addBusinessDays(reviewDueAt, -AHEAD, zone) ? 'soon' : undefined
}

/**
 * Who is to be reminded of the round's plans that wait for them, once per deadline and stage: whoever got the letter of this stage is
 * not among them, so after downtime what was missed is sent once, and what was overtaken is not sent at all.
 */
export async function dueReminders(db: Reader, round: Round, at: Date): Promise<Reminder[]> {
  const stage = round.state === 'review' ? stageOf(round, at) : undefined
  if (!stage) return []
  const rows = await db
    .select({ reviewerId: users.id, name: users.name, email: users.email, waiting: count() })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(users, eq(users.id, assignments.reviewerId))
    .leftJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        eq(applications.roundId, round.id),
        eq(applications.state, 'submitted'),
        eq(users.status, 'active'),
        isNull(assignments.removedAt),
        isNull(decisions.applicationId),
        or(isNull(reviews.id), ne(reviews.state, 'submitted')),
      ),
    )
    .groupBy(users.id)
    .orderBy(asc(users.id))
  const due = rows.map((row) => ({
    ...row,
    // A deadline that a suspension moved is another one.
    effect: `review-reminder:${round.id}:${row.reviewerId}:${stage}:${round.reviewDueAt.toISOString()}`,
  }))
  return unsent(db, due)
}

/** The rounds under review in which somebody is to be reminded. */
export async function roundsToRemind(db: Reader, at: Date): Promise<string[]> {
  const underReview = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.state, 'review'), eq(rounds.practice, false)))
    .orderBy(asc(rounds.id))
  const ids: string[] = []
  for (const round of underReview) if ((await dueReminders(db, round, at)).length > 0) ids.push(round.id)
  return ids
}
