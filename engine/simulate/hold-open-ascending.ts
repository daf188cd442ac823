import { lesser } from '../amounts'
import { isRefusal } from '../decision'
import { minimumBid } from '../formats/open-ascending'
import type { OpenAscendingState } from '../formats/open-ascending-terms'
import { type Account, act, availableFor, type Floor, type HeldLot, mostFor } from './auction-floor'
import type { Random } from './random'
import type { SimulatedRound } from './simulated-round'
import type { SyntheticBidder } from './value-model'

type Held = HeldLot<OpenAscendingState>
/** A bidder comes to look at a lot; without one the lot is due to close. In milliseconds. */
type Visit = { at: number; held: Held; bidder?: SyntheticBidder }

/** A pair with very small steps could go on for ever; after so many bids nobody answers any more. */
const MOST_BIDS = 2000

/**
 * Bidding on all lots side by side, from visit to visit. Who has been outbid comes back: later while there is time,
 * within the soft close while it lasts.
 */
export function holdOpenAscending(
  round: SimulatedRound,
  floor: Floor<OpenAscendingState>,
  random: Random,
): void {
  const visits = new Visits()
  for (const held of floor.lots) {
    if (held.state.phase !== 'open') continue
    visits.add({ at: round.closesAt.getTime(), held })
    for (const bidder of held.bidders) visits.add({ at: firstVisit(round, bidder, random), held, bidder })
  }
  for (let visit = visits.next(); visit; visit = visits.next()) {
    const { at, held, bidder } = visit
    if (!bidder) closeWhenDue(floor, held, at, visits)
    else if (at < held.state.closesAt.getTime()) bid(floor, held, bidder, at, random, visits)
  }
}

function firstVisit(round: SimulatedRound, { behaviour }: SyntheticBidder, random: Random): number {
  const [opens, closes] = [round.opensAt.getTime(), round.closesAt.getTime()]
  const length = closes - opens
  if (behaviour === 'proxy') return opens + Math.floor(random.share() * length * 0.05)
  if (behaviour === 'early') return opens + Math.floor(random.share() * length * 0.3)
  const window = Math.min((round.softClose.windowSeconds || 60) * 1000, length)
  return closes - 1 - Math.floor(random.share() * (window - 1))
}

function closeWhenDue(floor: Floor, held: Held, at: number, visits: Visits): void {
  const closes = held.state.closesAt.getTime()
  const everyone = held.bidders.map(({ id }) => id)
  if (closes > at) visits.add({ at: closes, held })
  else act(floor, held, { type: 'close', at: held.state.closesAt }, everyone)
}

function bid(
  floor: Floor,
  held: Held,
  bidder: SyntheticBidder,
  at: number,
  random: Random,
  visits: Visits,
): void {
  const leader = held.state.lead?.leader
  if (leader === bidder.id || held.state.bids >= MOST_BIDS) return
  const least = minimumBid(held.state, bidder.id)
  const value = bidder.values.get(held.lot) as bigint
  if (least > value) return
  const most = mostFor(floor, held, bidder)
  if (most < value) tryAboveLimit(floor, held, bidder, value, at)
  if (least > most) return
  const maxMinor = bidder.behaviour === 'early' ? between(least, most, random) : most
  const decision = place(floor, held, bidder, maxMinor, at, leader)
  if (isRefusal(decision)) return
  const now = held.state.lead?.leader
  for (const outbid of held.bidders)
    if (outbid.id !== now && (outbid.id === leader || outbid.id === bidder.id))
      visits.add({ at: at + reaction(held.state, at, random), held, bidder: outbid })
}

/** Once, so that the refusal is seen too. */
function tryAboveLimit(floor: Floor, held: Held, bidder: SyntheticBidder, value: bigint, at: number): void {
  const account = floor.accounts.get(bidder.id) as Account
  account.refused += 1
  if (account.refused === 1) place(floor, held, bidder, value, at, undefined)
}

function place(
  floor: Floor,
  held: Held,
  { id }: SyntheticBidder,
  maxMinor: bigint,
  at: number,
  leader: string | undefined,
) {
  const availableMinor = availableFor(floor, held, id)
  const command = { type: 'place-bid', bidder: id, maxMinor, at: new Date(at), availableMinor } as const
  return act(floor, held, command, leader === undefined ? [id] : [id, leader])
}

/** Up to half way from the least to the most, in whole dollars where there is room. */
function between(least: bigint, most: bigint, random: Random): bigint {
  const more = ((most - least) * BigInt(random.below(5000))) / 10_000n
  return lesser(most, least + more - (more % 100n))
}

function reaction({ closesAt, terms }: OpenAscendingState, at: number, random: Random): number {
  const left = closesAt.getTime() - at
  const window = terms.softClose.windowSeconds * 1000
  return 1000 + Math.floor(random.share() * (left <= window ? left : left / 2))
}

/** Visits by their time; of the same instant the one that was added first. */
class Visits {
  private readonly waiting: Visit[] = []

  add(visit: Visit): void {
    let [low, high] = [0, this.waiting.length]
    while (low < high) {
      const middle = (low + high) >> 1
      // The next visit stands last, so that taking it moves nothing.
      if ((this.waiting[middle] as Visit).at > visit.at) low = middle + 1
      else high = middle
    }
    this.waiting.splice(low, 0, visit)
  }

  next(): Visit | undefined {
    return this.waiting.pop()
  }
}
