import { describe, expect, test } from 'vitest'
import { type AnyTerms, type CommandOf, decide, evolve, type History, open, outcome, replay } from './auction'
import { isRefusal } from './decision'
import { nextRound } from './formats/ascending-clock'
import type { ClockSchedule, ClockTerms } from './formats/ascending-clock-terms'
import { barredFromBidding, type SealedTerms } from './formats/sealed-bids'
import { firstWrongEvent } from './verify'

/** Formats whose timetable is part of the terms: what the server holds, and a replay bears out. */
const SEED = 'ab'.repeat(32)
const at = (second: number) => new Date(Date.UTC(2031, 2, 3) + second * 1000)
const bidders = ['A', 'B', 'C'].map((id) => ({ id, depositMinor: 0n, scoreHundredths: null }))
const common = {
  rulesVersion: 1,
  lot: 'q7',
  reserveMinor: 100n,
  runnerUp: 'own-exit',
  tieRule: 'draw',
  bidders,
} as const
const sealedTerms: SealedTerms = {
  ...common,
  format: 'sealed-second-price',
  quality: null,
  opensAt: at(0),
  closesAt: at(100),
}
const schedule: ClockSchedule = {
  opensAt: at(0),
  roundSeconds: 60,
  recessSeconds: 30,
  stepsPerRound: 2,
  increments: [
    { fromMinor: 0n, stepMinor: 10n },
    { fromMinor: 120n, stepMinor: 25n },
  ],
}
const clockTerms: ClockTerms = { ...common, format: 'ascending-clock', schedule }

function hold<T extends AnyTerms>(terms: T, opened: Date) {
  const begun = open<AnyTerms>(terms, opened)
  if (isRefusal(begun)) throw new Error(begun.field)
  let history: History<AnyTerms> = begun
  let state = replay<AnyTerms>(history)
  const act = (command: CommandOf<AnyTerms>) => {
    const decision = decide<AnyTerms>(state, command)
    if (isRefusal(decision)) return decision.code
    history = [...history, ...decision]
    for (const event of decision) state = evolve(state, event)
    expect(replay<AnyTerms>(history)).toEqual(state)
    expect(firstWrongEvent(history)).toBeNull()
    return 'done'
  }
  return { act, history: () => history, state: () => state }
}

const clockState = (auction: ReturnType<typeof hold>) => {
  const state = auction.state()
  if (state.format !== 'ascending-clock') throw new Error('This is no clock.')
  return state
}

describe('sealed bids', () => {
  const bid = (second: number, bidder = 'A', amountMinor = 500n) =>
    ({ type: 'submit-bid', at: at(second), bidder, amountMinor, availableMinor: null }) as const

  test('count from the opening to the close, half-open; the end is the close, whenever it is recorded', () => {
    const { act, history } = hold(sealedTerms, at(0))
    expect(act(bid(-1))).toBe('bid.not-open')
    expect(act(bid(0))).toBe('done')
    expect(act({ type: 'close', at: at(99), seedHex: SEED })).toBe('auction.not-due')
    expect(act(bid(100))).toBe('bid.closed')
    expect(act({ type: 'withdraw-bid', at: at(100), bidder: 'A' })).toBe('bid.closed')
    expect(act({ type: 'close', at: at(130), seedHex: SEED })).toBe('done')
    expect(outcome(history())).toMatchObject({
      status: 'sold',
      winner: 'A',
      priceMinor: 100n,
      closedAt: at(100),
    })
  })

  test('a suspension keeps the time that was left, an extension gives more', () => {
    const { act, state } = hold(sealedTerms, at(0))
    expect(act({ type: 'suspend', at: at(40) })).toBe('done')
    expect(act(bid(50))).toBe('bid.suspended')
    expect(act({ type: 'close', at: at(200), seedHex: SEED })).toBe('auction.suspended')
    expect(act({ type: 'resume', at: at(300) })).toBe('done')
    expect(state().closesAt).toEqual(at(360))
    expect(act({ type: 'extend', at: at(310), closesAt: at(350) })).toBe('auction.not-later')
    expect(act({ type: 'extend', at: at(310), closesAt: at(400) })).toBe('done')
    expect(act(bid(399))).toBe('done')
    expect(act({ type: 'cancel', at: at(399) })).toBe('done')
    expect(act({ type: 'void-bid', at: at(399), bidder: 'A', reason: 'late' })).toBe('auction.closed')
  })

  test('a box that does not count leaves an event with its reason, and the earlier bid standing', () => {
    const { act, history } = hold(sealedTerms, at(0))
    expect(act(bid(1))).toBe('done')
    expect(act({ type: 'void-bid', at: at(2), bidder: 'A', reason: 'unreadable' })).toBe('done')
    expect(act({ type: 'void-bid', at: at(2), bidder: 'Z', reason: 'unreadable' })).toBe('bidder.unknown')
    expect(act({ type: 'strike-bidder', at: at(3), bidder: 'B' })).toBe('done')
    expect(act(bid(4, 'B'))).toBe('bid.struck')
    expect(act({ type: 'close', at: at(100), seedHex: SEED })).toBe('done')
    expect(outcome(history())).toMatchObject({ winner: 'A' })
  })

  test('whether a bid may come in now is asked without its amount', () => {
    const { act, state } = hold(sealedTerms, at(0))
    const barred = (bidder: string, second: number) => {
      const now = state()
      if (now.format !== 'sealed-second-price') throw new Error('This is not sealed.')
      return barredFromBidding(now, bidder, at(second))?.code
    }
    expect(barred('A', 99)).toBeUndefined()
    expect(barred('A', 100)).toBe('bid.closed')
    expect(barred('Z', 1)).toBe('bid.unknown-bidder')
    act({ type: 'strike-bidder', at: at(1), bidder: 'A' })
    expect(barred('A', 2)).toBe('bid.struck')
  })

  test('are held under no timetable that is out of order', () => {
    for (const closesAt of [at(0), at(-1), undefined])
      expect(open({ ...sealedTerms, ...{ closesAt: closesAt as Date } }, at(0))).toMatchObject({
        field: 'closesAt',
      })
  })
})

describe('a clock', () => {
  const bid = (second: number, round: number, bidder: string, amountMinor: bigint) =>
    ({ type: 'bid-in-round', at: at(second), round, bidder, amountMinor, availableMinor: null }) as const
  const opening = (second: number, startMinor: bigint, endMinor: bigint) =>
    ({ type: 'open-round', at: at(second), startMinor, endMinor }) as const

  test('rises by the schedule alone, and every stretch has its whole length from where it began', () => {
    const auction = hold(clockTerms, at(0))
    const { act } = auction
    expect(act(opening(-1, 100n, 120n))).toBe('auction.not-due')
    expect(act(opening(0, 100n, 125n))).toBe('round.malformed-prices')
    expect(act(opening(5, 100n, 120n))).toBe('done')
    expect(auction.state().closesAt).toEqual(at(65))
    for (const bidder of ['A', 'B']) expect(act(bid(64, 1, bidder, 120n))).toBe('done')
    expect(act(bid(65, 1, 'C', 120n))).toBe('bid.closed')
    expect(act({ type: 'end-round', at: at(64) })).toBe('auction.not-due')
    expect(act({ type: 'end-round', at: at(70) })).toBe('done')
    expect(auction.state().closesAt).toEqual(at(100))
    expect(nextRound(clockState(auction))).toEqual({ startMinor: 120n, endMinor: 170n })
    expect(clockState(auction).announced).toBe(3)
    expect(act(opening(99, 120n, 170n))).toBe('auction.not-due')
    expect(act(opening(100, 120n, 170n))).toBe('done')
    expect(act(bid(120, 2, 'A', 170n))).toBe('done')
    expect(act({ type: 'end-round', at: at(160) })).toBe('done')
    expect(nextRound(clockState(auction))).toBeUndefined()
    expect(act({ type: 'close', at: at(161), seedHex: SEED })).toBe('done')
    expect(outcome(auction.history())).toMatchObject({ winner: 'A', priceMinor: 120n, closedAt: at(160) })
  })

  test('suspended within a round or a recess it keeps what was left, and extended it has more', () => {
    const auction = hold(clockTerms, at(0))
    const { act } = auction
    act(opening(0, 100n, 120n))
    expect(act({ type: 'suspend', at: at(10) })).toBe('done')
    expect(act(bid(20, 1, 'A', 120n))).toBe('bid.suspended')
    expect(act({ type: 'end-round', at: at(90) })).toBe('auction.suspended')
    expect(act({ type: 'resume', at: at(110) })).toBe('done')
    expect(auction.state().closesAt).toEqual(at(160))
    expect(act({ type: 'extend', at: at(120), closesAt: at(200) })).toBe('done')
    for (const bidder of ['A', 'B']) expect(act(bid(199, 1, bidder, 120n))).toBe('done')
    expect(act({ type: 'end-round', at: at(200) })).toBe('done')
    expect(act({ type: 'suspend', at: at(210) })).toBe('done')
    expect(act(opening(300, 120n, 170n))).toBe('auction.suspended')
    expect(act({ type: 'strike-bidder', at: at(300), bidder: 'B' })).toBe('done')
    expect(act({ type: 'close', at: at(300), seedHex: SEED })).toBe('auction.suspended')
    expect(act({ type: 'resume', at: at(310) })).toBe('done')
    expect(auction.state().closesAt).toEqual(at(330))
    expect(act({ type: 'close', at: at(330), seedHex: SEED })).toBe('done')
    expect(outcome(auction.history())).toMatchObject({ winner: 'A' })
  })

  test('is held under no schedule that cannot go on', () => {
    const wrong: [Partial<ClockSchedule>, string][] = [
      [{ roundSeconds: 0 }, 'schedule.roundSeconds'],
      [{ recessSeconds: -1 }, 'schedule.recessSeconds'],
      [{ stepsPerRound: 0.5 }, 'schedule.stepsPerRound'],
      [{ increments: [] }, 'schedule.increments'],
    ]
    for (const [change, field] of wrong)
      expect(open({ ...clockTerms, schedule: { ...schedule, ...change } }, at(0))).toMatchObject({ field })
  })
})

test('without a timetable there is nothing to suspend', () => {
  const { schedule: _, ...terms } = clockTerms
  const { act, state } = hold<ClockTerms>(terms, at(0))
  expect(act({ type: 'suspend', at: at(1) })).toBe('auction.wrong-command')
  const now = state()
  expect(now.format === 'ascending-clock' && nextRound(now)).toBeUndefined()
})
