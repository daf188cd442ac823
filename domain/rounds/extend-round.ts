import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type RoundState, rounds } from '@/db/schema/rounds'
import { PublicReason } from '@/domain/labels/input'
import { boxesOpened } from '@/domain/lots/boxes-opened'
import { interruptLots } from '@/domain/lots/interrupt-lots'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { addAnnouncement } from './announce-in-round'
import { describeTimetable } from './describe-approval'
import { delaySettingsBy, extendBy, inWords, periods } from './extension'
import { Id } from './input'
import { courseLetters } from './letters'
import { lockRound } from './lock-round'

/**
 * Moves the close of applications or of bidding to later, for a public reason, by two people. Every later instant moves
 * by the same length, so that no other stage gets shorter. A lot that bids have already carried past the new close keeps
 * its own.
 * Refuses with `round.wrong-state`, `round.period-over` once the close has passed, and `round.boxes-opened`.
 */
export const extendRound = operation('round.extend', {
  input: z.strictObject({
    roundId: Id,
    period: z.enum(['applications', 'bidding'], { error: 'Choose what to extend.' }),
    minutes: z
      .number({ error: 'Enter whole minutes.' })
      .int('Enter whole minutes.')
      .min(1, 'Extend by at least one minute.')
      .max(43_200, 'Extend by at most 30 days.'),
    reason: PublicReason,
  }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  async check({ tx, at, input, subject: round }) {
    const states: readonly RoundState[] = periods[input.period].in
    if (!states.includes(round.state)) throw refuse('round.wrong-state', { state: round.state })
    const closesAt = extendBy(round, input.period, input.minutes)[periods[input.period].closes]
    const over = input.period === 'applications' && round.applicationsCloseAt <= at
    if (over || closesAt <= at) throw refuse('round.period-over')
    if (input.period === 'bidding' && (await boxesOpened(tx, round))) throw refuse('round.boxes-opened')
  },
  secondPerson: ({ period, minutes, reason }, round) => ({
    object: round.id,
    summary: `Extend ${period} of round ${round.number} by ${inWords(minutes)}.`,
    typed: `round ${round.number}`,
    changes: describeTimetable(extendBy(round, period, minutes), round.zone, round),
    reason,
    fingerprint: { closes: round[periods[period].closes] },
  }),
  async run({ tx, at, input: { roundId, period, minutes, reason }, subject: round }) {
    const timetable = extendBy(round, period, minutes)
    await tx
      .update(rounds)
      .set({
        ...timetable,
        settings: delaySettingsBy(round, period, minutes),
        version: sql`${rounds.version} + 1`,
      })
      .where(eq(rounds.id, roundId))
    const closesAt = timetable[periods[period].closes]
    const changed =
      period === 'bidding'
        ? await interruptLots(tx, roundId, { type: 'extend', closesAt, byMinutes: minutes }, at)
        : []
    const until = formatInstant(closesAt, round.zone)
    const news = `${periods[period].words} open until ${until}. ${reason}`
    await addAnnouncement(tx, roundId, at, news)
    return {
      result: { roundId },
      audit: { object: roundId, facts: { period, minutes, reason, timetable } },
      announce: [topics.round(roundId), ...changed],
      letters: await courseLetters(tx, round, 'is extended', news),
    }
  },
})
