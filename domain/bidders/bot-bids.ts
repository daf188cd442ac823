import { createHash } from 'node:crypto'
import { lesser } from '@/engine/amounts'
import type { AnyState } from '@/engine/auction'
import type { ClockState } from '@/engine/formats/ascending-clock-terms'
import { minimumBid } from '@/engine/formats/open-ascending'
import type { OpenAscendingState } from '@/engine/formats/open-ascending-terms'
import { stepAt } from '@/engine/increments'

/** How a bot bids: how long it waits, in seconds, and up to which tenths of the reserve it goes. */
export type Temper = {
  waitsSeconds: readonly [least: number, most: number]
  ceilingTenths: readonly [least: number, most: number]
  /** Leaves the window of the soft close to people. */
  quietAtTheEnd: boolean
}

export type Bot = { bidderId: string; paddle: string }

export type Scene = {
  lotId: string
  reserveMinor: bigint
  bots: readonly Bot[]
  lastEventAt: Date | null
  opensAt: Date
  closesAt: Date
  at: Date
}

/** What a bot states, in the form of its format, and a key that is the same for every worker that comes to it. */
export type BotBid = { lotId: string; bidderId: string; key: string } & (
  | { maxMinor: string }
  | { amountMinor: string; round?: number }
  | { ciphertext: string; commitment: string }
)

/**
 * What bots would bid at this instant. Lot, paddle and position decide when and how much, so several workers come to the
 * same bid. Each bot stops at its own ceiling.
 */
export function botBids(state: AnyState, scene: Scene, temper: Temper): BotBid[] {
  if (state.phase !== 'open') return []
  if (state.format === 'open-ascending') return answerLeader(state, scene, temper)
  return state.format === 'ascending-clock' ? stayInRound(state, scene, temper) : handIn(scene, temper)
}

/** Some time after the last event one of those who do not lead goes above it. */
function answerLeader(state: OpenAscendingState, scene: Scene, temper: Temper): BotBid[] {
  const { sequence, lead, terms } = state
  const { lotId, bots, at } = scene
  const left = state.closesAt.getTime() - at.getTime()
  if (temper.quietAtTheEnd && left < terms.softClose.windowSeconds * 1000) return []
  if (secondsWaited(scene) < between(temper.waitsSeconds, lotId, sequence)) return []
  const able = bots.filter(
    (bot) => bot.paddle !== lead?.leader && minimumBid(state, bot.paddle) <= ceilingOf(bot, scene, temper),
  )
  const bot = able[pick(able.length, lotId, sequence, 'who')]
  if (!bot) return []
  const least = minimumBid(state, bot.paddle)
  const more = stepAt(terms.increments, least) * BigInt(pick(4, lotId, sequence, 'more'))
  const maxMinor = lesser(least + more, ceilingOf(bot, scene, temper)).toString()
  return [{ lotId, bidderId: bot.bidderId, key: `bot-bid-${sequence}`, maxMinor }]
}

/** In each round a bot stays while the end price is within its ceiling, and else leaves at it. */
function stayInRound(state: ClockState, scene: Scene, temper: Temper): BotBid[] {
  const { round, places } = state
  if (!round?.isOpen) return []
  return scene.bots.flatMap((bot) => {
    const place = places.find(({ bidder }) => bidder === bot.paddle)
    const wait = between(temper.waitsSeconds, scene.lotId, bot.paddle, round.number)
    const ceilingMinor = ceilingOf(bot, scene, temper)
    if (!place || place.exited || secondsWaited(scene) < wait || ceilingMinor < round.startMinor) return []
    return [
      {
        lotId: scene.lotId,
        bidderId: bot.bidderId,
        key: `bot-bid-${bot.paddle}-${round.number}`,
        round: round.number,
        amountMinor: lesser(ceilingMinor, round.endMinor).toString(),
      },
    ]
  })
}

/** Each bot hands in once, somewhere in the first half. */
function handIn(scene: Scene, temper: Temper): BotBid[] {
  const { lotId, bots, opensAt, closesAt, at } = scene
  const half = (closesAt.getTime() - opensAt.getTime()) / 2
  return bots
    .filter(({ paddle }) => at.getTime() >= opensAt.getTime() + (half * pick(1000, lotId, paddle)) / 1000)
    .map((bot) => ({
      lotId,
      bidderId: bot.bidderId,
      key: `bot-bid-${bot.paddle}`,
      amountMinor: ceilingOf(bot, scene, temper).toString(),
    }))
}

function secondsWaited({ at, lastEventAt, opensAt }: Scene): number {
  return (at.getTime() - (lastEventAt ?? opensAt).getTime()) / 1000
}

function ceilingOf({ paddle }: Bot, { lotId, reserveMinor }: Scene, { ceilingTenths }: Temper): bigint {
  return (reserveMinor * BigInt(between(ceilingTenths, lotId, paddle, 'ceiling'))) / 10n
}

/** A whole number of the range, both ends included, that the parts decide. */
function between([least, most]: readonly [number, number], ...parts: (string | number)[]): number {
  return least + pick(most - least + 1, ...parts)
}

/** A number from 0 to below `count` that the parts decide. */
function pick(count: number, ...parts: (string | number)[]): number {
  if (count === 0) return 0
  return createHash('sha256').update(parts.join('|')).digest().readUInt32BE(0) % count
}
