import { describe, expect, test } from 'vitest'
import { answer } from './answer'
import auction from './auction'

const OPEN_ASCENDING = {
  format: 'open-ascending',
  lot: { id: 'q', reserveMinor: '10000' },
  bidders: [
    { id: 'A', depositMinor: '200000000' },
    { id: 'B', depositMinor: '5000' },
  ],
  open: '2026-11-21T10:00:00.000Z',
  close: '2026-11-21T11:00:00.000Z',
  increments: [{ fromMinor: '0', stepMinor: '500' }],
  softClose: { windowSeconds: 300, extendSeconds: 300, hardEnd: null },
  bids: [
    { at: '2026-11-21T10:00:00.000Z', bidder: 'A', maxMinor: '20000' },
    { at: '2026-11-21T10:01:00.000Z', bidder: 'B', maxMinor: '60000' },
    { at: '2026-11-21T10:58:00.000Z', bidder: 'B', maxMinor: '15000' },
    { at: '2026-11-21T10:58:00.000Z', bidder: 'B', maxMinor: '15.00' },
  ],
}

/** The document as the command line prints it, and its exit code. */
async function decide(input: unknown) {
  const given = async () => JSON.stringify(input)
  const { exitCode, document } = await answer([auction], ['auction', 'decide'], given)
  const printed = JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  return { exitCode, ...JSON.parse(printed) }
}

describe('auction decide, open ascending', () => {
  test('tells who won, at what price, who is next, and why bids were refused', async () => {
    const { events, ...outcome } = await decide(OPEN_ASCENDING)
    expect(outcome).toEqual({
      exitCode: 0,
      status: 'sold',
      winner: 'A',
      priceMinor: '15500',
      tieDrawn: false,
      order: [
        { bidder: 'A', amountMinor: '15500' },
        { bidder: 'B', amountMinor: '15000' },
      ],
      refusals: [
        { index: 1, code: 'bid.over-limit' },
        { index: 3, code: 'bid.malformed-amount' },
      ],
      closedAt: '2026-11-21T11:03:00.000Z',
      ifDefault: {
        'own-exit': { bidder: 'B', priceMinor: '15000' },
        recompute: { bidder: 'B', priceMinor: '10000' },
      },
    })
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      'auction-opened',
      'bid-accepted',
      'bid-accepted',
      'close-moved',
      'auction-closed',
    ])
  })

  test('allots to a single bidder at the reserve, whatever it bid', async () => {
    const single = { ...OPEN_ASCENDING, bidders: OPEN_ASCENDING.bidders.slice(0, 1) }
    expect(await decide(single)).toMatchObject({
      status: 'allotted',
      winner: 'A',
      priceMinor: '10000',
      refusals: [],
      closedAt: null,
    })
  })

  test('without a bid the lot is unsold', async () => {
    expect(await decide({ ...OPEN_ASCENDING, bids: [] })).toMatchObject({
      status: 'unsold',
      winner: null,
      order: [],
    })
  })
})

const SEED = 'ab'.repeat(32)
const lot = { id: 'q', reserveMinor: '10000' }
const bidders = ['A', 'B', 'C'].map((id) => ({ id, depositMinor: '200000000' }))
const clock = {
  format: 'ascending-clock',
  lot: { id: 'q', reserveMinor: '0' },
  bidders,
  tie: { seedHex: SEED },
  runnerUp: 'recompute',
  rounds: [
    { startMinor: '0', endMinor: '25000000' },
    { startMinor: '25000000', endMinor: '50000000' },
    { startMinor: '50000000', endMinor: '75000000' },
  ],
  bids: [
    { round: 2, bidder: 'C', amountMinor: '30000000' },
    { round: 1, bidder: 'A', amountMinor: '80000000' },
    { round: 1, bidder: 'B', amountMinor: '60000000' },
    { round: 1, bidder: 'C', amountMinor: '25000000' },
    { round: 3, bidder: 'C', amountMinor: '75000000' },
    { round: 4, bidder: 'B', amountMinor: '99000000' },
  ],
}

describe('auction decide, the other formats', () => {
  test('an ascending clock stops by itself; later bids are closed', async () => {
    expect(await decide(clock)).toMatchObject({
      status: 'sold',
      winner: 'A',
      priceMinor: '60000000',
      tieDrawn: false,
      order: [
        { bidder: 'A', amountMinor: '80000000' },
        { bidder: 'B', amountMinor: '60000000' },
        { bidder: 'C', amountMinor: '30000000' },
      ],
      refusals: [
        { index: 4, code: 'bid.exited' },
        { index: 5, code: 'bid.closed' },
      ],
      closedAt: null,
      ifDefault: {
        'own-exit': { bidder: 'B', priceMinor: '60000000' },
        recompute: { bidder: 'B', priceMinor: '30000000' },
      },
    })
  })

  test('a clock whose rounds run out with several in is still open', async () => {
    expect(await decide({ ...clock, rounds: clock.rounds.slice(0, 2) })).toMatchObject({
      status: 'open',
      winner: null,
      refusals: [
        { index: 4, code: 'bid.not-open' },
        { index: 5, code: 'bid.not-open' },
      ],
    })
  })

  test.each([
    ['sealed-first-price', '30000'],
    ['sealed-second-price', '20000'],
  ])('%s', async (format, priceMinor) => {
    const bids = [
      { bidder: 'A', amountMinor: '30000' },
      { bidder: 'B', amountMinor: '20000' },
      { bidder: 'C', amountMinor: '90000' },
      { bidder: 'C', withdraw: true },
      { bidder: 'B', amountMinor: '9999' },
      { bidder: 'B', amountMinor: '1,000' },
    ]
    expect(await decide({ format, lot, bidders, bids })).toMatchObject({
      status: 'sold',
      winner: 'A',
      priceMinor,
      refusals: [
        { index: 4, code: 'bid.below-reserve' },
        { index: 5, code: 'bid.malformed-amount' },
      ],
    })
  })

  test('sealed-quality-weighted: the better plan wins with the lower bid, at the least price that does', async () => {
    const scored = bidders.map((bidder, index) => ({
      ...bidder,
      scoreHundredths: [8_250, 6_000, 6_000][index],
    }))
    const bids = [
      { bidder: 'A', amountMinor: '50000' },
      { bidder: 'B', amountMinor: '55000' },
    ]
    const weighted = { format: 'sealed-quality-weighted', quality: { passHundredths: 6_000, cmaxBp: 3_500 } }
    expect(await decide({ ...weighted, lot, bidders: scored, bids })).toMatchObject({
      winner: 'A',
      priceMinor: '45956',
    })
  })

  test('equal highest bids are drawn for, and cannot be without the seed', async () => {
    const bids = ['A', 'B'].map((bidder) => ({ bidder, amountMinor: '30000' }))
    const equal = { format: 'sealed-first-price', lot, bidders, bids }
    expect(await decide({ ...equal, tie: { seedHex: SEED } })).toMatchObject({
      status: 'sold',
      tieDrawn: true,
    })
    expect(await decide(equal)).toMatchObject({
      exitCode: 2,
      error: { code: 'tie.seed-missing', path: 'tie.seedHex' },
    })
  })

  test('rounds whose prices fall are refused with their place', async () => {
    const rounds = [clock.rounds[0], clock.rounds[0]]
    expect(await decide({ ...clock, rounds })).toMatchObject({
      exitCode: 2,
      error: { code: 'round.malformed-prices', path: 'rounds.1' },
    })
  })
})

describe('auction decide refuses', () => {
  const [first] = OPEN_ASCENDING.bids
  test.each<[string, object, string, string]>([
    ['an unknown key', { hurry: true }, 'input.unknown-key', 'hurry'],
    ['money that is a number', { lot: { id: 'q', reserveMinor: 1 } }, 'input.invalid', 'lot.reserveMinor'],
    ['an instant without zone', { open: '2026-11-21T10:00:00' }, 'input.invalid', 'open'],
    [
      'a bid without an amount',
      { bids: [{ ...first, maxMinor: undefined }] },
      'input.invalid',
      'bids.0.maxMinor',
    ],
    ['an id that would blur the draw', { lot: { id: 'q|7', reserveMinor: '1' } }, 'input.invalid', 'lot.id'],
    ['a close before the opening', { close: OPEN_ASCENDING.open }, 'auction.malformed-terms', 'close'],
    ['a table without rows', { increments: [] }, 'auction.malformed-terms', 'increments'],
    [
      'the same bidder twice',
      { bidders: [OPEN_ASCENDING.bidders[0], OPEN_ASCENDING.bidders[0]] },
      'auction.malformed-terms',
      'bidders.1.id',
    ],
    ['an unknown format', { format: 'dutch' }, 'input.invalid', 'format'],
  ])('%s', async (_, change, code, path) => {
    const refused = await decide({ ...OPEN_ASCENDING, ...change })
    expect(refused).toMatchObject({ exitCode: 2, error: { code, path } })
    expect(refused.error.message).toMatch(/^[A-Z“].*\.$/)
  })
})
