import { describe, expect, test } from 'vitest'
import { committed } from '../auction'
import { at, auction } from './open-ascending.harness'

describe('suspension, extension, cancellation', () => {
  test('a suspension keeps the time that was left, hard end included', () => {
    const lot = auction({ hardEndsAt: at(4000) })
    expect(lot.act({ type: 'suspend', at: at(3000) })).toBe('auction-suspended')
    expect(lot.bid('A', 10_000n, 3100)).toBe('bid.suspended')
    expect(lot.act({ type: 'suspend', at: at(3100) })).toBe('auction.suspended')
    expect(lot.close(3700)).toBe('auction.suspended')
    expect(lot.act({ type: 'resume', at: at(9000) })).toBe('auction-resumed close-moved')
    expect(lot.state.closesAt).toEqual(at(9600))
    expect(lot.state.hardEndsAt).toEqual(at(10_000))
    expect(lot.bid('A', 10_000n, 9001)).toBe('bid-accepted')
    expect(lot.state.extensions).toBe(0)
  })

  test('only the part of a suspension that cost bidding time moves the close', () => {
    const lot = auction()
    lot.act({ type: 'suspend', at: at(-30) })
    lot.act({ type: 'resume', at: at(-10) })
    expect(lot.state.closesAt).toEqual(at(3600))
    lot.act({ type: 'suspend', at: at(-5) })
    lot.act({ type: 'resume', at: at(100) })
    expect(lot.state.closesAt).toEqual(at(3700))
  })

  test('what is not suspended cannot be resumed, and what has passed its close cannot be suspended', () => {
    const lot = auction()
    expect(lot.act({ type: 'resume', at: at(1) })).toBe('auction.not-suspended')
    expect(lot.act({ type: 'suspend', at: at(3600) })).toBe('auction.closed')
  })

  test('an extension moves the close to later only, past the hard end if need be', () => {
    const lot = auction({ hardEndsAt: at(3700) })
    expect(lot.act({ type: 'extend', at: at(10), closesAt: at(3600) })).toBe('auction.not-later')
    expect(lot.act({ type: 'extend', at: at(3900), closesAt: at(3900) })).toBe('auction.not-later')
    expect(lot.act({ type: 'extend', at: at(10), closesAt: at(3650) })).toBe('close-moved')
    expect(lot.state.hardEndsAt).toEqual(at(3700))
    expect(lot.act({ type: 'extend', at: at(3900), closesAt: at(4500) })).toBe('close-moved')
    expect(lot.state.hardEndsAt).toEqual(at(4500))
    expect(lot.bid('A', 10_000n, 4000)).toBe('bid-accepted')
    expect(lot.state.extensions).toBe(0)
  })

  test('without a hard end an extension sets none', () => {
    const lot = auction()
    lot.act({ type: 'extend', at: at(10), closesAt: at(4000) })
    expect(lot.state.hardEndsAt).toBeNull()
  })

  test('a cancelled auction is over and sells nothing', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    expect(lot.act({ type: 'cancel', at: at(70) })).toBe('auction-cancelled')
    expect(lot.bid('B', 30_000n, 80)).toBe('bid.closed')
    expect(lot.act({ type: 'suspend', at: at(80) })).toBe('auction.closed')
    expect(lot.close()).toBe('auction.closed')
    expect(lot.outcome).toMatchObject({ status: 'cancelled', winner: null, priceMinor: null })
    expect(committed(lot.state, 'A')).toBe(0n)
  })
})

describe('a struck bidder', () => {
  test('leaves the lot as if it had never bid', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.bid('X', 20_000n)
    lot.bid('B', 30_000n)
    lot.bid('C', 40_000n)
    expect([lot.leader, lot.price]).toEqual(['C', 30_500n])
    expect(lot.strike('C')).toBe('bidder-struck')
    expect([lot.leader, lot.price]).toEqual(['B', 20_500n])
    expect(lot.bid('C', 90_000n)).toBe('bid.struck')
    expect(lot.bid('A', 21_000n)).toBe('bid-accepted')
    expect(lot.price).toBe(21_500n)
    expect(lot.strike('B')).toBe('bidder-struck')
    expect([lot.leader, lot.price]).toEqual(['A', 10_000n])
    lot.close()
    expect(lot.outcome.order).toEqual([{ bidder: 'A', amountMinor: 10_000n }])
  })

  test('can be one who never bid, and the last of all', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    lot.strike('B')
    expect(lot.leader).toBe('A')
    lot.strike('A')
    expect(lot.state.lead).toBeNull()
    expect(lot.bid('C', 10_000n)).toBe('bid-accepted')
  })

  test('must be a bidder, not yet struck, of an auction that is not over', () => {
    const lot = auction()
    expect(lot.strike('Z')).toBe('bidder.unknown')
    lot.strike('A')
    expect(lot.strike('A')).toBe('bidder.already-struck')
    lot.close()
    expect(lot.strike('B')).toBe('auction.closed')
  })

  test('is not struck on the ground of another history', () => {
    const lot = auction()
    lot.bid('A', 20_000n)
    const strike = { type: 'strike-bidder', bidder: 'A', at: at(60) } as const
    expect(lot.act({ ...strike, bids: [] })).toBe('history.mismatch')
    expect(lot.act({ ...strike, bids: [{ bidder: 'B', maxMinor: 20_000n }] })).toBe('history.mismatch')
    expect(lot.act({ ...strike, bids: [{ bidder: 'A', maxMinor: 20_001n }] })).toBe('history.mismatch')
  })
})
