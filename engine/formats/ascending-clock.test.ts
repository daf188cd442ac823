import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommandOf, committed, decide, evolve, type History, open, outcome, replay } from '../auction'
import { isRefusal } from '../decision'
import { brokenInvariant } from '../invariants'
import { limitOf } from '../limits'
import { drawOrder } from '../tie-break'
import { firstWrongEvent } from '../verify'
import { isStopped, remaining } from './ascending-clock'
import type { ClockTerms } from './ascending-clock-terms'

const SEED = 'cd'.repeat(32)
const UNLIMITED = 200_000_000n

function termsOf(change: Partial<ClockTerms> = {}): ClockTerms {
  const bidders = ['A', 'B', 'C'].map((id) => ({ id, depositMinor: UNLIMITED, scoreHundredths: null }))
  const fixed = {
    rulesVersion: 1,
    lot: 'q',
    reserveMinor: 0n,
    runnerUp: 'own-exit',
    tieRule: 'draw',
  } as const
  return { format: 'ascending-clock', ...fixed, bidders, ...change }
}

function clock(terms: ClockTerms = termsOf()) {
  let history = open(terms, null) as History<ClockTerms>
  let state = replay(history)
  const act = (command: CommandOf<ClockTerms>) => {
    const decision = decide<ClockTerms>(state, command)
    if (isRefusal(decision)) return decision.code
    history = [...history, ...decision]
    for (const event of decision) state = evolve(state, event)
    expect(replay(history)).toEqual(state)
    expect(brokenInvariant(state)).toBeUndefined()
    return 'accepted'
  }
  return {
    act,
    open: (startMinor: bigint, endMinor: bigint) =>
      act({ type: 'open-round', at: null, startMinor, endMinor }),
    bid: (round: number, bidder: string, amountMinor: bigint) => {
      const deposit = terms.bidders.find(({ id }) => id === bidder)?.depositMinor ?? 0n
      const bid = { type: 'bid-in-round', at: null, round, bidder, amountMinor } as const
      return act({ ...bid, availableMinor: limitOf(deposit) })
    },
    end: () => act({ type: 'end-round', at: null }),
    close: (seedHex: string | null = SEED) => act({ type: 'close', at: null, seedHex }),
    get state() {
      return state
    },
    get history() {
      return history
    },
    get outcome() {
      return outcome(history)
    },
  }
}

interface Attempt {
  readonly round: number
  readonly bidder: string
  readonly amount: bigint
}
type Round = readonly [start: bigint, end: bigint]

function run(terms: ClockTerms, rounds: readonly Round[], attempts: readonly Attempt[]) {
  const held = clock(terms)
  rounds.forEach(([start, end], index) => {
    if (isStopped(held.state)) return
    held.open(start, end)
    for (const { round, bidder, amount } of attempts) if (round === index + 1) held.bid(round, bidder, amount)
    held.end()
  })
  held.close()
  return held
}

/** The clock written a second time: where a bidder stands after a round is worked out from the bids alone. */
function reference(terms: ClockTerms, rounds: readonly Round[], attempts: readonly Attempt[]) {
  const standing = (id: string, upTo: number): { amount: bigint; exited: boolean } => {
    const before = upTo === 1 ? { amount: 0n, exited: false } : standing(id, upTo - 1)
    if (before.exited) return before
    const [start, end] = rounds[upTo - 1] as Round
    const limit = limitOf(terms.bidders.find((bidder) => bidder.id === id)?.depositMinor ?? 0n)
    const valid = attempts.filter(
      ({ round, bidder, amount }) =>
        round === upTo && bidder === id && amount >= start && (limit === null || amount <= limit),
    )
    const proxy = before.amount > start ? before.amount : start
    const amount = valid.at(-1)?.amount ?? proxy
    return { amount, exited: amount < end }
  }
  const ids = terms.bidders.map(({ id }) => id)
  const left = (round: number) => ids.filter((id) => !standing(id, round).exited).length
  const stop = rounds.findIndex((_, index) => left(index + 1) <= 1) + 1
  if (stop === 0) return undefined
  const draw = drawOrder(SEED, terms.lot, ids)
  const final = ids.map((id) => ({ id, amount: standing(id, stop).amount, draw: draw.indexOf(id) }))
  final.sort((a, b) => Number(b.amount - a.amount) || a.draw - b.draw)
  return { stop, final }
}

const someRounds = fc.array(fc.bigInt(1n, 12n), { minLength: 1, maxLength: 6 }).map((steps) =>
  steps.map((step, index): Round => {
    const start = steps.slice(0, index).reduce((sum, one) => sum + one, 0n)
    return [start, start + step]
  }),
)
const someTerms = fc
  .record({
    reserve: fc.bigInt(0n, 15n),
    deposits: fc.array(fc.bigInt(1n, 6n), { minLength: 3, maxLength: 3 }),
  })
  .map(({ reserve, deposits }) =>
    termsOf({
      reserveMinor: reserve,
      bidders: ['A', 'B', 'C'].map((id, index) => ({
        id,
        depositMinor: deposits[index] ?? 1n,
        scoreHundredths: null,
      })),
    }),
  )
const someAttempts = fc.array(
  fc.record({
    round: fc.integer({ min: 1, max: 6 }),
    bidder: fc.constantFrom('A', 'B', 'C'),
    amount: fc.bigInt(0n, 70n),
  }),
  { maxLength: 25 },
)

test('stop, winner, price and order are those of the reference, and the history is borne out', () => {
  fc.assert(
    fc.property(someTerms, someRounds, someAttempts, (terms, rounds, attempts) => {
      const { outcome: found, history, state } = run(terms, rounds, attempts)
      const expected = reference(terms, rounds, attempts)
      expect(firstWrongEvent(history)).toBeNull()
      if (!expected) {
        expect([found.status, found.winner]).toEqual(['open', null])
        return
      }
      const [first, second] = expected.final
      expect(state.round?.number).toBe(expected.stop)
      expect(found.order.map(({ bidder }) => bidder)).toEqual(expected.final.map(({ id }) => id))
      expect(found.order.map(({ amountMinor }) => amountMinor)).toEqual(
        expected.final.map(({ amount }) => amount),
      )
      if (!first || first.amount < terms.reserveMinor) {
        expect(found.status).toBe('unsold')
        return
      }
      const price = second && second.amount > terms.reserveMinor ? second.amount : terms.reserveMinor
      expect([found.winner, found.priceMinor]).toEqual([first.id, price])
      expect(price).toBeLessThanOrEqual(first.amount)
      expect(found.tieDrawn).toBe(first.amount === second?.amount)
    }),
    { numRuns: 600 },
  )
})

test('an exit is irrevocable: bids of later rounds change nothing for who has left', () => {
  fc.assert(
    fc.property(someTerms, someRounds, someAttempts, (terms, rounds, attempts) => {
      const held = run(terms, rounds, attempts)
      const again = run(
        terms,
        rounds,
        attempts.filter(({ round, bidder }) => {
          const until = held.history.find(
            (event) => event.type === 'round-ended' && event.exits.includes(bidder),
          )
          return until?.type !== 'round-ended' || round <= until.round
        }),
      )
      expect(again.history).toEqual(held.history)
    }),
  )
})

describe('in a round', () => {
  test('a bid at or above the end goes on; below it is an exit; none exits at the start', () => {
    const held = clock()
    held.open(0n, 100n)
    held.bid(1, 'A', 100n)
    held.bid(1, 'B', 99n)
    expect(remaining(held.state)).toBe(3)
    held.end()
    expect(remaining(held.state)).toBe(1)
    expect(held.history.at(-1)).toMatchObject({ exits: ['B', 'C'], remaining: 1 })
    expect(held.close()).toBe('accepted')
    expect(held.outcome).toMatchObject({
      status: 'sold',
      winner: 'A',
      priceMinor: 99n,
      order: [
        { bidder: 'A', amountMinor: 100n },
        { bidder: 'B', amountMinor: 99n },
        { bidder: 'C', amountMinor: 0n },
      ],
      ifDefault: {
        'own-exit': { bidder: 'B', priceMinor: 99n },
        recompute: { bidder: 'B', priceMinor: 0n },
      },
    })
  })

  test('the last valid bid counts, an invalid one leaves the earlier', () => {
    const held = clock(
      termsOf({ bidders: ['A', 'B'].map((id) => ({ id, depositMinor: 10n, scoreHundredths: null })) }),
    )
    held.open(50n, 80n)
    expect(held.bid(1, 'A', 60n)).toBe('accepted')
    expect(held.bid(1, 'A', 90n)).toBe('accepted')
    expect(held.bid(1, 'A', 49n)).toBe('bid.below-start')
    expect(held.bid(1, 'A', 101n)).toBe('bid.over-limit')
    expect(held.bid(1, 'A', -1n)).toBe('bid.malformed-amount')
    expect(held.bid(1, 'Z', 90n)).toBe('bid.unknown-bidder')
    expect(held.bid(2, 'A', 90n)).toBe('bid.not-open')
    held.end()
    expect(held.state.places[0]).toMatchObject({ standingMinor: 90n, exited: false })
  })

  test('a proxy carries on, may be lowered, and does not bind upward', () => {
    const held = clock()
    held.open(0n, 100n)
    for (const bidder of ['A', 'B', 'C']) held.bid(1, bidder, 250n)
    held.end()
    held.open(100n, 200n)
    expect(held.bid(1, 'A', 150n)).toBe('bid.closed')
    held.bid(2, 'B', 150n)
    held.end()
    expect(remaining(held.state)).toBe(2)
    expect([committed(held.state, 'A'), committed(held.state, 'B')]).toEqual([250n, 0n])
    held.open(200n, 300n)
    expect(held.bid(3, 'B', 400n)).toBe('bid.exited')
    expect(held.bid(3, 'C', 280n)).toBe('accepted')
    expect(committed(held.state, 'C')).toBe(280n)
    held.end()
    expect(held.bid(3, 'A', 400n)).toBe('bid.closed')
    expect(held.open(300n, 400n)).toBe('auction.closed')
    held.close()
    expect(held.outcome).toMatchObject({ winner: 'C', priceMinor: 250n })
    expect([committed(held.state, 'C'), committed(held.state, 'A')]).toEqual([250n, 0n])
    expect(held.bid(4, 'A', 400n)).toBe('bid.closed')
  })

  test('between rounds nothing can be bid', () => {
    const held = clock()
    expect(held.bid(1, 'A', 1n)).toBe('bid.not-open')
    expect(held.end()).toBe('round.not-open')
    held.open(0n, 100n)
    for (const bidder of ['A', 'B', 'C']) held.bid(1, bidder, 250n)
    expect(held.open(100n, 200n)).toBe('round.open')
    held.end()
    expect(held.bid(1, 'A', 300n)).toBe('bid.closed')
    expect(held.close()).toBe('auction.not-due')
  })

  test('prices go up', () => {
    const held = clock()
    expect(held.open(100n, 100n)).toBe('round.malformed-prices')
    held.open(0n, 100n)
    for (const bidder of ['A', 'B', 'C']) held.bid(1, bidder, 250n)
    held.end()
    expect(held.open(99n, 200n)).toBe('round.malformed-prices')
    expect(held.open(100n, 200n)).toBe('accepted')
  })
})

describe('the end', () => {
  test('equal highest exits need the draw', () => {
    const held = clock()
    held.open(0n, 100n)
    held.bid(1, 'A', 60n)
    held.bid(1, 'B', 60n)
    held.end()
    expect(committed(held.state, 'A')).toBe(60n)
    expect(held.close(null)).toBe('tie.seed-missing')
    held.close()
    const [winner] = drawOrder(SEED, 'q', ['A', 'B'])
    expect(held.outcome).toMatchObject({ winner, priceMinor: 60n, tieDrawn: true })
  })

  test('below the reserve the lot is unsold, and nobody below it is offered it', () => {
    const unsold = clock(termsOf({ reserveMinor: 70n }))
    unsold.open(0n, 100n)
    unsold.bid(1, 'A', 60n)
    unsold.bid(1, 'B', 60n)
    unsold.end()
    unsold.close(null)
    expect(unsold.outcome).toMatchObject({ status: 'unsold', winner: null })

    const sold = clock(termsOf({ reserveMinor: 70n }))
    sold.open(0n, 100n)
    sold.bid(1, 'A', 80n)
    sold.bid(1, 'B', 60n)
    sold.end()
    sold.close()
    expect(sold.outcome).toMatchObject({ winner: 'A', priceMinor: 70n })
    expect(sold.outcome.ifDefault).toEqual({ 'own-exit': null, recompute: null })
  })

  test('a struck bidder is gone, and the clock stops when that leaves one', () => {
    const held = clock()
    held.open(0n, 100n)
    held.bid(1, 'A', 250n)
    held.bid(1, 'B', 250n)
    held.end()
    expect(held.act({ type: 'strike-bidder', at: null, bidder: 'Z' })).toBe('bidder.unknown')
    expect(held.act({ type: 'strike-bidder', at: null, bidder: 'B' })).toBe('accepted')
    expect(held.act({ type: 'strike-bidder', at: null, bidder: 'B' })).toBe('bidder.already-struck')
    expect(held.bid(2, 'B', 300n)).toBe('bid.struck')
    expect(committed(held.state, 'B')).toBe(0n)
    held.close()
    expect(held.outcome).toMatchObject({ winner: 'A', priceMinor: 0n })
  })

  test('a cancelled clock is over', () => {
    const held = clock()
    held.open(0n, 100n)
    held.bid(1, 'A', 250n)
    expect(held.act({ type: 'extend' } as never)).toBe('auction.wrong-command')
    expect(held.act({ type: 'cancel', at: null })).toBe('accepted')
    expect(held.end()).toBe('auction.closed')
    expect(held.bid(1, 'A', 300n)).toBe('bid.closed')
    expect(committed(held.state, 'A')).toBe(0n)
    expect(held.outcome.status).toBe('cancelled')
  })

  test('one bidder is allotted the lot', () => {
    const held = clock(termsOf({ bidders: termsOf().bidders.slice(0, 1), reserveMinor: 70n }))
    expect(held.outcome).toMatchObject({ status: 'allotted', priceMinor: 70n })
    expect(committed(held.state, 'A')).toBe(70n)
    expect(open(termsOf({ reserveMinor: -1n }), null)).toMatchObject({ field: 'reserveMinor' })
  })
})
