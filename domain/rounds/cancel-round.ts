import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { labels } from '@/db/schema/labels'
import { lots } from '@/db/schema/rounds'
import { PublicReason } from '@/domain/labels/input'
import { moveLabels } from '@/domain/labels/move-labels'
import { interruptLots } from '@/domain/lots/interrupt-lots'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { addAnnouncement } from './announce-in-round'
import { Id } from './input'
import { courseLetters } from './letters'
import { canTransition, roundStateWords } from './lifecycle'
import { lockRound, type Round } from './lock-round'
import { moveRound } from './move-round'

/**
 * Ends a round that is not final, for a public reason, by two people (R3.3). Its lots are cancelled and its labels are
 * released again, free for another round. Refuses with `round.wrong-state`.
 */
export const cancelRound = operation('round.cancel', {
  input: z.strictObject({ roundId: Id, reason: PublicReason }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  check({ subject: round }) {
    if (!canTransition(round.state, 'cancel')) throw refuse('round.wrong-state', { state: round.state })
  },
  secondPerson: ({ reason }, round) => ({
    object: round.id,
    summary: `Cancel round ${round.number}, “${round.name}”. Its names are released again. This cannot be undone.`,
    typed: `round ${round.number}`,
    changes: [{ what: 'State', before: roundStateWords[round.state], after: roundStateWords.cancelled }],
    reason,
    fingerprint: { state: round.state },
  }),
  async run({ tx, at, input: { roundId, reason }, subject: round }) {
    await moveRound(
      tx,
      { roundId, from: round.state, to: 'cancelled', at, reason },
      { publicReason: reason, suspendedFrom: null, suspendedAt: null },
    )
    await takeBackLabels(tx, round, at)
    const changed = await interruptLots(tx, roundId, { type: 'cancel' }, at)
    const news = `This round is cancelled. ${reason}`
    await addAnnouncement(tx, roundId, at, news)
    return {
      result: { roundId },
      audit: { object: roundId, facts: { from: round.state, reason } },
      announce: [topics.round(roundId), ...changed],
      letters: await courseLetters(tx, round, 'is cancelled', news),
    }
  },
})

/** The labels that this round still offers; those of a draft never left `released`. */
async function takeBackLabels(tx: Tx, round: Round, at: Date): Promise<void> {
  const offered = await tx
    .select({ label: labels.label })
    .from(lots)
    .innerJoin(labels, eq(labels.label, lots.label))
    .where(and(eq(lots.roundId, round.id), eq(lots.live, true), eq(labels.state, 'offered')))
  const names = offered.map((row) => row.label)
  const note = `Round ${round.number} was cancelled.`
  await moveLabels(tx, names, { to: 'released', at, note, roundId: round.id })
}
