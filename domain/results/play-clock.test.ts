import { expect, test } from 'vitest'
import { decideExample } from '@/domain/rounds/decide-example'
import type { AnyCommand } from '@/engine/auction'
import type { ClockTerms } from '@/engine/formats/ascending-clock-terms'
import { listBids } from './list-bids'
import { playClock } from './play-clock'
import { rankSealed } from './rank-sealed'

const terms: ClockTerms = {
  format: 'ascending-clock',
  rulesVersion: 1,
  lot: 'q7',
  reserveMinor: 500_000n,
  runnerUp: 'recompute',
  tieRule: 'draw',
  bidders: ['5', '8', '13', '21'].map((id) => ({ id, depositMinor: 0n, scoreHundredths: null })),
}
const open = (startMinor: bigint, endMinor: bigint): AnyCommand => ({
  type: 'open-round',
  at: null,
  startMinor,
  endMinor,
})
const end: AnyCommand = { type: 'end-round', at: null }
const bid = (round: number, bidder: string, amountMinor: bigint): AnyCommand => ({
  type: 'bid-in-round',
  at: null,
  round,
  bidder,
  amountMinor,
  availableMinor: null,
})

/** 21 says nothing and leaves at the start; 13 leaves below the end; 8 stays by its proxy, 5 beyond it. */
const { history } = decideExample(
  terms,
  [
    open(500_000n, 600_000n),
    bid(1, '13', 540_000n),
    bid(1, '5', 610_000n),
    bid(1, '5', 900_000n),
    bid(1, '8', 650_000n),
    end,
    open(600_000n, 700_000n),
    end,
    { type: 'close', at: null, seedHex: null } as AnyCommand,
  ].map((command) => () => command),
)

test('each round has its prices, how many were in before and after it, and who left where', () => {
  const nothing = { openedAt: null, endedAt: null }
  expect(playClock(history)).toEqual([
    {
      ...nothing,
      round: 1,
      startMinor: 500_000n,
      endMinor: 600_000n,
      began: 4,
      remaining: 2,
      bids: 4,
      exits: [
        { paddle: 21, minor: 500_000n },
        { paddle: 13, minor: 540_000n },
      ],
    },
    {
      ...nothing,
      round: 2,
      startMinor: 600_000n,
      endMinor: 700_000n,
      began: 2,
      remaining: 1,
      bids: 0,
      exits: [{ paddle: 8, minor: 650_000n }],
    },
  ])
})

test('of two bids in one round the first is replaced', () => {
  expect(listBids(history).map(({ paddle, round, fate }) => [paddle, round, fate])).toEqual([
    [13, 1, 'counts'],
    [5, 1, 'replaced'],
    [5, 1, 'counts'],
    [8, 1, 'counts'],
  ])
})

test('a clock ranks no sealed bids', () => {
  expect(rankSealed(history)).toBeUndefined()
})
