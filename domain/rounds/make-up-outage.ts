import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { rounds } from '@/db/schema/rounds'
import { boxesOpened } from '@/domain/lots/boxes-opened'
import { auctionOf, type Lot, lockLotsOf } from '@/domain/lots/lock-lot'
import { recordSteps, type Steps, step } from '@/domain/lots/take-step'
import { type Outage, readPulses, stretchOf, weighOutage } from '@/domain/lots/weigh-outage'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { addAnnouncement } from './announce-in-round'
import { Id } from './input'
import { lockRound, type Round } from './lock-round'
import { outageLetters } from './outage-letters'
import { delayedSettings, shiftAfter } from './timetable-of'

type Concerned = { lot: Lot; outage: Outage }

/**
 * Makes up for an outage by itself (R7.9): every open lot whose last minutes it took gets a close at recovery and fifteen
 * minutes (a setting). Lots that closed before stay closed. The measurement stands in the log entry, in a public
 * announcement and in a letter to every bidder concerned. Doing it again changes nothing. Refuses with `round.wrong-state`, `round.boxes-opened`,
 * `round.no-outage`.
 */
export const makeUpOutage = operation('round.make-up-outage', {
  input: z.strictObject({ roundId: Id }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  async check({ tx, subject: round }) {
    if (round.state !== 'bidding') throw refuse('round.wrong-state', { state: round.state })
    if (await boxesOpened(tx, round)) throw refuse('round.boxes-opened')
  },
  async run({ tx, at, subject: round }) {
    const concerned = await lotsConcerned(tx, round, at)
    if (concerned.length === 0) throw refuse('round.no-outage')
    const changed: string[] = []
    for (const { lot, outage } of concerned) changed.push(...(await moveClose(tx, lot, outage, at)))
    const measured = longest(concerned)
    await moveTimetable(tx, round, measured.closesAt)
    await addAnnouncement(tx, round.id, at, inWords(measured, concerned, round.zone))
    return {
      result: { roundId: round.id, lots: concerned.length },
      audit: { object: round.id, facts: { ...measured, lots: concerned.map(({ lot }) => lot.label) } },
      announce: [topics.round(round.id), ...changed],
      letters: await outageLetters(tx, round, concerned),
    }
  },
})

async function lotsConcerned(tx: Tx, round: Round, at: Date): Promise<Concerned[]> {
  const pulses = await readPulses(tx)
  const found: Concerned[] = []
  for (const lot of await lockLotsOf(tx, round.id, ['open'])) {
    const stretch = await stretchOf(tx, { lot, round })
    const outage = stretch && weighOutage(stretch, round.settings.outage, pulses, at)
    if (outage && outage !== 'under-way') found.push({ lot, outage })
  }
  return found
}

async function moveClose(tx: Tx, lot: Lot, { closesAt }: Outage, at: Date): Promise<string[]> {
  const before = await auctionOf(tx, lot)
  const steps: Steps = { state: before, events: [] }
  const refused = step(steps, { type: 'extend', at, closesAt })
  if (refused) throw new Error(`The close of lot ${lot.id} could not be moved: ${refused.code}`)
  return recordSteps(tx, lot, before, steps)
}

/** From the first sign of the outage to its end, and the close that it leads to. */
function longest(concerned: readonly Concerned[]): Outage {
  const outages = concerned.map(({ outage }) => outage)
  const at = (pick: (outage: Outage) => Date) => outages.map((outage) => pick(outage).getTime())
  return {
    from: new Date(Math.min(...at(({ from }) => from))),
    until: new Date(Math.max(...at(({ until }) => until))),
    closesAt: new Date(Math.max(...at(({ closesAt }) => closesAt))),
  }
}

/** What follows the close of bidding moves as far, so that no stage gets shorter. A clock ends when it stops. */
async function moveTimetable(tx: Tx, round: Round, closesAt: Date): Promise<void> {
  const later = closesAt.getTime() - round.biddingClosesAt.getTime()
  if (later <= 0 || round.format === 'ascending-clock') return
  const justBefore = new Date(round.biddingClosesAt.getTime() - 1)
  const moved = {
    ...shiftAfter(round, justBefore, later),
    settings: delayedSettings(round.settings, justBefore, later),
  }
  await tx
    .update(rounds)
    .set({ ...moved, version: sql`${rounds.version} + 1` })
    .where(eq(rounds.id, round.id))
}

function inWords({ from, until, closesAt }: Outage, concerned: readonly Concerned[], zone: string): string {
  const seconds = Math.round((until.getTime() - from.getTime()) / 1000)
  const names = concerned.length === 1 ? `${concerned[0]?.lot.label}.org` : `${concerned.length} names`
  return `Bidding was unavailable for ${seconds} seconds, until ${formatInstant(until, zone)}. The close of ${names} moves to ${formatInstant(closesAt, zone)} (R7.9).`
}
