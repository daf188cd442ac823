import {
  type AnyCommand,
  type AnyEvent,
  type AnyState,
  type AnyTerms,
  begin,
  decide,
  evolve,
  type History,
} from '../engine/auction'
import { isRefusal } from '../engine/decision'
import { eventToJson } from '../engine/json'
import { type SealedAccount, takeUpBid } from '../engine/sealed-limits'
import { canonical } from './canonical'
import { limitIn } from './check-limits'
import type { SealedBid } from './check-sealed-bids'
import type { ToldEvent } from './read-entries'
import type { Claim } from './round-file'
import type { Wrong } from './verdict'

/** A bid and what was left of its bidder’s limit when it was received. */
type Limited = SealedBid & { availableMinor: bigint | null }

const BIDS = ['bid-submitted', 'bid-withdrawn', 'bid-voided']

/**
 * The events of a sealed round are what the rules make of the opened bids (R7.2, R8.3), each in the order received: an
 * amount as it was sealed, void only with the reason that opening, reserve or limit give, and none left out.
 */
export function checkSealedEvents(
  told: ReadonlyMap<string, readonly ToldEvent[]>,
  claims: readonly Claim[],
  bids: readonly SealedBid[],
): Wrong[] {
  const limited = withLimits(told, bids)
  return claims.flatMap(({ id, label }) => {
    const own = limited.filter(({ lot }) => lot === id)
    return checkEvents(told.get(id) ?? [], own, label)
  })
}

/** What was left of each bidder’s limit, bid by bid over all names. */
function withLimits(told: ReadonlyMap<string, readonly ToldEvent[]>, bids: readonly SealedBid[]): Limited[] {
  const states = new Map<string, AnyState>()
  const allotted = new Map<string, bigint>()
  for (const [lot, [opened, second]] of told) {
    if (opened?.event.type === 'auction-opened') states.set(lot, begin(opened.event as History<AnyTerms>[0]))
    if (second?.event.type === 'lot-allotted') {
      const { bidder, priceMinor } = second.event
      allotted.set(bidder, (allotted.get(bidder) ?? 0n) + priceMinor)
    }
  }
  const accounts = new Map<string, SealedAccount>()
  return bids.map((bid) => {
    const { lot, paddle, content } = bid
    const state = states.get(lot)
    if (!state) return { ...bid, availableMinor: null }
    const limitMinor = limitIn(state, paddle)
    const account = accounts.get(paddle) ?? {
      limitMinor,
      allottedMinor: allotted.get(paddle) ?? 0n,
      standing: new Map(),
    }
    accounts.set(paddle, account)
    if (content === 'withdrawn') account.standing.delete(lot)
    const amountMinor = amountOf(bid, told)
    const { reserveMinor } = state.terms
    const availableMinor =
      amountMinor === undefined ? null : takeUpBid(account, { lot, reserveMinor, amountMinor })
    return { ...bid, availableMinor }
  })
}

/** As it was opened; where the secret is withheld, as the event has it. */
function amountOf(
  { content, attempt, lot }: SealedBid,
  told: ReadonlyMap<string, readonly ToldEvent[]>,
): bigint | undefined {
  if (typeof content === 'object') return 'amountMinor' in content ? content.amountMinor : undefined
  if (content === 'withdrawn') return undefined
  const event = told.get(lot)?.find((each) => each.attempt === attempt)?.event
  return event?.type === 'bid-submitted' ? event.amountMinor : undefined
}

function checkEvents(told: readonly ToldEvent[], bids: readonly Limited[], label: string): Wrong[] {
  const [first, ...others] = told
  if (first?.event.type !== 'auction-opened')
    return bids.map(({ entry }) => ({
      entry,
      label,
      problem: `There was a bid on ${label}.org, and no auction.`,
    }))
  let state: AnyState = begin(first.event as History<AnyTerms>[0])
  const waiting = [...bids]
  for (const { event, entry, attempt, json } of others) {
    if (BIDS.includes(event.type)) {
      const { sequence } = event
      const bid = waiting.shift()
      const where = { entry, label, sequence }
      if (!bid || bid.attempt !== attempt)
        return [
          {
            ...where,
            problem: `Event ${sequence} of ${label}.org is of another bid than the one received then.`,
          },
        ]
      const expected = eventFor(state, bid, event)
      if (expected && canonical(eventToJson(expected)) !== canonical(json))
        return [
          {
            ...where,
            problem: `Event ${sequence} of ${label}.org is not what the sealed bid of paddle ${bid.paddle} comes to.`,
            expected: eventToJson(expected),
          },
        ]
    }
    state = evolve(state, event)
  }
  return waiting.map(({ entry }) => ({
    entry,
    label,
    problem: `The bid of entry ${entry} was acknowledged, and no event of ${label}.org tells of it.`,
  }))
}

/** The event that a bid leads to; undefined where its amount is withheld and it was found void by the rules. */
function eventFor(state: AnyState, bid: Limited, found: AnyEvent): AnyEvent | undefined {
  const { paddle: bidder, at, content, availableMinor } = bid
  const voided = (reason: string) => decided({ type: 'void-bid', at, bidder, reason })
  if (typeof content === 'object' && 'void' in content) return voided(content.void)
  if (content === 'withdrawn') return decided({ type: 'withdraw-bid', at, bidder })
  if (content === 'unknown' && found.type === 'bid-voided' && found.reason.startsWith('bid.'))
    return undefined
  const told = found.type === 'bid-submitted' ? found.amountMinor : state.terms.reserveMinor
  const amountMinor = content === 'unknown' ? told : content.amountMinor
  return decided({ type: 'submit-bid', at, bidder, amountMinor, availableMinor })

  function decided(command: AnyCommand): AnyEvent | undefined {
    const decision = decide<AnyTerms>(state, command)
    if (!isRefusal(decision)) return decision[0]
    return command.type === 'void-bid' ? undefined : voided(decision.code)
  }
}
