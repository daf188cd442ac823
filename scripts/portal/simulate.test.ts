import { describe, expect, test } from 'vitest'
import { answer } from './answer'
import simulate from './simulate'

const config = { format: 'ascending-clock', lots: [{ id: 'q', reserveMinor: '500000' }] }
const INPUT = { config, bidders: 40, seed: 'round 2', repetitions: 3 }

async function run(input: unknown) {
  const { exitCode, document } = await answer([simulate], ['simulate', 'round'], async () =>
    JSON.stringify(input),
  )
  return { exitCode, ...JSON.parse(JSON.stringify(document)) }
}

describe('simulate round', () => {
  test('reports duration, rounds, extensions, revenue and exposure, and names what it assumed', async () => {
    const report = await run(INPUT)
    expect(report).toMatchObject({
      exitCode: 0,
      format: 'ascending-clock',
      seed: 'round 2',
      bidders: 40,
      model: { medianBp: 30_000 },
      extensions: { max: 0 },
      exposure: { overLimit: 0 },
      outcomes: { sold: 3 },
    })
    expect(report.rounds.max).toBeGreaterThan(1)
    expect(report.duration.actualSeconds.max).toBe(report.rounds.max * 2700 - 900)
    expect(report.revenue.totalMinor.p50).toMatch(/^\d+$/)
    expect(await run(INPUT)).toEqual(report)
  })

  test('takes the whole configuration of a round', async () => {
    const whole = {
      ...config,
      format: 'sealed-quality-weighted',
      open: '2026-11-21T10:00:00.000Z',
      close: '2026-11-21T11:00:00.000Z',
      increments: [{ fromMinor: '0', stepMinor: '500' }],
      softClose: { windowSeconds: 60, extendSeconds: 60, hardEnd: null },
      clock: { roundMinutes: 20, recessMinutes: 0, stepsPerRound: 4 },
      quality: { passHundredths: 6000, cmaxBp: 3500 },
      ties: 'plan-score',
      runnerUp: 'recompute',
    }
    const report = await run({ ...INPUT, config: whole, model: { withdrawBp: 10_000, replaceBp: 0 } })
    expect(report).toMatchObject({
      rounds: null,
      outcomes: { unsold: 3 },
      duration: { scheduledSeconds: 3600 },
    })
  })

  test.each<[string, object, string, string]>([
    ['an unknown key', { hurry: true }, 'input.unknown-key', 'hurry'],
    ['no bidders', { bidders: 0 }, 'input.invalid', 'bidders'],
    ['a format that is none', { config: { ...config, format: 'dutch' } }, 'input.invalid', 'config.format'],
    ['no lots', { config: { ...config, lots: [] } }, 'input.invalid', 'config.lots'],
    [
      'a lot twice',
      { config: { ...config, lots: [config.lots[0], config.lots[0]] } },
      'lot.repeated',
      'config.lots.1.id',
    ],
    [
      'a close before the opening',
      { config: { ...config, close: '2026-01-01T00:00:00Z' } },
      'auction.malformed-terms',
      'config.close',
    ],
    [
      'a table that does not rise',
      { config: { ...config, increments: [{ fromMinor: '5', stepMinor: '1' }] } },
      'auction.malformed-terms',
      'config.increments.0.fromMinor',
    ],
    [
      'a year of work',
      { bidders: 1000, repetitions: 1000, model: { lotsEach: 9 } },
      'simulation.too-large',
      'repetitions',
    ],
  ])('refuses %s', async (_, change, code, path) => {
    const input = { ...INPUT, ...change }
    if (code === 'simulation.too-large')
      input.config = {
        ...config,
        lots: Array.from({ length: 9 }, (_, i) => ({ id: `l${i}`, reserveMinor: '1' })),
      }
    expect(await run(input)).toMatchObject({ exitCode: 2, error: { code, path } })
  })
})
