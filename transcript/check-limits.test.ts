import { describe, expect, test } from 'vitest'
import { type AnyEvent, type AnyTerms, begin, decide, evolve, open } from '../engine/auction'
import { isRefusal } from '../engine/decision'
import { checkLimits } from './check-limits'
import type { ToldEvent } from './read-entries'

const OPENS = Date.parse('2026-11-21T10:00:00.000Z')
const at = (seconds: number) => new Date(OPENS + seconds * 1000)

/** Bids on lots of one round as they were recorded: `[second, lot, bidder, maximum]`. A limit of US$10,000 each. */
function record(bids: readonly (readonly [number, number, string, bigint])[]) {
  const told = new Map<string, ToldEvent[]>()
  const claims = [0, 1].map((lot) => ({ id: `lot_${lot}`, label: `q${lot}` }) as never)
  let entry = 0
  const add = (lot: string, events: readonly AnyEvent[]) =>
    told.set(lot, [
      ...(told.get(lot) ?? []),
      ...events.map((event) => ({ entry: entry++, attempt: null, json: null, event })),
    ])
  const bidders = ['A', 'B'].map((id) => ({ id, depositMinor: 100_000n, scoreHundredths: null }))
  for (const lot of ['lot_0', 'lot_1']) {
    const terms: AnyTerms = {
      ...{
        format: 'open-ascending',
        rulesVersion: 1,
        lot,
        reserveMinor: 100_000n,
        runnerUp: 'own-exit',
        bidders,
      },
      increments: [{ fromMinor: 0n, stepMinor: 1000n }],
      softClose: { windowSeconds: 0, extendSeconds: 0 },
      ...{ opensAt: at(0), closesAt: at(3600), hardEndsAt: null },
    }
    add(lot, open(terms, at(0)) as readonly AnyEvent[])
  }
  for (const [second, number, bidder, maxMinor] of bids) {
    const lot = `lot_${number}`
    const [opened, ...events] = told.get(lot)!.map(({ event }) => event)
    const state = events.reduce((before, event) => evolve(before, event), begin(opened as never))
    const command = { type: 'place-bid', at: at(second), bidder, maxMinor, availableMinor: null } as const
    const decision = decide<AnyTerms>(state, command)
    if (isRefusal(decision)) throw new Error(decision.code)
    add(lot, decision)
  }
  return checkLimits(told, claims)
}

describe('R7.2 one limit over all names', () => {
  test('what fits, or is outbid elsewhere first, is right', () => {
    expect(
      record([
        [1, 0, 'A', 600_000n],
        [2, 1, 'A', 400_000n],
      ]),
    ).toEqual([])
    expect(
      record([
        [1, 0, 'A', 600_000n],
        [2, 0, 'B', 700_000n],
        [3, 1, 'A', 900_000n],
      ]),
    ).toEqual([])
  })

  test('a bid beyond it is named', () => {
    expect(
      record([
        [1, 0, 'A', 600_000n],
        [2, 1, 'A', 500_000n],
      ]),
    ).toMatchObject([{ entry: 3, label: 'q1', sequence: 2, expected: 'bid.over-limit' }])
    expect(record([[1, 0, 'A', 1_000_001n]])).toMatchObject([{ entry: 2, label: 'q0' }])
  })

  test('of one instant the order across names is not known, so what can be right is not called wrong', () => {
    expect(
      record([
        [1, 0, 'A', 600_000n],
        [2, 1, 'A', 900_000n],
        [2, 0, 'B', 700_000n],
      ]),
    ).toEqual([])
  })
})
