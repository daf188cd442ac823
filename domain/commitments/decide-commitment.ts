import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { commitmentMoves } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { closeWhenDone } from './close-when-done'
import { Id } from './input'
import { changedLetters } from './letters'
import { lockCommitment, requireRunning } from './lock-build-out'
import { moveCommitment, requireMove } from './move-commitment'

/**
 * An officer verifies what was submitted, or returns it with the reason (R12.1). Kept in time is what was submitted for
 * the last time before the due instant. Refuses: thing.not-found, build-out.not-settled, build-out.ended,
 * commitment.wrong-state.
 */
export const decideCommitment = operation('commitment.decide', {
  input: z
    .strictObject({
      commitmentId: Id,
      decision: z.enum(['verify', 'return'], { error: 'Choose what to do.' }),
      reason: z.string().trim().max(2000, 'Use at most 2,000 characters.'),
    })
    .refine(({ decision, reason }) => decision === 'verify' || reason.length >= 10, {
      path: ['reason'],
      error: 'Say in at least 10 characters what is missing: the registrant reads it.',
    }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check({ input, subject }) {
    requireRunning(subject)
    requireMove(subject.commitment, input.decision)
  },
  async run({ tx, actor, at, input: { decision, reason }, subject: { commitment, award } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const inTime = (await submittedAt(tx, commitment.id)) < commitment.dueAt
    const outcome = inTime ? ('kept' as const) : ('kept-late' as const)
    const moved = { at, by: actor.userId, reason, ...(decision === 'verify' && { outcome }) }
    await moveCommitment(tx, commitment, decision, moved)
    const done = decision === 'verify' ? await closeWhenDone(tx, award, at) : []
    const what = decision === 'verify' ? 'Verified' : 'Returned to you'
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { commitment: commitment.number, decision } },
      letters: [...(await changedLetters(tx, award, { what, commitment, reason })), ...done],
    }
  },
})

async function submittedAt(tx: Tx, commitmentId: string): Promise<Date> {
  const [last] = await tx
    .select({ at: commitmentMoves.at })
    .from(commitmentMoves)
    .where(and(eq(commitmentMoves.commitmentId, commitmentId), eq(commitmentMoves.move, 'submit')))
    .orderBy(desc(commitmentMoves.at))
    .limit(1)
  return last!.at
}
