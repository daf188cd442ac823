import { expect, test } from 'vitest'
import type { OpenAscendingState } from './formats/open-ascending-terms'
import { brokenInvariant } from './invariants'

const instant = (minute: number) => new Date(Date.UTC(2026, 10, 21, 10, minute))
const lead = { leader: 'A', leaderMaxMinor: 300n, second: 'B', secondMaxMinor: 200n, priceMinor: 205n }
const state: OpenAscendingState = {
  format: 'open-ascending',
  terms: {
    format: 'open-ascending',
    rulesVersion: 1,
    lot: 'q7',
    reserveMinor: 100n,
    runnerUp: 'own-exit',
    bidders: [],
    opensAt: instant(0),
    closesAt: instant(10),
    hardEndsAt: null,
    increments: [{ fromMinor: 0n, stepMinor: 5n }],
    softClose: { windowSeconds: 60, extendSeconds: 60 },
  },
  phase: 'open',
  sequence: 3,
  bids: 2,
  extensions: 0,
  lead,
  suspendedAt: null,
  struck: [],
  opensAt: instant(0),
  closesAt: instant(10),
  hardEndsAt: instant(20),
}

test('a sound state breaks none', () => {
  expect(brokenInvariant(state)).toBeUndefined()
  expect(brokenInvariant({ ...state, lead: null, hardEndsAt: null })).toBeUndefined()
})

test.each<[string, Partial<OpenAscendingState>]>([
  ['never below the reserve', { lead: { ...lead, priceMinor: 99n, second: null, secondMaxMinor: null } }],
  ['never above the leader’s maximum', { lead: { ...lead, priceMinor: 301n } }],
  ['maximum is the highest', { lead: { ...lead, secondMaxMinor: 301n } }],
  ['another bidder', { lead: { ...lead, second: 'A' } }],
  ['above the price', { lead: { ...lead, secondMaxMinor: 206n } }],
  ['neither leads', { struck: ['B'] }],
  ['neither leads', { struck: ['A'] }],
  ['after the opening', { closesAt: instant(0) }],
  ['not after the hard end', { closesAt: instant(21) }],
  ['only moves to later', { closesAt: instant(9) }],
])('it says what is broken: %s', (sentence, broken) => {
  expect(brokenInvariant({ ...state, ...broken })).toContain(sentence)
})
