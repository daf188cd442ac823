import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { endOfDay } from '@/lib/time/end-of-day'
import { formatInstant } from '@/lib/time/format-instant'
import { Day, Id, Reason } from './input'
import { changedLetters } from './letters'
import { lockCommitment, requireRunning } from './lock-build-out'
import { moveCommitment, requireMove } from './move-commitment'
import { reviseCommitment, termsOf } from './revise-commitment'
import { lastMinuteOf } from './rules'

/**
 * Gives a commitment a later date, before or after the old one, which stays on record; a cure notice lapses with it
 * (R12.1). Refuses: thing.not-found, build-out.not-settled, build-out.ended, commitment.wrong-state,
 * commitment.not-later.
 */
export const extendCommitment = operation('commitment.extend', {
  input: z.strictObject({ commitmentId: Id, dueOn: Day, reason: Reason }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check({ at, input: { dueOn }, subject }) {
    requireRunning(subject)
    requireMove(subject.commitment, 'extend')
    const { zone } = subject.buildOut
    const due = endOfDay(dueOn, zone)
    const earliest = new Date(Math.max(subject.commitment.dueAt.getTime(), at.getTime()))
    if (due <= earliest)
      throw refuse(
        'commitment.not-later',
        { at: formatInstant(lastMinuteOf(earliest), zone) },
        { dueOn: 'Choose a later day.' },
      )
  },
  async run({ tx, actor, at, input: { dueOn, reason }, subject: { commitment, award, buildOut } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const by = actor.userId
    const terms = { ...termsOf(commitment), dueOn, dueAt: endOfDay(dueOn, buildOut.zone) }
    const revised = await reviseCommitment(tx, commitment, terms, { origin: 'extension', reason, by, at })
    await moveCommitment(tx, revised, 'extend', { at, by, reason, rung: null, cureEndsAt: null })
    return {
      result: { awardId: award.id },
      audit: {
        object: award.id,
        facts: { commitment: commitment.number, from: commitment.dueOn, to: dueOn },
      },
      letters: await changedLetters(tx, award, {
        what: `Extended to ${formatInstant(lastMinuteOf(revised.dueAt), buildOut.zone)}`,
        commitment,
        reason,
      }),
    }
  },
})
