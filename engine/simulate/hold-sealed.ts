import type { SealedState } from '../formats/sealed-bids'
import { type Account, act, availableFor, type Floor, type HeldLot, mostFor } from './auction-floor'
import { drawSeed } from './draw-seed'
import type { Random } from './random'
import type { SimulatedRound } from './simulated-round'
import type { SyntheticBidder, ValueModel } from './value-model'

type Held = HeldLot<SealedState>
type Act = { at: number; held: Held; bidder: SyntheticBidder; what: 'bid' | 'withdraw'; shareBp: number }

/** Bids, replacements and withdrawals in the order they come in, then every lot is opened and decided. */
export function holdSealed(
  round: SimulatedRound,
  floor: Floor<SealedState>,
  model: ValueModel,
  random: Random,
): void {
  const open = floor.lots.filter(({ state }) => state.phase === 'open')
  const acts = open.flatMap((held) =>
    held.bidders.flatMap((bidder) => actsOf(round, held, bidder, model, random)),
  )
  acts.sort((a, b) => a.at - b.at)
  for (const each of acts) carryOut(floor, each)
  for (const held of open) {
    const command = { type: 'close', at: round.closesAt, seedHex: drawSeed(random) } as const
    act(
      floor,
      held,
      command,
      held.bidders.map(({ id }) => id),
    )
  }
}

/** A bidder hands in once; some bid less first and replace it, some withdraw. */
function actsOf(
  { opensAt, closesAt }: SimulatedRound,
  held: Held,
  bidder: SyntheticBidder,
  model: ValueModel,
  random: Random,
): Act[] {
  const [opens, closes] = [opensAt.getTime(), closesAt.getTime()]
  const length = closes - opens
  const from = bidder.behaviour === 'sniper' ? opens + Math.floor(length * 0.95) : opens
  const at = from + Math.floor(random.share() * (closes - from))
  const later = at + Math.floor(random.share() * (closes - at))
  const first = { at, held, bidder, what: 'bid', shareBp: 10_000 } as const
  if (random.chance(model.replaceBp))
    return [
      { ...first, shareBp: 8000 },
      { ...first, at: later },
    ]
  if (random.chance(model.withdrawBp)) return [first, { ...first, at: later, what: 'withdraw' }]
  return [first]
}

function carryOut(floor: Floor, { at, held, bidder, what, shareBp }: Act): void {
  const { id } = bidder
  const when = new Date(at)
  if (what === 'withdraw') {
    act(floor, held, { type: 'withdraw-bid', at: when, bidder: id }, [id])
    return
  }
  const { reserveMinor } = held.state.terms
  const value = bidder.values.get(held.lot) as bigint
  if (value < reserveMinor) return
  const wished = reserveMinor + ((wish(held, value) - reserveMinor) * BigInt(shareBp)) / 10_000n
  const most = mostFor(floor, held, bidder)
  const submit = (amountMinor: bigint) =>
    act(
      floor,
      held,
      {
        type: 'submit-bid',
        at: when,
        bidder: id,
        amountMinor,
        availableMinor: availableFor(floor, held, id),
      },
      [id],
    )
  if (wished > most) {
    const account = floor.accounts.get(id) as Account
    account.refused += 1
    if (account.refused === 1) submit(wished)
  }
  if (most >= reserveMinor) submit(wished > most ? most : wished)
}

/** Who pays its own bid bids less than the value; elsewhere the value itself is the best bid. */
function wish({ state: { terms }, bidders }: Held, value: bigint): bigint {
  if (terms.format !== 'sealed-first-price') return value
  const rivals = BigInt(bidders.length)
  return terms.reserveMinor + ((value - terms.reserveMinor) * (rivals - 1n)) / rivals
}
