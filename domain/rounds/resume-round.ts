import { z } from 'zod'
import { delayClarifications } from '@/domain/clarifications/delay-clarifications'
import { PublicReason } from '@/domain/labels/input'
import { interruptLots } from '@/domain/lots/interrupt-lots'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { addAnnouncement } from './announce-in-round'
import { Id } from './input'
import { courseLetters } from './letters'
import { canTransition, roundStateWords } from './lifecycle'
import { lockRound } from './lock-round'
import { moveRound } from './move-round'
import { delayedSettings, shiftAfter } from './timetable-of'

/**
 * Takes a suspended round up again where it stopped, by two people. Every instant that lay ahead at the suspension, the
 * deadline of every question to an applicant, and the close of every open lot move by the length of the suspension, so that the remaining time is kept (R7.9).
 * Refuses with `round.wrong-state`.
 */
export const resumeRound = operation('round.resume', {
  input: z.strictObject({ roundId: Id, reason: PublicReason }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  check({ subject: round }) {
    if (!canTransition(round.state, 'resume')) throw refuse('round.wrong-state', { state: round.state })
  },
  secondPerson: ({ reason }, round) => ({
    object: round.id,
    summary: `Resume round ${round.number}, “${round.name}”. Every date ahead moves by the length of the suspension.`,
    typed: `round ${round.number}`,
    changes: [
      {
        what: 'State',
        before: roundStateWords.suspended,
        after: round.suspendedFrom ? roundStateWords[round.suspendedFrom] : '',
      },
    ],
    reason,
    fingerprint: { suspendedAt: round.suspendedAt },
  }),
  async run({ tx, at, input: { roundId, reason }, subject: round }) {
    const { suspendedAt, suspendedFrom } = round
    if (!suspendedAt || !suspendedFrom) throw refuse('round.wrong-state', { state: round.state })
    const lost = at.getTime() - suspendedAt.getTime()
    await moveRound(
      tx,
      { roundId, from: 'suspended', to: suspendedFrom, at, reason },
      {
        ...shiftAfter(round, suspendedAt, lost),
        settings: delayedSettings(round.settings, suspendedAt, lost),
        suspendedFrom: null,
        suspendedAt: null,
        publicReason: null,
      },
    )
    await delayClarifications(tx, roundId, { from: suspendedAt, milliseconds: lost, at })
    const changed = await interruptLots(tx, roundId, { type: 'resume' }, at)
    const news = `This round goes on, with the time that was left. ${reason}`
    await addAnnouncement(tx, roundId, at, news)
    return {
      result: { roundId },
      audit: { object: roundId, facts: { to: suspendedFrom, reason, lostMilliseconds: lost } },
      announce: [topics.round(roundId), ...changed],
      letters: await courseLetters(tx, round, 'goes on', news),
    }
  },
})
