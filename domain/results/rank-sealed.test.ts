import { expect, test } from 'vitest'
import { decideExample } from '@/domain/rounds/decide-example'
import type { AnyCommand } from '@/engine/auction'
import type { SealedFormat, SealedTerms } from '@/engine/formats/sealed-bids'
import { listBids } from './list-bids'
import { rankSealed } from './rank-sealed'

const SCORES: Record<string, number> = { '7': 8250, '12': 6000, '19': 7000 }

function held(format: SealedFormat, commands: readonly AnyCommand[]) {
  const terms: SealedTerms = {
    format,
    rulesVersion: 1,
    lot: 'q7',
    reserveMinor: 500_000n,
    runnerUp: 'recompute',
    tieRule: 'draw',
    quality: format === 'sealed-quality-weighted' ? { passHundredths: 6000, cmaxBp: 3500 } : null,
    bidders: Object.entries(SCORES).map(([id, scoreHundredths]) => ({
      id,
      depositMinor: 0n,
      scoreHundredths,
    })),
  }
  const close: AnyCommand = { type: 'close', at: null, seedHex: null }
  return decideExample(
    terms,
    [...commands, close].map((command) => () => command),
  ).history
}
const bid = (bidder: string, amountMinor: bigint): AnyCommand => ({
  type: 'submit-bid',
  at: null,
  bidder,
  amountMinor,
  availableMinor: null,
})
const three = [bid('12', 1_000_000n), bid('7', 900_000n), bid('19', 600_000n)]

test('weighted: by what each bid counts as; the price counts as much as the runner-up', () => {
  const ranking = rankSealed(held('sealed-quality-weighted', three))
  expect(ranking?.bids).toEqual([
    {
      paddle: 7,
      amountMinor: 900_000n,
      countsMinor: 1_077_120n,
      weight: { scoreHundredths: 8250, coefficientBp: 1968 },
    },
    {
      paddle: 12,
      amountMinor: 1_000_000n,
      countsMinor: 1_000_000n,
      weight: { scoreHundredths: 6000, coefficientBp: 0 },
    },
    {
      paddle: 19,
      amountMinor: 600_000n,
      countsMinor: 652_500n,
      weight: { scoreHundredths: 7000, coefficientBp: 875 },
    },
  ])
  expect(ranking?.price).toEqual({ minor: 835_562n, countsMinor: 1_000_000n, from: 'runner-up' })
})

test('first price is the winner’s own, second price the runner-up’s; quality plays no part', () => {
  const first = rankSealed(held('sealed-first-price', three))
  expect(first?.bids.map(({ paddle, weight }) => [paddle, weight])).toEqual([
    [12, null],
    [7, null],
    [19, null],
  ])
  expect(first?.price).toEqual({ minor: 1_000_000n, countsMinor: 1_000_000n, from: 'own-bid' })
  const second = rankSealed(held('sealed-second-price', three))
  expect(second?.price).toEqual({ minor: 900_000n, countsMinor: 900_000n, from: 'runner-up' })
})

test('a bid alone pays the reserve, and no bid is no price', () => {
  const alone = rankSealed(held('sealed-second-price', [bid('12', 800_000n)]))
  expect(alone?.price).toEqual({ minor: 500_000n, countsMinor: 500_000n, from: 'reserve' })
  expect(rankSealed(held('sealed-second-price', []))).toEqual({ bids: [], price: null })
})

test('every bid is listed in the order received with what became of it; only those that count are ranked', () => {
  const history = held('sealed-first-price', [
    bid('12', 700_000n),
    bid('7', 900_000n),
    bid('12', 650_000n),
    { type: 'void-bid', at: null, bidder: '12', reason: 'bid.over-limit' },
    { type: 'withdraw-bid', at: null, bidder: '7' },
    bid('19', 600_000n),
    { type: 'strike-bidder', at: null, bidder: '19', bids: [] },
  ])
  expect(listBids(history).map(({ paddle, amountMinor, fate }) => [paddle, amountMinor, fate])).toEqual([
    [12, 700_000n, 'replaced'],
    [7, 900_000n, 'withdrawn'],
    [12, 650_000n, 'counts'],
    [12, null, 'void'],
    [7, null, 'withdrawal'],
    [19, 600_000n, 'struck'],
  ])
  expect(listBids(history)[3]).toMatchObject({ position: 5, reason: 'bid.over-limit' })
  expect(rankSealed(history)?.bids.map(({ paddle }) => paddle)).toEqual([12])
})
