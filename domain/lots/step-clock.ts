import { z } from 'zod'
import type { LotOutcome } from '@/db/schema/rounds'
import { isStopped, nextRound } from '@/engine/formats/ascending-clock'
import type { Done } from '@/lib/door/definition'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { endLot } from './end-lot'
import { auctionOf, lockLot } from './lock-lot'
import { recordSteps, type Steps, step } from './take-step'
import { requireNoOutage } from './weigh-outage'

/**
 * Takes the clock of a lot one step on, once the present round or recess is over by the database's clock (R7.3): ends the
 * round, and the auction with it when the clock has stopped, or opens the next round. Every round and recess has its whole
 * length from where it really began, so nothing is cut short after downtime; several workers make a step once.
 * Refuses with `round.wrong-state`, `lot.wrong-state`, `lot.not-due`, `lot.outage`.
 */
export const stepClock = operation('lot.step-clock', {
  input: z.strictObject({ lotId: z.string().max(60) }),
  subject: (tx, { lotId }) => lockLot(tx, lotId),
  async check({ tx, subject, at }) {
    const { lot, round } = subject
    if (round.state !== 'bidding') throw refuse('round.wrong-state', { state: round.state })
    if (lot.state !== 'open' || !lot.closesAt || round.format !== 'ascending-clock')
      throw refuse('lot.wrong-state', { state: lot.state })
    if (at < lot.closesAt) throw refuse('lot.not-due', { at: lot.closesAt.toISOString() })
    await requireNoOutage(tx, round, [lot], at)
  },
  async run({ tx, at, subject }): Promise<Done<{ lotId: string; outcome: LotOutcome | null }>> {
    const { lot, round } = subject
    const before = await auctionOf(tx, lot)
    if (before.format !== 'ascending-clock') throw new Error(`Lot ${lot.id} is not held by a clock.`)
    const steps: Steps = { state: before, events: [] }
    const prices = nextRound(before)
    if (before.round?.isOpen) step(steps, { type: 'end-round', at })
    else if (prices) step(steps, { type: 'open-round', at, ...prices })
    if (steps.state.format === 'ascending-clock' && isStopped(steps.state))
      return endLot(tx, subject, before, steps, at)
    const changed = await recordSteps(tx, lot, before, steps)
    return {
      result: { lotId: lot.id, outcome: null },
      audit: { object: lot.id, facts: { position: steps.state.sequence, events: typesOf(steps) } },
      announce: [...changed, topics.round(round.id)],
    }
  },
})

function typesOf({ events }: Steps): string[] {
  return events.map(({ event }) => event.type)
}
