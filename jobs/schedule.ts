import { setTimeout as pause } from 'node:timers/promises'
import { database } from '@/db/client'
import { closeLot } from '@/domain/lots/close-lot'
import { dueLots } from '@/domain/lots/due-lots'
import { openLot } from '@/domain/lots/open-lot'
import { advanceRound } from '@/domain/rounds/advance-round'
import { dueRounds } from '@/domain/rounds/due-rounds'
import { systemActor } from '@/lib/access/actor'
import { log } from '@/lib/log'
import { bidAsHouse } from './bid-as-house'

const EVERY_MS = 300
const actor = systemActor('schedule')

/**
 * Carries out what is due by the database's clock, again and again until stopped: rounds advance, lots open and close,
 * in the demo world the house bots bid. What is due is asked from the tables, so downtime is caught up with; the
 * operations ask again under their locks, so several workers do nothing twice. An error is logged and the next turn
 * comes.
 */
export async function runSchedule(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const turn of [advanceRounds, openAndCloseLots, bidAsHouse])
      await turn().catch((error: unknown) =>
        log().error({ err: error, turn: turn.name }, 'the schedule failed'),
      )
    await pause(EVERY_MS, undefined, { signal }).catch(() => {})
  }
}

async function advanceRounds(): Promise<void> {
  for (const roundId of await dueRounds(database())) await advanceRound(actor, { roundId })
}

async function openAndCloseLots(): Promise<void> {
  for (const { lotId, due } of await dueLots(database()))
    await (due === 'open' ? openLot : closeLot)(actor, { lotId })
}
