import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnyTerms, type History, replay } from '../auction'
import { brokenInvariant } from '../invariants'
import { firstWrongEvent } from '../verify'
import { holdOnce, type Simulation, simulateRound } from './simulate-round'
import { MalformedRound, type SimulatedRound } from './simulated-round'
import { STANDARD_MODEL } from './value-model'

const FORMATS = [
  'open-ascending',
  'ascending-clock',
  'sealed-first-price',
  'sealed-second-price',
  'sealed-quality-weighted',
] as const

const opensAt = new Date('2026-11-21T10:00:00.000Z')

function simulation(
  format: AnyTerms['format'],
  wanted: Partial<Simulation> & { lots?: number } = {},
): Simulation {
  const { lots = 3, ...rest } = wanted
  const round: SimulatedRound = {
    format,
    lots: Array.from({ length: lots }, (_, index) => ({ lot: `lot-${index}`, reserveMinor: 500_000n })),
    opensAt,
    closesAt: new Date(opensAt.getTime() + 8 * 3_600_000),
    increments: [
      { fromMinor: 0n, stepMinor: 50_000n },
      { fromMinor: 2_500_000n, stepMinor: 100_000n },
    ],
    softClose: { windowSeconds: 600, extendSeconds: 600, hardEndsAt: null },
    clock: { roundMinutes: 20, recessMinutes: 10, stepsPerRound: 5 },
    quality: { passHundredths: 6000, cmaxBp: 3500 },
    tieRule: 'draw',
    runnerUp: 'own-exit',
  }
  return { round, bidders: 12, seed: 'a', repetitions: 3, model: STANDARD_MODEL, ...rest }
}

describe.each(FORMATS)('%s', (format) => {
  test('the same seed gives the same report, another gives another', () => {
    const once = simulateRound(simulation(format))
    expect(simulateRound(simulation(format))).toEqual(once)
    expect(simulateRound(simulation(format, { seed: 'b' })).revenue).not.toEqual(once.revenue)
  })

  test('every lot is over, is what its history replays to, and no event is wrong', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 5 }),
        (seed, bidders, lots) => {
          const floor = holdOnce(simulation(format, { seed, bidders, lots }), 0)
          for (const held of floor.lots) {
            const history = held.history as unknown as History<AnyTerms>
            expect(['closed', 'allotted']).toContain(held.state.phase)
            expect(replay(history)).toEqual(held.state)
            expect(firstWrongEvent(history)).toBeNull()
            expect(brokenInvariant(held.state)).toBeUndefined()
          }
          expect(floor.lots.length + floor.returned.length).toBe(lots)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('nobody is ever over its limit by a bid of its own', () => {
    const model = { ...STANDARD_MODEL, shortOfLimitBp: 10_000 }
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 15 }), (seed, bidders) => {
        const { accounts } = holdOnce(simulation(format, { seed, bidders, model }), 0)
        for (const { highestMinor, unaskedMinor, limitMinor } of accounts.values())
          expect(limitMinor === null || highestMinor - unaskedMinor <= limitMinor).toBe(true)
      }),
      { numRuns: 40 },
    )
    const { exposure, refusals } = simulateRound(simulation(format, { model }))
    expect(exposure.overLimit).toBe(0)
    expect(exposure.atLimitBp).toBeGreaterThan(0)
    expect(refusals['bid.over-limit']).toBeGreaterThan(0)
  })

  test('a round whose terms are malformed is named, not simulated', () => {
    const { round, ...rest } = simulation(format)
    const lots = [{ lot: 'a', reserveMinor: -1n }]
    expect(() => simulateRound({ ...rest, round: { ...round, lots } })).toThrow(MalformedRound)
  })
})

test('snipers move the close; the hard end stops it', () => {
  const model = { ...STANDARD_MODEL, earlyBp: 0, sniperBp: 10_000 }
  const free = simulation('open-ascending', { model })
  const moved = simulateRound(free)
  expect(moved.extensions.max).toBeGreaterThan(1)
  expect(moved.duration.actualSeconds.max).toBeGreaterThan(8 * 3600)
  const softClose = { ...free.round.softClose, hardEndsAt: free.round.closesAt }
  const { duration } = simulateRound({ ...free, round: { ...free.round, softClose } })
  expect(duration).toMatchObject({ scheduledSeconds: 8 * 3600, actualSeconds: { max: 8 * 3600 } })
})

test('a clock with steps of one cent is reported as unfinished', () => {
  const { round, ...rest } = simulation('ascending-clock', { repetitions: 1 })
  const increments = [{ fromMinor: 0n, stepMinor: 1n }]
  const { outcomes, rounds } = simulateRound({ ...rest, round: { ...round, increments } })
  expect(outcomes.unfinished).toBeGreaterThan(0)
  expect(rounds?.max).toBe(1000)
})

test('nobody comes: every lot returns, and nothing is paid', () => {
  const report = simulateRound(simulation('sealed-second-price', { bidders: 0 }))
  expect(report.outcomes.returned).toBe(9)
  expect(report.revenue.totalMinor.max).toBe('0')
})
