import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { closeWhenDone } from './close-when-done'
import { Id, Reason } from './input'
import { changedLetters } from './letters'
import { lockCommitment, requireRunning } from './lock-build-out'
import { moveCommitment, requireMove } from './move-commitment'

/**
 * Lets a registrant off a commitment; counted apart from what was kept (R12.1).
 * Refuses: thing.not-found, build-out.not-settled, build-out.ended, commitment.wrong-state.
 */
export const waiveCommitment = operation('commitment.waive', {
  input: z.strictObject({ commitmentId: Id, reason: Reason }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check({ subject }) {
    requireRunning(subject)
    requireMove(subject.commitment, 'waive')
  },
  async run({ tx, actor, at, input: { reason }, subject: { commitment, award } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await moveCommitment(tx, commitment, 'waive', { at, by: actor.userId, reason, outcome: 'waived' })
    const done = await closeWhenDone(tx, award, at)
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { commitment: commitment.number } },
      letters: [...(await changedLetters(tx, award, { what: 'Waived', commitment, reason })), ...done],
    }
  },
})
