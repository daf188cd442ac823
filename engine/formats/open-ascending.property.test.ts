import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuctionEvent, decide, evolve, type History, open, outcome, replay } from '../auction'
import { isRefusal } from '../decision'
import { brokenInvariant } from '../invariants'
import { eventFromJson, eventToJson, stateFromJson, stateToJson } from '../json'
import { limitOf } from '../limits'
import { leadWithout } from '../proxies'
import { firstWrongEvent } from '../verify'
import {
  decideByReference,
  priceOf,
  type ReferenceBid,
  type ReferenceTerms,
  rank,
} from './open-ascending.reference'
import type { OpenAscendingTerms } from './open-ascending-terms'

const SECONDS = 1000
const bidders = ['A', 'B', 'C', 'D']

const someTerms = fc
  .record({
    reserve: fc.bigInt(0n, 20n),
    first: fc.bigInt(1n, 4n),
    later: fc.bigInt(1n, 12n),
    from: fc.bigInt(1n, 60n),
    deposits: fc.array(fc.bigInt(1n, 12n), { minLength: 4, maxLength: 4 }),
    closes: fc.integer({ min: 1, max: 60 }),
    overrun: fc.option(fc.integer({ min: 0, max: 40 })),
    window: fc.integer({ min: 0, max: 20 }),
    extend: fc.integer({ min: 0, max: 30 }),
  })
  .map((some): OpenAscendingTerms => {
    const closesAt = new Date(some.closes * SECONDS)
    return {
      format: 'open-ascending',
      rulesVersion: 1,
      lot: 'q7',
      reserveMinor: some.reserve,
      runnerUp: 'recompute',
      bidders: bidders.map((id, index) => ({
        id,
        depositMinor: some.deposits[index] ?? 0n,
        scoreHundredths: null,
      })),
      opensAt: new Date(0),
      closesAt,
      hardEndsAt: some.overrun === null ? null : new Date((some.closes + some.overrun) * SECONDS),
      increments: [
        { fromMinor: 0n, stepMinor: some.first },
        { fromMinor: some.from, stepMinor: some.later },
      ],
      softClose: { windowSeconds: some.window, extendSeconds: some.extend },
    }
  })

const someAttempts = fc
  .array(
    fc.record({
      bidder: fc.constantFrom(...bidders, 'Z'),
      max: fc.bigInt(0n, 130n),
      wait: fc.integer({ min: 0, max: 9 }),
    }),
    { maxLength: 40 },
  )
  .map((list): ReferenceBid[] => {
    let at = -2
    return list.map(({ bidder, max, wait }) => {
      at += wait / 2
      return { bidder, max, at }
    })
  })

/** Runs the attempts through the engine; every step is handed to `watch`. */
function run(
  terms: OpenAscendingTerms,
  attempts: readonly ReferenceBid[],
  watch = (_: History<OpenAscendingTerms>) => {},
) {
  let history = open(terms, new Date(-60 * SECONDS)) as History<OpenAscendingTerms>
  let state = replay(history)
  const codes = attempts.map(({ bidder, max, at }) => {
    const deposit = terms.bidders.find(({ id }) => id === bidder)?.depositMinor ?? 0n
    const availableMinor = limitOf(deposit)
    const bid = { bidder, maxMinor: max, at: new Date(at * SECONDS), availableMinor }
    const before = JSON.stringify(stateToJson(state))
    const decision = decide(state, { type: 'place-bid', ...bid })
    if (isRefusal(decision)) {
      expect(JSON.stringify(stateToJson(state))).toBe(before)
      return decision.code
    }
    for (const event of decision) {
      history = [...history, event] as unknown as History<OpenAscendingTerms>
      state = evolve(state, event)
      watch(history)
    }
    return 'accepted'
  })
  return { history, state, codes }
}

function close({ history, state }: Pick<ReturnType<typeof run>, 'history' | 'state'>): History {
  return [
    ...history,
    ...(decide(state, { type: 'close', at: state.closesAt }) as AuctionEvent[]),
  ] as unknown as History
}

function referenceTerms(terms: OpenAscendingTerms): ReferenceTerms {
  const seconds = (instant: Date) => instant.getTime() / SECONDS
  return {
    reserve: terms.reserveMinor,
    steps: terms.increments.map(({ fromMinor, stepMinor }) => ({ from: fromMinor, step: stepMinor })),
    limits: new Map(terms.bidders.map(({ id, depositMinor }) => [id, depositMinor * 10n])),
    opens: seconds(terms.opensAt),
    closes: seconds(terms.closesAt),
    hardEnd: terms.hardEndsAt ? seconds(terms.hardEndsAt) : Number.POSITIVE_INFINITY,
    window: terms.softClose.windowSeconds,
    extend: terms.softClose.extendSeconds,
  }
}

test('every decision, the winner, the price and the close are those of the reference', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, (terms, attempts) => {
      const { codes, state } = run(terms, attempts)
      const reference = decideByReference(referenceTerms(terms), attempts)
      expect(codes).toEqual(reference.codes)
      expect(state.lead?.leader).toBe(reference.winner)
      expect(state.lead?.priceMinor).toBe(reference.price)
      expect(state.closesAt.getTime()).toBe(reference.closes * SECONDS)
    }),
    { numRuns: 1000 },
  )
})

test('nobody wins who did not bid most, nor pays above its maximum or below the reserve', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, (terms, attempts) => {
      const ended = run(terms, attempts)
      const { status, winner, priceMinor, order } = outcome(close(ended))
      const accepted = attempts.filter((_, index) => ended.codes[index] === 'accepted')
      if (accepted.length === 0) {
        expect([status, winner, priceMinor, order]).toEqual(['unsold', null, null, []])
        return
      }
      const best = rank(accepted)
      expect(order.map(({ bidder }) => bidder)).toEqual(best.map(({ bidder }) => bidder))
      expect(best.every(({ max }) => max <= (best[0]?.max ?? 0n))).toBe(true)
      expect(priceMinor).toBeLessThanOrEqual(best[0]?.max ?? 0n)
      expect(priceMinor).toBeGreaterThanOrEqual(terms.reserveMinor)
    }),
  )
})

test('after every event the replay equals the state, also through JSON, and no invariant is broken', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, (terms, attempts) => {
      let price = 0n
      const { state, history } = run(terms, attempts, (sofar) => {
        const now = replay(sofar)
        expect(brokenInvariant(now)).toBeUndefined()
        expect(now.lead?.priceMinor).toBeGreaterThanOrEqual(price)
        price = now.lead?.priceMinor ?? 0n
        expect(stateFromJson(terms, JSON.parse(JSON.stringify(stateToJson(now))))).toEqual(now)
      })
      expect(replay(history)).toEqual(state)
      const stored = history.map((event) => eventFromJson(JSON.parse(JSON.stringify(eventToJson(event)))))
      expect(stored).toEqual(history)
    }),
  )
})

test('refused bids leave no trace: the same auction without them is the same', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, (terms, attempts) => {
      const all = run(terms, attempts)
      const accepted = run(
        terms,
        attempts.filter((_, index) => all.codes[index] === 'accepted'),
      )
      expect(accepted.history).toEqual(all.history)
    }),
  )
})

test('a history the engine wrote is right, and any price or winner changed in it is found', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, fc.nat(), (terms, attempts, pick) => {
      const history = close(run(terms, attempts))
      expect(firstWrongEvent(history)).toBeNull()
      const place = 1 + (pick % (history.length - 1))
      const changed = history.map((event, index) =>
        index === place && 'priceMinor' in event
          ? { ...event, priceMinor: (event.priceMinor ?? 0n) + 1n }
          : event,
      ) as unknown as History
      const wrong = history[place] && 'priceMinor' in history[place] ? place + 1 : undefined
      expect(firstWrongEvent(changed)?.sequence).toBe(wrong)
    }),
  )
})

test('a strike comes to what the reference makes of the other bids, and so does an offer after a default', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, fc.constantFrom(...bidders), (terms, attempts, struck) => {
      const { history, state, codes } = run(terms, attempts)
      const accepted = attempts.filter((_, index) => codes[index] === 'accepted')
      const others = accepted.filter(({ bidder }) => bidder !== struck)
      const bids = history.filter((event) => event.type === 'bid-accepted')
      const decision = decide(state, { type: 'strike-bidder', bidder: struck, at: state.opensAt, bids })
      const after = (decision as AuctionEvent[]).reduce((now, event) => evolve(now, event), state)
      expect(brokenInvariant(after)).toBeUndefined()
      expect(after.lead?.leader).toBe(rank(others)[0]?.bidder)
      expect(after.lead?.priceMinor).toBe(priceOf(referenceTerms(terms), others))
      expect(leadWithout([struck], bids, terms)).toEqual(after.lead)
      const { winner, ifDefault } = outcome(close({ history, state }))
      if (winner !== struck) return
      const next = rank(others)[0]
      expect(ifDefault['own-exit']).toEqual(next ? { bidder: next.bidder, priceMinor: next.max } : null)
      expect(ifDefault.recompute?.priceMinor).toBe(after.lead?.priceMinor)
    }),
  )
})
