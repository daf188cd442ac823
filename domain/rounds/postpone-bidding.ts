import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { rounds } from '@/db/schema/rounds'
import { countPending } from '@/domain/reconsiderations/count-pending'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { addBusinessDays } from '@/lib/time/business-days'
import { formatInstant } from '@/lib/time/format-instant'
import { addAnnouncement } from './announce-in-round'
import { hasProvenKey } from './has-proven-key'
import { Id } from './input'
import { courseLetters } from './letters'
import { roundStateWords } from './lifecycle'
import { lockRound, type Round } from './lock-round'
import { delayedSettings, shiftAfter } from './timetable-of'

/**
 * Moves the opening of bidding to the next business day ahead, at the same time of day, because a request for
 * reconsideration is still to be decided: whoever may yet be let in bids with the others, or not at all (R6.7, R6.8). Or
 * because fewer than four custodians have proven their share of the key that bids are sealed to (R8.2). Every later instant
 * moves by the same length. It is done again each day until nothing is waited for.
 * Refuses: thing.not-found, round.wrong-state, round.nothing-to-wait-for.
 */
export const postponeBidding = operation('round.postpone-bidding', {
  input: z.strictObject({ roundId: Id }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  async check({ tx, at, subject: round }) {
    if (round.state !== 'qualified')
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
    if (at < round.biddingOpensAt || (await whyWait(tx, round)) === undefined)
      throw refuse('round.nothing-to-wait-for')
  },
  async run({ tx, at, subject: round }) {
    const { biddingOpensAt: planned, zone } = round
    let opensAt = addBusinessDays(planned, 1, zone)
    while (opensAt <= at) opensAt = addBusinessDays(opensAt, 1, zone)
    // What falls on the same instant moves too.
    const from = new Date(planned.getTime() - 1)
    const later = opensAt.getTime() - planned.getTime()
    await tx
      .update(rounds)
      .set({
        ...shiftAfter(round, from, later),
        settings: delayedSettings(round.settings, from, later),
        version: sql`${rounds.version} + 1`,
      })
      .where(eq(rounds.id, round.id))
    const news = `Bidding opens ${formatInstant(opensAt, zone)}, not ${formatInstant(planned, zone)}: ${await whyWait(tx, round)}. Every later date moves by the same length.`
    await addAnnouncement(tx, round.id, at, news)
    return {
      result: { roundId: round.id },
      audit: { object: round.id, facts: { planned, opensAt } },
      announce: [topics.round(round.id)],
      letters: await courseLetters(tx, round, 'opens later', news),
    }
  },
})

async function whyWait(tx: Tx, round: Round): Promise<string | undefined> {
  if ((await countPending(tx, round.id)) > 0) return 'a reconsideration is still to be decided'
  if (await hasProvenKey(tx, round)) return undefined
  return 'fewer than four custodians have proven their share of the key to the sealed bids'
}
