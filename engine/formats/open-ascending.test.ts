import { describe, expect, test } from 'vitest'
import { committed, open } from '../auction'
import { minimumBid } from './open-ascending'
import { at, auction, TERMS } from './open-ascending.harness'
import type { OpenAscendingTerms } from './open-ascending-terms'

describe('the price', () => {
  test('is the reserve while there is one bidder', () => {
    const lot = auction()
    expect(lot.bid('A', 40_000n)).toBe('bid-accepted')
    expect([lot.leader, lot.price]).toEqual(['A', 10_000n])
  })

  test('moves to one step above a losing challenger', () => {
    const lot = auction()
    lot.bid('A', 40_000n)
    lot.bid('B', 20_000n)
    expect([lot.leader, lot.price]).toEqual(['A', 20_500n])
  })

  test('moves to one step above the former leader', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('B', 40_000n)
    expect([lot.leader, lot.price]).toEqual(['B', 20_500n])
  })

  test('takes its step from the row of the losing maximum', () => {
    const lot = auction()
    lot.bid('A', 90_000n)
    lot.bid('B', 49_999n)
    expect(lot.price).toBe(50_499n)
    lot.bid('C', 60_000n)
    expect(lot.price).toBe(62_500n)
  })

  test('is never above the leader’s maximum', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('B', 20_100n)
    expect([lot.leader, lot.price]).toEqual(['B', 20_100n])
  })

  test('is the maximum itself when two are equal, and the earlier leads', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('B', 20_000n)
    expect([lot.leader, lot.price]).toEqual(['A', 20_000n])
  })

  test('of equal maxima the one whose amount was set earlier leads, not the one who bid first', () => {
    const lot = auction()
    lot.bid('A', 10_000n)
    lot.bid('B', 30_000n)
    lot.bid('A', 30_000n)
    expect([lot.leader, lot.price]).toEqual(['B', 30_000n])
  })

  test('stays when the leader raises its maximum', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('B', 20_000n)
    expect(lot.bid('A', 30_000n)).toBe('bid-accepted')
    expect([lot.leader, lot.price]).toEqual(['A', 20_000n])
    lot.bid('C', 25_000n)
    expect([lot.leader, lot.price]).toEqual(['A', 25_500n])
  })
})

describe('a bid is refused', () => {
  test.each([
    ['below the reserve', 9_999n, 60, null, 'bid.below-minimum'],
    ['before the opening', 10_000n, -0.001, null, 'bid.not-open'],
    ['at the closing instant', 10_000n, 3600, null, 'bid.closed'],
    ['over what is left of the limit', 10_001n, 60, 10_000n, 'bid.over-limit'],
    ['when negative', -1n, 60, null, 'bid.malformed-amount'],
  ] as const)('%s', (_, amount, seconds, available, code) => {
    const lot = auction()
    const before = lot.state
    expect(lot.bid('A', amount, seconds, available)).toBe(code)
    expect(lot.state).toBe(before)
  })

  test('from someone who is not a bidder', () => {
    expect(auction().bid('Z', 10_000n)).toBe('bid.unknown-bidder')
  })

  test('less than one step above the price, and says what would have been enough', () => {
    const lot = auction()
    lot.bid('A', 40_000n)
    expect(lot.bid('B', 10_499n)).toBe('bid.below-minimum')
    expect(minimumBid(lot.state, 'B')).toBe(10_500n)
    expect(lot.bid('B', 10_500n)).toBe('bid-accepted')
  })

  test('from a leader who does not go above its own maximum', () => {
    const lot = auction()
    lot.bid('A', 40_000n)
    expect(lot.bid('A', 40_000n)).toBe('bid.below-minimum')
    expect(minimumBid(lot.state, 'A')).toBe(40_001n)
    expect(lot.bid('A', 40_001n)).toBe('bid-accepted')
  })

  test('from a leader at its maximum who does not go one step above the price', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('B', 20_000n)
    expect(lot.bid('A', 20_001n)).toBe('bid.below-minimum')
    expect(minimumBid(lot.state, 'A')).toBe(20_500n)
  })

  test('after the end', () => {
    const lot = auction()
    lot.close()
    expect(lot.bid('A', 10_000n, 60)).toBe('bid.closed')
  })

  test('and the bids at both ends of the interval that are inside it count', () => {
    const lot = auction()
    expect(lot.bid('A', 10_000n, 0)).toBe('bid-accepted')
    expect(lot.bid('B', 20_000n, 3599.999)).toBe('bid-accepted close-moved')
  })

  test('unless it is exactly what is left of the limit', () => {
    expect(auction().bid('A', 10_000n, 60, 10_000n)).toBe('bid-accepted')
  })
})

describe('the soft close', () => {
  test('moves the close to one extension after a bid within the window', () => {
    const lot = auction()
    expect(lot.bid('A', 10_000n, 3299.999)).toBe('bid-accepted')
    expect(lot.bid('B', 20_000n, 3300)).toBe('bid-accepted')
    expect(lot.bid('C', 30_000n, 3400)).toBe('bid-accepted close-moved')
    expect(lot.state.closesAt).toEqual(at(3700))
    expect(lot.bid('B', 40_000n, 3650)).toBe('bid-accepted close-moved')
    expect(lot.state.closesAt).toEqual(at(3950))
    expect(lot.state.extensions).toBe(2)
    expect(lot.close(3949)).toBe('auction.not-due')
    expect(lot.close(3950)).toBe('auction-closed')
    expect(lot.outcome.closedAt).toEqual(at(3950))
  })

  test('stops at the hard end', () => {
    const lot = auction({ hardEndsAt: at(3750) })
    lot.bid('A', 10_000n, 3500)
    expect(lot.state.closesAt).toEqual(at(3750))
    expect(lot.bid('B', 20_000n, 3700)).toBe('bid-accepted')
    expect(lot.bid('C', 30_000n, 3750)).toBe('bid.closed')
  })

  test('never brings the close forward', () => {
    const lot = auction({ softClose: { windowSeconds: 600, extendSeconds: 60 } })
    expect(lot.bid('A', 10_000n, 3300)).toBe('bid-accepted')
    expect(lot.state.closesAt).toEqual(at(3600))
  })

  test('a refused bid does not move the close', () => {
    const lot = auction()
    expect(lot.bid('A', 1n, 3599)).toBe('bid.below-minimum')
    expect(lot.state.closesAt).toEqual(at(3600))
  })
})

describe('the outcome', () => {
  test('sold: the leader pays the price, and both offers after a default are known', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('B', 30_000n)
    lot.bid('C', 80_000n)
    expect(committed(lot.state, 'C')).toBe(80_000n)
    expect(committed(lot.state, 'B')).toBe(0n)
    expect(lot.outcome).toMatchObject({ status: 'open', winner: null, closedAt: null })
    lot.close(3601)
    expect(lot.outcome).toEqual({
      status: 'sold',
      winner: 'C',
      priceMinor: 30_500n,
      tieDrawn: false,
      order: [
        { bidder: 'C', amountMinor: 30_500n },
        { bidder: 'B', amountMinor: 30_000n },
        { bidder: 'A', amountMinor: 20_000n },
      ],
      closedAt: at(3600),
      ifDefault: {
        'own-exit': { bidder: 'B', priceMinor: 30_000n },
        recompute: { bidder: 'B', priceMinor: 20_500n },
      },
    })
    expect(committed(lot.state, 'C')).toBe(30_500n)
  })

  test('sold to the only one who bid: no one is next', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.close()
    expect(lot.outcome.ifDefault).toEqual({ 'own-exit': null, recompute: null })
  })

  test('of two who stand equal below the leader, the earlier is next', () => {
    const lot = auction()
    lot.bid('B', 10_000n)
    lot.bid('A', 30_000n)
    lot.bid('B', 30_000n)
    lot.bid('C', 40_000n)
    lot.close()
    expect(lot.outcome.order.map(({ bidder }) => bidder)).toEqual(['C', 'A', 'B'])
    expect(lot.outcome.ifDefault.recompute).toEqual({ bidder: 'A', priceMinor: 30_000n })
  })

  test('unsold: nobody bid', () => {
    const lot = auction()
    lot.close()
    expect(lot.outcome).toMatchObject({ status: 'unsold', winner: null, priceMinor: null, order: [] })
    expect(lot.outcome.closedAt).toEqual(at(3600))
  })

  test('allotted: one bidder, no auction', () => {
    const lot = auction({ bidders: TERMS.bidders.slice(0, 1) })
    expect(lot.bid('A', 90_000n)).toBe('bid.closed')
    expect(lot.outcome).toMatchObject({
      status: 'allotted',
      winner: 'A',
      priceMinor: 10_000n,
      closedAt: null,
    })
    expect(committed(lot.state, 'A')).toBe(10_000n)
    expect(committed(lot.state, 'B')).toBe(0n)
  })

  test('no bidder at all: the auction ends unsold', () => {
    const lot = auction({ bidders: [] })
    lot.close()
    expect(lot.outcome.status).toBe('unsold')
  })
})

describe('terms that no auction can be held under', () => {
  const bidder = { id: 'A', depositMinor: 0n, scoreHundredths: null }
  test.each<[string, Partial<OpenAscendingTerms>]>([
    ['reserveMinor', { reserveMinor: -1n }],
    ['bidders.1.id', { bidders: [bidder, bidder] }],
    ['bidders.0.depositMinor', { bidders: [{ ...bidder, depositMinor: -1n }] }],
    ['increments', { increments: [] }],
    ['increments.0.fromMinor', { increments: [{ fromMinor: 1n, stepMinor: 1n }] }],
    ['increments.0.stepMinor', { increments: [{ fromMinor: 0n, stepMinor: 0n }] }],
    ['increments.2.fromMinor', { increments: [...TERMS.increments, { fromMinor: 50_000n, stepMinor: 1n }] }],
    ['closesAt', { closesAt: TERMS.opensAt }],
    ['closesAt', { closesAt: new Date(Number.NaN) }],
    ['hardEndsAt', { hardEndsAt: at(3599) }],
    ['softClose.windowSeconds', { softClose: { windowSeconds: -1, extendSeconds: 0 } }],
    ['softClose.extendSeconds', { softClose: { windowSeconds: 0, extendSeconds: 0.5 } }],
  ])('%s', (field, wrong) => {
    expect(open({ ...TERMS, ...wrong }, at(0))).toEqual({ code: 'auction.malformed-terms', field })
  })
})
