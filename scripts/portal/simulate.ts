import { z } from 'zod'
import { type Simulation, simulateRound } from '@/engine/simulate/simulate-round'
import { MalformedRound, type SimulatedRound } from '@/engine/simulate/simulated-round'
import { STANDARD_MODEL } from '@/engine/simulate/value-model'
import type { Area } from './area'
import { Cents, Id, Instant } from './auctions/input'
import { InputRefused } from './input-refused'

const Share = z.int().min(0).max(10_000)
const Minutes = z.int().min(1).max(1440)

/** Every part of the value model may be left as it is. */
const Model = z
  .strictObject({
    medianBp: z.int().min(1).max(10_000_000),
    sigma: z.number().min(0).max(5),
    lotsEach: z.number().positive().max(1332),
    shortOfLimitBp: Share,
    earlyBp: Share,
    sniperBp: Share,
    replaceBp: Share,
    withdrawBp: Share,
    exitBp: Share,
  })
  .partial()

/** The settings of a round; what is left out is as in a new round. */
const Config = z.strictObject({
  format: z.enum([
    'open-ascending',
    'ascending-clock',
    'sealed-first-price',
    'sealed-second-price',
    'sealed-quality-weighted',
  ]),
  lots: z
    .array(z.strictObject({ id: Id, reserveMinor: Cents }))
    .min(1)
    .max(1332),
  open: Instant.default(new Date('2026-01-01T12:00:00.000Z')),
  close: Instant.optional(),
  increments: z
    .array(z.strictObject({ fromMinor: Cents, stepMinor: Cents }))
    .default([{ fromMinor: 0n, stepMinor: 50_000n }]),
  softClose: z
    .strictObject({
      windowSeconds: z.int().min(0),
      extendSeconds: z.int().min(0),
      hardEnd: Instant.nullable(),
    })
    .default({ windowSeconds: 600, extendSeconds: 600, hardEnd: null }),
  clock: z
    .strictObject({ roundMinutes: Minutes, recessMinutes: z.int().min(0).max(1440), stepsPerRound: Minutes })
    .default({ roundMinutes: 30, recessMinutes: 15, stepsPerRound: 5 }),
  quality: z
    .strictObject({ passHundredths: z.int().min(0).max(9999), cmaxBp: Share })
    .default({ passHundredths: 6000, cmaxBp: 0 }),
  ties: z.enum(['draw', 'plan-score']).default('draw'),
  runnerUp: z.enum(['own-exit', 'recompute']).default('own-exit'),
})

const SimulateInput = z.strictObject({
  config: Config,
  bidders: z.int().min(1).max(1000),
  seed: z.string().min(1).max(200),
  repetitions: z.int().min(1).max(1000).default(25),
  model: Model.default({}),
})
type SimulateInput = z.infer<typeof SimulateInput>

/** Bidders times lots times repetitions: some minutes of work. */
const MOST_PLACES = 1_000_000

/** How a round would go under its settings (R3.4), with bidders that are made up from the seed. */
export default {
  area: 'simulate',
  verbs: {
    round: {
      summary:
        'How long a round takes, what it brings and what bidders stand committed to, with made-up bidders',
      input: SimulateInput,
      run: (input: SimulateInput) => {
        const simulation = simulationOf(input)
        const each = Math.min(simulation.model.lotsEach, input.config.lots.length)
        if (input.bidders * each * input.repetitions > MOST_PLACES)
          throw new InputRefused('simulation.too-large', 'Ask for fewer repetitions.', 'repetitions')
        try {
          return simulateRound(simulation)
        } catch (problem) {
          if (problem instanceof MalformedRound) throw refusalOf(problem)
          throw problem
        }
      },
    },
  },
} satisfies Area

function simulationOf({ config, model, ...rest }: SimulateInput): Simulation {
  const { open, close, lots, ties, softClose, ...settings } = config
  const { hardEnd, ...window } = softClose
  const repeated = lots.findIndex(({ id }, index) => lots.findIndex((lot) => lot.id === id) < index)
  if (repeated >= 0)
    throw new InputRefused('lot.repeated', 'This lot is listed twice.', `config.lots.${repeated}.id`)
  const round: SimulatedRound = {
    ...settings,
    lots: lots.map(({ id, reserveMinor }) => ({ lot: id, reserveMinor })),
    opensAt: open,
    closesAt: close ?? new Date(open.getTime() + 8 * 3_600_000),
    softClose: { ...window, hardEndsAt: hardEnd },
    tieRule: ties === 'draw' ? 'draw' : 'score-then-draw',
  }
  return { ...rest, round, model: { ...STANDARD_MODEL, ...model } }
}

/** Where the engine's settings stand in the document. */
const PLACES: Record<string, string> = { closesAt: 'close', hardEndsAt: 'softClose.hardEnd' }

function refusalOf({ field, message }: MalformedRound): InputRefused {
  return new InputRefused('auction.malformed-terms', message, `config.${PLACES[field] ?? field}`)
}
