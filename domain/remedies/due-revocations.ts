import { and, asc, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { appeals, buildOuts, commitments, remedies } from '@/db/schema/build-out'

/** The revocations whose appeal period is over, and that stand and wait for no decision; a hundred at a time. */
export async function dueRevocations(db: Reader, at: Date): Promise<string[]> {
  const rows = await db
    .select({ id: remedies.id })
    .from(remedies)
    .innerJoin(commitments, eq(commitments.id, remedies.commitmentId))
    .innerJoin(buildOuts, eq(buildOuts.awardId, commitments.awardId))
    .innerJoin(awards, eq(awards.id, commitments.awardId))
    .leftJoin(appeals, eq(appeals.remedyId, remedies.id))
    .where(
      and(
        eq(remedies.rung, 'revocation'),
        eq(commitments.rung, 'revocation'),
        eq(commitments.state, 'remedy'),
        isNull(buildOuts.ending),
        inArray(awards.state, ['paid', 'allocated']),
        lte(remedies.appealBy, at),
        or(isNull(appeals.remedyId), eq(appeals.outcome, 'dismissed')),
      ),
    )
    .orderBy(asc(remedies.id))
    .limit(100)
  return rows.map(({ id }) => id)
}
