import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommandOf, committed, decide, evolve, type History, open, outcome, replay } from '../auction'
import { isRefusal } from '../decision'
import { brokenInvariant } from '../invariants'
import { limitOf } from '../limits'
import { firstWrongEvent } from '../verify'
import type { SealedFormat, SealedTerms } from './sealed-bids'
import { coefficientBp } from './sealed-quality-weighted'

const SEED = 'ab'.repeat(32)
const FORMATS: SealedFormat[] = ['sealed-first-price', 'sealed-second-price', 'sealed-quality-weighted']

function termsOf(format: SealedFormat, change: Partial<SealedTerms> = {}): SealedTerms {
  const bidders = ['A', 'B', 'C', 'D'].map((id) => ({ id, depositMinor: 100n, scoreHundredths: 6_000 }))
  const quality = format === 'sealed-quality-weighted' ? { passHundredths: 6_000, cmaxBp: 3_500 } : null
  const fixed = { rulesVersion: 1, lot: 'q', reserveMinor: 100n, runnerUp: 'own-exit' } as const
  return { format, ...fixed, bidders, tieRule: 'draw', quality, ...change }
}

interface Attempt {
  readonly bidder: string
  /** `null` withdraws. */
  readonly amount: bigint | null
}

function run(terms: SealedTerms, attempts: readonly Attempt[], seedHex: string | null = SEED) {
  let history = open(terms, null) as History<SealedTerms>
  let state = replay(history)
  const act = (command: CommandOf<SealedTerms>) => {
    const decision = decide<SealedTerms>(state, command)
    if (isRefusal(decision)) return decision.code
    history = [...history, ...decision]
    for (const event of decision) state = evolve(state, event)
    expect(replay(history)).toEqual(state)
    expect(brokenInvariant(state)).toBeUndefined()
    return 'accepted'
  }
  const codes = attempts.map(({ bidder, amount }) => {
    const deposit = terms.bidders.find(({ id }) => id === bidder)?.depositMinor ?? 0n
    if (amount === null) return act({ type: 'withdraw-bid', at: null, bidder })
    return act({
      type: 'submit-bid',
      at: null,
      bidder,
      amountMinor: amount,
      availableMinor: limitOf(deposit),
    })
  })
  const beforeClose = state
  const closed = act({ type: 'close', at: null, seedHex })
  return { codes, closed, history, state, beforeClose, act, outcome: outcome(history) }
}

const bid = (bidder: string, amount: bigint | null): Attempt => ({ bidder, amount })

/** The sealed formats written a second time: the price is found by trying every cent. */
function reference(terms: SealedTerms, attempts: readonly Attempt[]) {
  const weight = (id: string) => {
    const score = terms.bidders.find((bidder) => bidder.id === id)?.scoreHundredths ?? 0
    if (!terms.quality) return 10_000
    const { passHundredths: pass, cmaxBp } = terms.quality
    return 10_000 + Math.floor((cmaxBp * (score - pass)) / (10_000 - pass))
  }
  const standing = terms.bidders.flatMap(({ id, depositMinor }) => {
    const counted = attempts.filter(
      ({ bidder, amount }) =>
        bidder === id && (amount === null || (amount >= terms.reserveMinor && amount <= depositMinor * 10n)),
    )
    const amount = counted.at(-1)?.amount ?? null
    return amount === null ? [] : [{ id, amount: Number(amount), product: Number(amount) * weight(id) }]
  })
  const draw = (id: string) => createHash('sha256').update(`pir-tie-v1|${SEED}|q|${id}`).digest('hex')
  standing.sort((a, b) => b.product - a.product || (draw(a.id) < draw(b.id) ? -1 : 1))
  const [first, second] = standing
  if (!first) return { winner: null, price: null, order: [], tied: false }
  let price = Number(terms.reserveMinor)
  if (terms.format === 'sealed-first-price') price = first.amount
  else while (second && price * weight(first.id) < second.product) price += 1
  const tied = second?.product === first.product
  return { winner: first.id, price: BigInt(price), order: standing.map(({ id }) => id), tied }
}

const someTerms = fc
  .record({
    format: fc.constantFrom(...FORMATS),
    reserve: fc.bigInt(0n, 30n),
    cmaxBp: fc.integer({ min: 0, max: 12_000 }),
    pass: fc.integer({ min: 0, max: 9_000 }),
    scores: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    deposits: fc.array(fc.bigInt(1n, 8n), { minLength: 4, maxLength: 4 }),
  })
  .map(({ format, reserve, cmaxBp, pass, scores, deposits }) =>
    termsOf(format, {
      reserveMinor: reserve,
      quality: format === 'sealed-quality-weighted' ? { passHundredths: pass, cmaxBp } : null,
      bidders: ['A', 'B', 'C', 'D'].map((id, index) => ({
        id,
        depositMinor: deposits[index] ?? 0n,
        scoreHundredths: pass + Math.floor((10_000 - pass) * (scores[index] ?? 0)),
      })),
    }),
  )

const someAttempts = fc.array(
  fc.record({
    bidder: fc.constantFrom('A', 'B', 'C', 'D'),
    amount: fc.oneof(
      { weight: 9, arbitrary: fc.bigInt(0n, 60n) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  }),
  { maxLength: 15 },
)

test('winner, price, order and draw are those of the reference, and the history is borne out', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, (terms, attempts) => {
      const expected = reference(terms, attempts)
      const { outcome: found, history } = run(terms, attempts)
      expect(found.winner).toBe(expected.winner)
      expect(found.priceMinor).toBe(expected.price)
      expect(found.order.map(({ bidder }) => bidder)).toEqual(expected.order)
      expect(found.tieDrawn).toBe(expected.tied)
      expect(firstWrongEvent(history)).toBeNull()
    }),
    { numRuns: 600 },
  )
})

test('the winner pays no more than its bid and no less than the reserve; the price with it struck is the reference’s', () => {
  fc.assert(
    fc.property(someTerms, someAttempts, (terms, attempts) => {
      const { outcome: found } = run(terms, attempts)
      if (found.winner === null) return
      expect(found.priceMinor).toBeLessThanOrEqual(found.order[0]?.amountMinor ?? 0n)
      expect(found.priceMinor).toBeGreaterThanOrEqual(terms.reserveMinor)
      const without = reference(
        terms,
        attempts.filter(({ bidder }) => bidder !== found.winner),
      )
      expect(found.ifDefault.recompute?.bidder ?? null).toBe(without.winner)
      expect(found.ifDefault.recompute?.priceMinor ?? null).toBe(without.price)
      const next = found.order[1]
      expect(found.ifDefault['own-exit']).toEqual(
        next ? { bidder: next.bidder, priceMinor: next.amountMinor } : null,
      )
    }),
  )
})

test('in the second-price and quality-weighted formats nobody gains by bidding other than its value', () => {
  const profiles = fc.array(fc.bigInt(0n, 60n), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(someTerms, profiles, fc.bigInt(0n, 60n), (terms, values, lie) => {
      fc.pre(terms.format !== 'sealed-first-price')
      const unlimited = terms.bidders.map((bidder) => ({ ...bidder, depositMinor: 200_000_000n }))
      const bids = values.map((amount, index) => bid('ABCD'[index] ?? '', amount))
      const gain = (attempts: readonly Attempt[]) => {
        const { winner, priceMinor } = run({ ...terms, bidders: unlimited }, attempts).outcome
        return winner === 'A' ? (values[0] ?? 0n) - (priceMinor ?? 0n) : 0n
      }
      expect(gain([bid('A', lie), ...bids.slice(1)])).toBeLessThanOrEqual(gain(bids))
    }),
    { numRuns: 600 },
  )
})

test('without equal bids the order they are received in does not matter', () => {
  fc.assert(
    fc.property(someTerms, fc.shuffledSubarray(['A', 'B', 'C', 'D']), (terms, arrival) => {
      const amounts = { A: 31n, B: 37n, C: 41n, D: 43n } as Record<string, bigint>
      const inOrder = [...arrival].sort().map((id) => bid(id, amounts[id] ?? 0n))
      const arrived = arrival.map((id) => bid(id, amounts[id] ?? 0n))
      expect(run(terms, arrived).outcome).toEqual(run(terms, inOrder).outcome)
    }),
  )
})

describe('a sealed bid', () => {
  test('below the reserve or over the limit is refused and leaves the earlier standing', () => {
    const attempts = [
      bid('A', 500n),
      bid('A', 99n),
      bid('A', 1_001n),
      bid('B', 200n),
      bid('Z', 200n),
      bid('B', -1n),
    ]
    const { codes, outcome: found } = run(termsOf('sealed-second-price'), attempts)
    expect(codes).toEqual([
      'accepted',
      'bid.below-reserve',
      'bid.over-limit',
      'accepted',
      'bid.unknown-bidder',
      'bid.malformed-amount',
    ])
    expect(found).toMatchObject({ status: 'sold', winner: 'A', priceMinor: 200n })
  })

  test('of a bidder the last counts, also when it is lower; a withdrawal takes it back', () => {
    const attempts = [bid('A', 500n), bid('B', 400n), bid('A', 300n), bid('B', null), bid('C', null)]
    const { outcome: found, beforeClose, state } = run(termsOf('sealed-first-price'), attempts)
    expect(found).toMatchObject({
      winner: 'A',
      priceMinor: 300n,
      order: [{ bidder: 'A', amountMinor: 300n }],
    })
    expect(['A', 'B'].map((bidder) => committed(beforeClose, bidder))).toEqual([300n, 0n])
    expect(['A', 'B'].map((bidder) => committed(state, bidder))).toEqual([300n, 0n])
  })

  test('after the close is refused, as is everything else', () => {
    const { act } = run(termsOf('sealed-first-price'), [])
    expect(act({ type: 'submit-bid', at: null, bidder: 'A', amountMinor: 500n, availableMinor: null })).toBe(
      'bid.closed',
    )
    expect(act({ type: 'withdraw-bid', at: null, bidder: 'A' })).toBe('bid.closed')
    expect(act({ type: 'strike-bidder', at: null, bidder: 'A' })).toBe('auction.closed')
    expect(act({ type: 'cancel', at: null })).toBe('auction.closed')
    expect(act({ type: 'close', at: null, seedHex: SEED })).toBe('auction.closed')
  })
})

describe('equal highest bids', () => {
  const equal = [bid('A', 500n), bid('B', 500n), bid('C', 400n)]
  test('need the seed', () => {
    expect(run(termsOf('sealed-first-price'), equal, null).closed).toBe('tie.seed-missing')
  })

  test('are told apart by the draw, which another lot draws anew', () => {
    const winners = ['q', 'r', 's', 't', 'u', 'v'].map(
      (lot) => run(termsOf('sealed-first-price', { lot }), equal).outcome.winner,
    )
    expect(new Set(winners)).toEqual(new Set(['A', 'B']))
  })

  test('are told apart by score where the round says so, and nothing is drawn', () => {
    const bidders = termsOf('sealed-first-price').bidders.map((bidder) =>
      bidder.id === 'B' ? { ...bidder, scoreHundredths: 7_000 } : { ...bidder, scoreHundredths: null },
    )
    const terms = termsOf('sealed-first-price', { bidders, tieRule: 'score-then-draw' })
    expect(run(terms, equal, null).outcome).toMatchObject({ winner: 'B', tieDrawn: false })
  })

  test('below the first stand as received when there is no seed', () => {
    const attempts = [bid('C', 300n), bid('B', 300n), bid('A', 500n)]
    const { order } = run(termsOf('sealed-first-price'), attempts, null).outcome
    expect(order.map(({ bidder }) => bidder)).toEqual(['A', 'C', 'B'])
  })
})

describe('officers', () => {
  test('strike a bidder: its bid is gone and it may not bid again', () => {
    let state = replay(open(termsOf('sealed-first-price'), null) as History<SealedTerms>)
    const act = (command: CommandOf<SealedTerms>) => {
      const decision = decide<SealedTerms>(state, command)
      if (isRefusal(decision)) return decision.code
      for (const event of decision) state = evolve(state, event)
      return 'accepted'
    }
    const submit = {
      type: 'submit-bid',
      at: null,
      bidder: 'A',
      amountMinor: 500n,
      availableMinor: null,
    } as const
    act(submit)
    expect(act({ type: 'strike-bidder', at: null, bidder: 'Z' })).toBe('bidder.unknown')
    expect(act({ type: 'strike-bidder', at: null, bidder: 'A' })).toBe('accepted')
    expect(act({ type: 'strike-bidder', at: null, bidder: 'A' })).toBe('bidder.already-struck')
    expect(act(submit)).toBe('bid.struck')
    expect(state.standing).toEqual([])
    expect(act({ type: 'cancel', at: null })).toBe('accepted')
    expect(committed(state, 'A')).toBe(0n)
    expect(act({ type: 'suspend' } as never)).toBe('auction.wrong-command')
  })

  test('allot the lot to a single bidder', () => {
    const terms = termsOf('sealed-first-price')
    const { state, outcome: found } = run({ ...terms, bidders: terms.bidders.slice(0, 1) }, [])
    expect(found).toMatchObject({ status: 'allotted', winner: 'A', priceMinor: 100n })
    expect(committed(state, 'A')).toBe(100n)
  })
})

describe('quality (R7.6)', () => {
  test('the coefficient is floored, from 0 at the pass line to cmax at 100', () => {
    expect(coefficientBp(6_000, 6_000, 3_500)).toBe(0n)
    expect(coefficientBp(10_000, 6_000, 3_500)).toBe(3_500n)
    expect(coefficientBp(8_250, 6_000, 3_500)).toBe(1_968n)
  })

  test.each<[string, Partial<SealedTerms>]>([
    ['quality', { quality: null }],
    ['quality.passHundredths', { quality: { passHundredths: 10_000, cmaxBp: 0 } }],
    ['quality.cmaxBp', { quality: { passHundredths: 0, cmaxBp: -1 } }],
    ['bidders.0.scoreHundredths', { quality: { passHundredths: 6_001, cmaxBp: 0 } }],
    ['reserveMinor', { reserveMinor: -1n }],
  ])('cannot be weighed with a wrong %s', (field, change) => {
    expect(open(termsOf('sealed-quality-weighted', change), null)).toEqual({
      code: 'auction.malformed-terms',
      field,
    })
  })
})
