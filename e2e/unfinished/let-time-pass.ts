import { expect } from '@playwright/test'
import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { type RoundState, rounds } from '@/db/schema/rounds'
import { type TimetableField, timetableWords } from '@/domain/rounds/timetable'

const fields = Object.keys(timetableWords) as TimetableField[]

/**
 * As if the time until this instant of a round's timetable had passed: the whole timetable moves back by as much, and
 * the worker does the rest.
 * @param biddingLastsSeconds how long bidding lasts from then on, for a round whose bidding opens
 */
export async function letTimePass(
  roundId: string,
  until: TimetableField,
  biddingLastsSeconds?: number,
): Promise<void> {
  const moved = fields.map((field) => [field, sql`${rounds[field]} - (${rounds[until]} - clock_timestamp())`])
  const closes = sql`clock_timestamp() + make_interval(secs => ${biddingLastsSeconds ?? 0})`
  await database()
    .update(rounds)
    .set({
      ...Object.fromEntries(moved),
      ...(biddingLastsSeconds !== undefined && { biddingClosesAt: closes }),
    })
    .where(eq(rounds.id, roundId))
}

/** Waits until the worker has taken the round there. */
export async function expectRoundToBe(roundId: string, state: RoundState): Promise<void> {
  await expect
    .poll(async () => {
      const [round] = await database()
        .select({ state: rounds.state })
        .from(rounds)
        .where(eq(rounds.id, roundId))
      return round?.state
    })
    .toBe(state)
}
