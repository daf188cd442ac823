import { describe, expect, test } from 'vitest'
import { checkLimits, type Stand } from './check-limits'

const limits = [
  { round: 'r', paddle: 1, limit: '100' },
  { round: 'r', paddle: 2, limit: null },
  { round: 's', paddle: 1, limit: '100' },
]
const stand = (
  seconds: number,
  lot: string,
  bidder: string | null,
  committed: Record<string, bigint>,
  round = 'r',
): Stand => ({
  round,
  lot,
  at: new Date(seconds * 1000),
  bidder,
  committed: new Map(Object.entries(committed)),
})

describe('limits by addition', () => {
  test('the sum over the lots of a round counts, whatever their format', () => {
    const within = [stand(1, 'a', '1', { 1: 60n }), stand(2, 'b', '1', { 1: 40n })]
    expect(checkLimits(within, limits)).toEqual([])
    expect(checkLimits([...within, stand(3, 'c', '1', { 1: 1n })], limits)).toEqual([
      'Bidder 1 stood committed beyond its limit.',
    ])
    expect(checkLimits([...within, stand(3, 'c', '1', { 1: 100n }, 's')], limits)).toEqual([])
  })

  test('one instant is one transaction: what it gives up on one lot it may bid on another', () => {
    const swap = [
      stand(1, 'a', '1', { 1: 100n }),
      stand(2, 'b', '1', { 1: 100n }),
      stand(2, 'a', '2', { 2: 9n }),
    ]
    expect(checkLimits(swap, limits)).toEqual([])
    expect(checkLimits(swap.slice(0, 2), limits)).toHaveLength(1)
  })

  test('no limit is never met, and what no bid of its own brought about may stand above one', () => {
    expect(checkLimits([stand(1, 'a', '2', { 2: 10n ** 12n })], limits)).toEqual([])
    const silent = [stand(1, 'a', '1', { 1: 100n }), stand(2, 'b', null, { 1: 50n })]
    expect(checkLimits(silent, limits)).toEqual([])
    expect(checkLimits([...silent, stand(3, 'b', '1', { 1: 51n })], limits)).toHaveLength(1)
  })
})
