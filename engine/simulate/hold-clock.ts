import { lesser } from '../amounts'
import { isStopped } from '../formats/ascending-clock'
import type { ClockRound, ClockState } from '../formats/ascending-clock-terms'
import { stepAt } from '../increments'
import {
  type Account,
  act,
  availableFor,
  bringUpToDate,
  type Floor,
  type HeldLot,
  mostFor,
} from './auction-floor'
import { drawSeed } from './draw-seed'
import type { Random } from './random'
import type { SimulatedRound } from './simulated-round'
import type { SyntheticBidder, ValueModel } from './value-model'

type Held = HeldLot<ClockState>

/** A clock with very small steps may need more; it is then reported as unfinished. */
export const MOST_ROUNDS = 1000
const MINUTE = 60_000

/** Rounds and recesses on all lots side by side, until every clock has stopped. */
export function holdClock(
  round: SimulatedRound,
  floor: Floor<ClockState>,
  model: ValueModel,
  random: Random,
): void {
  const { roundMinutes, recessMinutes } = round.clock
  let running = floor.lots.filter(({ state }) => state.phase === 'open')
  for (let number = 1; running.length > 0 && number <= MOST_ROUNDS; number += 1) {
    const opens = round.opensAt.getTime() + (number - 1) * (roundMinutes + recessMinutes) * MINUTE
    const ends = new Date(opens + roundMinutes * MINUTE)
    for (const held of running) openRound(round, floor, held, new Date(opens))
    bidInRound(floor, running, opens, roundMinutes * MINUTE, model, random)
    for (const held of running) endRound(floor, held, ends, random)
    running = running.filter(({ state }) => state.phase === 'open')
  }
}

function openRound({ increments, clock }: SimulatedRound, floor: Floor, held: Held, at: Date): void {
  const startMinor = held.state.round?.endMinor ?? held.state.terms.reserveMinor
  const endMinor = startMinor + BigInt(clock.stepsPerRound) * stepAt(increments, startMinor)
  act(floor, held, { type: 'open-round', at, startMinor, endMinor }, [])
}

/** Everyone who is in looks at the clock once in the round: most within it, snipers in its last tenth. */
function bidInRound(
  floor: Floor,
  running: readonly Held[],
  opens: number,
  length: number,
  model: ValueModel,
  random: Random,
): void {
  const visits = running.flatMap((held) =>
    held.bidders.map((bidder) => {
      const last = bidder.behaviour === 'sniper' ? 0.9 + random.share() * 0.1 : random.share()
      return { held, bidder, at: opens + Math.floor(length * last), leaves: random.chance(model.exitBp) }
    }),
  )
  visits.sort((a, b) => a.at - b.at)
  for (const { held, bidder, at, leaves } of visits) {
    const place = held.state.places.find((each) => each.bidder === bidder.id)
    if (place && !place.exited) bid(floor, held, bidder, new Date(at), leaves, place.standingMinor)
  }
}

function bid(
  floor: Floor,
  held: Held,
  bidder: SyntheticBidder,
  at: Date,
  leaves: boolean,
  standingMinor: bigint | null,
): void {
  const { number, startMinor, endMinor } = held.state.round as ClockRound
  const proxyStands = standingMinor !== null && standingMinor > startMinor
  if (proxyStands || leaves) return
  const { id } = bidder
  const submit = (amountMinor: bigint) => {
    const availableMinor = availableFor(floor, held, id)
    act(floor, held, { type: 'bid-in-round', at, round: number, bidder: id, amountMinor, availableMinor }, [
      id,
    ])
  }
  const most = mostFor(floor, held, bidder)
  const value = bidder.values.get(held.lot) as bigint
  const wished = bidder.behaviour === 'proxy' ? value : lesser(value, endMinor)
  if (wished > most) {
    const account = floor.accounts.get(id) as Account
    account.refused += 1
    if (account.refused === 1) submit(wished)
  }
  if (most >= startMinor) submit(lesser(wished, most))
}

/** A round ends and, when the clock has stopped, the auction with it: in between nobody could bid. */
function endRound(floor: Floor, held: Held, at: Date, random: Random): void {
  const before = held.state
  act(floor, held, { type: 'end-round', at }, [])
  if (isStopped(held.state)) act(floor, held, { type: 'close', at, seedHex: drawSeed(random) }, [])
  const won = held.state.result
  const hasBid = held.history.some(
    (event) => event.type === 'round-bid-accepted' && event.bidder === won?.bidder,
  )
  if (won && !hasBid) (floor.accounts.get(won.bidder) as Account).unaskedMinor += won.priceMinor
  bringUpToDate(
    floor,
    held,
    before,
    held.bidders.map(({ id }) => id),
  )
}
