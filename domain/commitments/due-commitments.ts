import { and, asc, eq, inArray, isNull, ne, notExists, notInArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type AwardState, awards } from '@/db/schema/awards'
import { buildOuts, commitments } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import type { Letter } from '@/lib/mail'
import { reminderLetters } from './letters'
import { moveByDate, reminderStage } from './lifecycle'
import type { Commitment, LockedBuildOut } from './lock-build-out'

const promising: AwardState[] = ['accepted', 'paid', 'allocated']

/** The accepted awards whose plan was not yet turned into commitments. */
export async function awardsToCompile(db: Reader): Promise<string[]> {
  const known = db.select().from(buildOuts).where(eq(buildOuts.awardId, awards.id))
  const rows = await db
    .select({ id: awards.id })
    .from(awards)
    .where(and(inArray(awards.state, promising), notExists(known)))
    .orderBy(asc(awards.id))
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
  const due: string[] = []
  for (const { commitment, ...of } of rows)
    if (moveByDate(commitment, at) || (await unsentReminders(db, of, commitment, at)).length > 0)
      due.push(commitment.id)
  return due
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
  const letters = await reminderLetters(db, of, commitment, stage)
  const sent = await db
    .select({ effect: mailOutbox.effect })
    .from(mailOutbox)
    .where(
      inArray(
        mailOutbox.effect,
        letters.map(({ effect }) => effect!),
      ),
    )
  const known = new Set(sent.map(({ effect }) => effect))
  return letters.filter(({ effect }) => !known.has(effect!))
}
