import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { unsentReminders } from './due-commitments'
import { Id } from './input'
import { moveByDate } from './lifecycle'
import { lockCommitment, requireRunning } from './lock-build-out'
import { moveCommitment } from './move-commitment'

/**
 * What the date does: a commitment comes near or lapses, and its registrant is reminded (R12.1, R12.2).
 * Refuses: thing.not-found, build-out.not-settled, build-out.ended, commitment.not-due.
 */
export const advanceCommitment = operation('commitment.advance', {
  input: z.strictObject({ commitmentId: Id }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check: ({ subject }) => requireRunning(subject),
  async run({ tx, at, subject: { commitment, award, buildOut } }) {
    const move = moveByDate(commitment, at)
    const moved = move ? await moveCommitment(tx, commitment, move, { at }) : commitment
    const letters = await unsentReminders(tx, { award, buildOut }, moved, at)
    if (!move && letters.length === 0) throw refuse('commitment.not-due')
    return {
      result: { state: moved.state },
      audit: {
        object: award.id,
        facts: { commitment: commitment.number, move: move ?? null, reminded: letters.length },
      },
      letters,
    }
  },
})
