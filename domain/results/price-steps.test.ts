import { expect, test } from 'vitest'
import type { AuctionEvent } from '@/engine/auction'
import { priceSteps } from './price-steps'

const at = (minute: number) => new Date(Date.UTC(2026, 9, 23, 15, minute))
const bid = (minute: number, bidder: string, maxMinor: bigint, priceMinor: bigint): AuctionEvent => ({
  type: 'bid-accepted',
  sequence: minute + 1,
  at: at(minute),
  bidder,
  maxMinor,
  leader: bidder,
  priceMinor,
})

test('shows each change of the price once, and no maximum', () => {
  const steps = priceSteps([
    bid(1, '22', 1_825_000n, 500_000n),
    bid(2, '22', 2_000_000n, 500_000n),
    bid(3, '5', 700_000n, 750_000n),
  ])
  expect(steps).toEqual([
    { at: at(1), minor: 500_000n, paddle: 22 },
    { at: at(3), minor: 750_000n, paddle: 5 },
  ])
})

test('the rounds of a clock are nobody’s', () => {
  const steps = priceSteps([
    { type: 'round-opened', sequence: 2, at: at(1), round: 1, startMinor: 500_000n, endMinor: 600_000n },
  ])
  expect(steps).toEqual([{ at: at(1), minor: 500_000n, paddle: null }])
})

test('a strike may lower it', () => {
  const lead = {
    leader: '22',
    leaderMaxMinor: 900_000n,
    second: null,
    secondMaxMinor: null,
    priceMinor: 500_000n,
  }
  const steps = priceSteps([
    bid(1, '22', 900_000n, 500_000n),
    bid(2, '5', 800_000n, 850_000n),
    { type: 'bidder-struck', sequence: 4, at: at(3), bidder: '5', lead },
  ])
  expect(steps.map(({ minor }) => minor)).toEqual([500_000n, 850_000n, 500_000n])
})
