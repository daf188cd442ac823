import { describe, expect, test } from 'vitest'
import { type AuctionCommand, type AuctionEvent, decide, evolve, open } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import type { OpenAscendingState, OpenAscendingTerms } from '@/engine/formats/open-ascending-terms'
import { logRows } from './log-rows'
import { priceChanges, pricePath } from './price-path'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 19, 15, 0, seconds))
const terms: OpenAscendingTerms = {
  format: 'open-ascending',
  rulesVersion: 1,
  lot: 'lot_1',
  reserveMinor: 800_000n,
  runnerUp: 'own-exit',
  increments: [{ fromMinor: 0n, stepMinor: 50_000n }],
  softClose: { windowSeconds: 60, extendSeconds: 60 },
  opensAt: at(0),
  closesAt: at(3600),
  hardEndsAt: null,
  bidders: ['7', '22', '31'].map((id) => ({ id, depositMinor: 200_000_000n, scoreHundredths: null })),
}

/** The events of an auction that took these commands, one a second. */
function historyOf(commands: readonly ((at: Date) => AuctionCommand)[]): AuctionEvent[] {
  const opened = open(terms, at(0))
  if (isRefusal(opened)) throw new Error(opened.field)
  const history: AuctionEvent[] = [...opened]
  let state = history.reduce<OpenAscendingState>((now, event) => evolve(now, event), {
    terms,
  } as OpenAscendingState)
  for (const [index, command] of commands.entries()) {
    const decision = decide(state, command(at(index + 1)))
    if (isRefusal(decision)) throw new Error(decision.code)
    for (const event of decision) {
      history.push(event)
      state = evolve(state, event)
    }
  }
  return history
}

const bid = (bidder: string, maxMinor: bigint) => (instant: Date) =>
  ({ type: 'place-bid', bidder, maxMinor, at: instant, availableMinor: null }) as AuctionCommand
const history = historyOf([
  bid('7', 1_350_000n),
  bid('22', 1_100_000n),
  bid('22', 1_600_000n),
  bid('22', 1_900_000n),
])
const mine = { paddle: '22', attempts: [] }
const short = (rows: ReturnType<typeof logRows>) =>
  rows.map(({ title, amount, detail }) => [title, amount, detail])

describe('the log of a room', () => {
  test('tells a bidder its own maxima, entries and when a proxy outbid it at once, newest first', () => {
    expect(short(logRows(history, mine))).toEqual([
      ['Your bid', 'max US$19,000.00', 'Accepted, entry 5'],
      ['Price', 'US$14,000.00', 'You lead'],
      ['Your bid', 'max US$16,000.00', 'Accepted, entry 4'],
      ['Paddle 7', 'US$11,500.00', 'By proxy'],
      ['Your bid', 'max US$11,000.00', 'Accepted, entry 3. Outbid at once by a proxy'],
      ['Paddle 7', 'US$8,000.00', ''],
      ['Opened', '', ''],
    ])
  })

  test('tells others prices and paddles, and nobody’s maximum', () => {
    const seen = JSON.stringify(logRows(history, { paddle: '31', attempts: [] }))
    for (const amount of ['13,500.00', '11,000.00', '16,000.00', '19,000.00'])
      expect(seen).not.toContain(amount)
    expect(logRows(history, null)).toHaveLength(4)
  })

  test('has a row for each refusal, with its sentence', () => {
    const refused = {
      id: 'bid_1',
      at: at(2),
      key: 'key-00000',
      receivedAt: at(2),
      form: 'maximum' as const,
      round: null,
      byPhone: false,
      accepted: false,
      maxMinor: 1_125_000n,
      position: 3,
      refusal: 'The least valid maximum is now US$12,500.00.',
      receipt: '',
    }
    const rows = logRows(history, { paddle: '22', attempts: [refused] })
    expect(rows.find(({ kind }) => kind === 'refused')).toMatchObject({
      amount: 'US$11,250.00',
      detail: 'Refused: The least valid maximum is now US$12,500.00.',
    })
  })

  test('tells what moved or stopped the bidding', () => {
    const stopped = historyOf([
      bid('7', 900_000n),
      (instant) => ({ type: 'suspend', at: instant }),
      (instant) => ({ type: 'resume', at: instant }),
      (instant) => ({ type: 'extend', at: instant, closesAt: at(7200) }),
    ])
    expect(short(logRows(stopped, null)).slice(0, 4)).toEqual([
      ['Close moved', '', 'to 17:00:00 UTC: extended'],
      ['Close moved', '', 'to 16:00:01 UTC: the time left was kept'],
      ['Resumed', '', ''],
      ['Suspended', '', ''],
    ])
  })
})

describe('the price path', () => {
  test('has a step for each change of the price and marks where one led', () => {
    expect(priceChanges(history).map(({ priceMinor }) => priceMinor)).toEqual([
      800_000n,
      1_150_000n,
      1_400_000n,
    ])
    expect(pricePath(history, '22').map(({ mine: led }) => led)).toEqual([false, false, true])
  })

  test('of very many steps keeps each nth, one’s own and the last', () => {
    const long = historyOf(
      Array.from({ length: 1000 }, (_, index) =>
        bid(index % 2 ? '7' : '22', 800_000n + BigInt(index) * 100_000n),
      ),
    )
    const path = pricePath(long, null)
    expect(path.length).toBeLessThanOrEqual(301)
    expect(path.at(-1)?.priceMinor).toBe(priceChanges(long).at(-1)?.priceMinor.toString())
  })
})
