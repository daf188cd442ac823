import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import type { LabelState } from '@/db/schema/labels'
import { labels } from '@/db/schema/labels'
import { lots } from '@/db/schema/rounds'
import { moveLabel } from '@/domain/labels/move-labels'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { isActive } from './lifecycle'
import type { Award } from './lock-award'
import { lockAwards } from './lock-award'
import { makeAwards } from './make-awards'
import { offerLetters } from './offer-letters'
import { passSentence } from './pass-words'
import { type Next, readNext } from './read-next'

type Subject = {
  round: Round
  lot: { id: string; label: string }
  labelState: LabelState
  ended: Award[]
  next: Next | undefined
}

/**
 * Offers a name whose award ended to the next in order under the round's published rule, or returns it to reserved when
 * nobody is left at or above the reserve (R7.8, R10.3). Two people (R16.3). The fingerprint holds whom and for how much.
 * Refuses: thing.not-found, award.standing, award.returned.
 */
export const offerNext = operation('award.offer-next', {
  input: z.strictObject({ lotId: z.string().min(1).max(60) }),
  subject: (tx, { lotId }) => lockLotForOffer(tx, lotId),
  check({ subject: { ended, next, labelState } }) {
    if (!next) throw refuse(ended.some(({ state }) => isActive(state)) ? 'award.standing' : 'thing.not-found')
    if (labelState !== 'awarded') throw refuse('award.returned')
  },
  secondPerson: (_input, { round, lot, ended, next }) => ({
    object: ended.at(-1)!.id,
    summary: `${inWords(lot.label, next!)}, after a default in round ${round.number}`,
    typed: `${lot.label}.org`,
    changes: next!.passedOver.map((passed) => ({
      what: `Paddle ${passed.paddle}`,
      before: 'next in order',
      after: passSentence(passed),
    })),
    fingerprint: [next!.candidate?.applicationId ?? null, next!.candidate?.priceMinor.toString() ?? null],
  }),
  async run({ tx, at, subject: { round, lot, ended, next } }) {
    const { candidate, passedOver } = next!
    const { id: lotId, label } = lot
    const offers = candidate
      ? [
          {
            lotId,
            label,
            applicationId: candidate.applicationId,
            rank: candidate.rank,
            priceMinor: candidate.priceMinor,
            passedOver,
          },
        ]
      : []
    const [award] = await makeAwards(tx, round, offers, at)
    if (!award) {
      const note = `Returned after a default in round ${round.number}: nobody in order is left at or above the reserve (R10.3)`
      await moveLabel(tx, { label, to: 'reserved', at, roundId: round.id, note })
    }
    return {
      result: { awardId: award?.id ?? null },
      audit: {
        object: award?.id ?? ended.at(-1)!.id,
        facts: { label, rule: round.settings.runnerUp, passedOver, returned: !award },
      },
      letters: award ? await offerLetters(tx, award, round) : [],
      announce: [topics.round(round.id)],
    }
  },
})

/** Round, lot, awards: the order in which everyone locks them. The next is known only when every award has ended. */
async function lockLotForOffer(tx: Tx, lotId: string): Promise<Subject | undefined> {
  const [found] = await tx.select({ roundId: lots.roundId }).from(lots).where(eq(lots.id, lotId))
  const round = found && (await lockRound(tx, found.roundId))
  if (!round) return undefined
  const [lot] = await tx
    .select({ id: lots.id, label: lots.label, state: labels.state })
    .from(lots)
    .innerJoin(labels, eq(labels.label, lots.label))
    .where(eq(lots.id, lotId))
    .for('update', { of: lots })
  const ended = await lockAwards(tx, lotId)
  if (!lot || ended.length === 0) return undefined
  const standing = ended.some(({ state }) => isActive(state))
  const next = standing ? undefined : await readNext(tx, round, lotId, ended)
  return { round, lot, labelState: lot.state, ended, next }
}

function inWords(label: string, { candidate }: Next): string {
  if (!candidate) return `Return ${label}.org to reserved: nobody in order is left at or above the reserve`
  return `Offer ${label}.org to ${candidate.organisation} (paddle ${candidate.paddle}) for ${formatMoney(candidate.priceMinor)}`
}
