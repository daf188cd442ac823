import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { readClocks } from '@/domain/lots/read-clocks'
import { stepClock } from '@/domain/lots/step-clock'
import { systemActor } from '@/lib/access/actor'
import type { DemoOrganisation } from '../demo-people'
import { done, type Story, type World } from '../world'
import type { OpenedRound } from './open-round'

export type ClockBid = {
  round: number
  /** After the beginning of its round. */
  minute: number
  organisation: DemoOrganisation
  dollars: number
}

const MINUTE = 60_000

/** The rounds and recesses of a clock over one name, until it stops; bids in the order of their minutes. */
export async function* runClock(world: World, round: OpenedRound, bids: readonly ClockBid[]): Story {
  const [lotId] = round.lots.values()
  for (;;) {
    const [lot] = await database().select().from(lots).where(eq(lots.id, lotId!))
    const clock = lot && (await readClocks([lot])).get(lot.id)
    if (!lot?.closesAt || lot.outcome || !clock) return
    if (clock.state === 'round') {
      const began = (await world.clock.read()).getTime()
      for (const { minute, organisation, dollars } of bids.filter(
        ({ round: each }) => each === clock.round,
      )) {
        yield new Date(began + minute * MINUTE)
        const bid = { lotId, round: clock.round, amountMinor: (BigInt(dollars) * 100n).toString() }
        const options = { receivedAt: await world.clock.read() }
        await done(placeBid(world.organisations.get(organisation)!.owner, bid, options))
      }
    }
    yield lot.closesAt
    await done(stepClock(systemActor('schedule'), { lotId: lot.id }))
  }
}
