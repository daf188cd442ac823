import { z } from 'zod'
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

/**
 * Stops a running round for a public reason, by two people. The timetable stands still and every open lot keeps the
 * time it had left (R7.9). Refuses with `round.wrong-state`.
 */
export const suspendRound = operation('round.suspend', {
  input: z.strictObject({ roundId: Id, reason: PublicReason }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  check({ subject: round }) {
    if (!canTransition(round.state, 'suspend')) throw refuse('round.wrong-state', { state: round.state })
  },
  secondPerson: ({ reason }, round) => ({
    object: round.id,
    summary: `Suspend round ${round.number}, “${round.name}”. The remaining time is kept.`,
    typed: `round ${round.number}`,
    changes: [{ what: 'State', before: roundStateWords[round.state], after: roundStateWords.suspended }],
    reason,
    fingerprint: { state: round.state },
  }),
  async run({ tx, at, input: { roundId, reason }, subject: round }) {
    await moveRound(
      tx,
      { roundId, from: round.state, to: 'suspended', at, reason },
      { suspendedFrom: round.state, suspendedAt: at, publicReason: reason },
    )
    const changed = await interruptLots(tx, roundId, { type: 'suspend' }, at)
    const news = `This round is suspended. The remaining time is kept. ${reason}`
    await addAnnouncement(tx, roundId, at, news)
    return {
      result: { roundId },
      audit: { object: roundId, facts: { from: round.state, reason, lots: changed.length } },
      announce: [topics.round(roundId), ...changed],
      letters: await courseLetters(tx, round, 'is suspended', news),
    }
  },
})
