import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AuctionEvent, History } from './auction'
import { eventFromJson } from './json'
import { firstWrongEvent } from './verify'

function stored(name: string): AuctionEvent[] {
  const golden = JSON.parse(readFileSync(new URL(`./histories/${name}.json`, import.meta.url), 'utf8'))
  return golden.events.map(eventFromJson)
}

function wrong(events: readonly AuctionEvent[]) {
  return firstWrongEvent(events as unknown as History)
}

/** The history with the event of this sequence changed. */
function changed(events: readonly AuctionEvent[], sequence: number, change: object): AuctionEvent[] {
  return events.map((event) =>
    event.sequence === sequence ? ({ ...event, ...change } as AuctionEvent) : event,
  )
}

describe('a history is wrong', () => {
  test('when it is empty or does not begin with the opening', () => {
    const events = stored('proxies-resolve')
    expect(wrong([])).toMatchObject({ sequence: 1 })
    expect(wrong(events.slice(1))).toMatchObject({ sequence: 1 })
  })

  test('when its terms could never have been opened', () => {
    const [opened, ...rest] = stored('proxies-resolve') as unknown as History
    const terms = { ...opened.terms, reserveMinor: -1n }
    expect(wrong([{ ...opened, terms }, ...rest])).toEqual({
      sequence: 1,
      expected: 'auction.malformed-terms',
    })
  })

  test('when it opens in a format that is none', () => {
    const [opened, ...rest] = stored('proxies-resolve') as unknown as History
    const terms = { ...opened.terms, format: 'toString' } as unknown as typeof opened.terms
    expect(wrong([{ ...opened, terms }, ...rest])).toEqual({
      sequence: 1,
      expected: 'auction.malformed-terms',
    })
  })

  test('when it opens twice', () => {
    const events = stored('proxies-resolve')
    expect(wrong([events[0] as AuctionEvent, ...events])).toEqual({ sequence: 2, expected: [] })
  })

  test('when a bid is in it that had to be refused, with the reason', () => {
    const events = stored('equal-maxima')
    expect(wrong(changed(events, 4, { maxMinor: 605_000n }))).toEqual({
      sequence: 4,
      expected: 'bid.below-minimum',
    })
    expect(wrong(changed(events, 3, { bidder: 'Z' }))).toMatchObject({ expected: 'bid.unknown-bidder' })
  })

  test('when a bid is missing', () => {
    const events = stored('proxies-resolve')
    expect(wrong(events.filter(({ sequence }) => sequence !== 3))).toMatchObject({ sequence: 3 })
  })

  test('when the winner, the price or the close is another', () => {
    const events = stored('soft-close-chain')
    expect(wrong(changed(events, 11, { winner: 'B' }))).toMatchObject({ sequence: 11 })
    expect(wrong(changed(events, 11, { priceMinor: 1n }))).toMatchObject({ sequence: 11 })
    expect(wrong(changed(events, 5, { closesAt: new Date('2026-11-21T16:03:00Z') }))).toMatchObject({
      sequence: 5,
    })
    expect(wrong(events.filter(({ sequence }) => sequence !== 5))).toMatchObject({ sequence: 5 })
  })

  test('when what only follows from a bid stands alone', () => {
    const events = stored('soft-close-chain')
    expect(wrong(events.filter(({ sequence }) => sequence !== 4))).toMatchObject({
      sequence: 4,
      expected: [],
    })
  })

  test('when a strike leads to other standings', () => {
    const events = stored('bidder-struck')
    expect(wrong(changed(events, 5, { lead: null }))).toMatchObject({ sequence: 5 })
  })

  test('when the one bidder was not allotted the lot', () => {
    expect(wrong(stored('one-bidder').slice(0, 1))).toMatchObject({ sequence: 2 })
  })

  test('when an event carries something it should not', () => {
    expect(wrong(changed(stored('unsold'), 2, { note: 'x' }))).toMatchObject({ sequence: 2 })
  })
})

test('the order of the keys is a matter of storage', () => {
  const reversed = stored('bidder-struck').map(
    (event) => Object.fromEntries(Object.entries(event).reverse()) as unknown as AuctionEvent,
  )
  expect(wrong(reversed)).toBeNull()
})

test('a history without its end is right as far as it goes', () => {
  expect(wrong(stored('outage-extension').slice(0, 4))).toBeNull()
})
