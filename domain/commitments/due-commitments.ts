import { and, asc, eq, inArray, isNull, ne, notExists, notInArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type AwardState, awards } from '@/db/schema/awards'
import { buildOuts, commitments } from '@/db/schema/build-out'
import { ownersOfEach } from '@/domain/applications/letters'
import { unsent } from '@/domain/mail/unsent'
import type { Letter } from '@/lib/mail'
import { reminderEffect, reminderLetters } from './letters'
import { moveByDate, reminderStage } from './lifecycle'
import type { Commitment, LockedBuildOut } from './lock-build-out'

const promising: AwardState[] = ['accepted', 'paid', 'allocated']

/** Dealt with in one turn; the rest comes with the next. */
const AT_ONCE = 100

/** The accepted awards whose plan was not yet turned into commitments. */
export async function awardsToCompile(db: Reader): Promise<string[]> {
  const known = db.select().from(buildOuts).where(eq(buildOuts.awardId, awards.id))
  const rows = await db
    .select({ id: awards.id })
    .from(awards)
    .where(and(inArray(awards.state, promising), notExists(known)))
    .orderBy(asc(awards.id))
    .limit(AT_ONCE)
  return rows.map(({ id }) => id)
}

/** The commitments that the date moves, or of which a reminder is to be sent, at this instant. */
export async function dueCommitments(db: Reader, at: Date): Promise<string[]> {
  const rows = await db
    .select({ commitment: commitments, buildOut: buildOuts, award: awards })
    .from(commitments)
    .innerJoin(buildOuts, eq(buildOuts.awardId, commitments.awardId))
    .innerJoin(awards, eq(awards.id, commitments.awardId))
    .where(
      and(
        isNull(buildOuts.ending),
        inArray(awards.state, promising),
        ne(buildOuts.terms, 'proposed'),
        notInArray(commitments.state, ['submitted', 'verified', 'waived', 'closed']),
      ),
    )
    .orderBy(asc(commitments.id))
  const moved = rows.filter(({ commitment }) => moveByDate(commitment, at))
  const reminded = await withUnsent(db, rows, at)
  const due = new Set([...moved, ...reminded].map(({ commitment }) => commitment.id))
  return [...due].sort().slice(0, AT_ONCE)
}

/**
 * Those of which a reminder holds that an owner did not get: what `unsentReminders` finds for one, asked for all of them
 * at once, since the schedule asks every few seconds.
 */
async function withUnsent<Row extends { commitment: Commitment; award: typeof awards.$inferSelect }>(
  db: Reader,
  rows: readonly Row[],
  at: Date,
): Promise<Row[]> {
  const holding = rows.flatMap((row) => {
    const stage = reminderStage(row.commitment, at)
    return stage ? [{ row, effect: reminderEffect(row.commitment, stage) }] : []
  })
  if (holding.length === 0) return []
  const owners = await ownersOfEach(
    db,
    holding.map(({ row }) => row.award.organisationId),
  )
  const wanted = holding.flatMap(({ row, effect }) =>
    (owners.get(row.award.organisationId) ?? []).map(({ email }) => ({ row, effect: `${effect}:${email}` })),
  )
  return (await unsent(db, wanted)).map(({ row }) => row)
}

/**
 * The reminder that holds at this instant, to those who did not get it: after downtime what still holds is said once,
 * what was overtaken is not said, and nothing is said twice (R12.2).
 */
export async function unsentReminders(
  db: Reader,
  of: Pick<LockedBuildOut, 'award' | 'buildOut'>,
  commitment: Commitment,
  at: Date,
): Promise<Letter[]> {
  const stage = reminderStage(commitment, at)
  if (!stage) return []
  return unsent(db, await reminderLetters(db, of, commitment, stage))
}
