import { setImmediate as breathe } from 'node:timers/promises'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { dryRuns } from '@/db/schema/dry-runs'
import { lots } from '@/db/schema/rounds'
import type { Floor } from '@/engine/simulate/auction-floor'
import { reportOn } from '@/engine/simulate/report'
import { holdOnce, type Simulation } from '@/engine/simulate/simulate-round'
import { MalformedRound } from '@/engine/simulate/simulated-round'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { configurationHash, configurationOf } from './configuration'
import { Id } from './input'
import { lockRound } from './lock-round'
import { inputOf, simulationOf } from './simulation-of'

const HOW_MANY = 'Enter a number of bidders from 2 to 200.'

/**
 * Simulates a draft with made-up bidders and keeps the report with the hash of the configuration (R3.4): approval asks
 * for one that was made for exactly what is approved. Refuses with `round.wrong-state`, `round.not-ready`.
 */
export const dryRunRound = operation('round.dry-run', {
  input: z.strictObject({
    roundId: Id,
    bidders: z.number({ error: HOW_MANY }).int(HOW_MANY).min(2, HOW_MANY).max(200, HOW_MANY).default(40),
  }),
  async subject(tx, { roundId }) {
    const round = await lockRound(tx, roundId)
    if (!round) return undefined
    const offered = await tx.select().from(lots).where(eq(lots.roundId, roundId)).orderBy(asc(lots.label))
    return { round, offered, hash: configurationHash(await configurationOf(tx, round)) }
  },
  check({ subject: { round, offered } }) {
    if (round.state !== 'draft') throw refuse('round.wrong-state', { state: round.state })
    if (offered.length === 0) throw refuse('round.not-ready', { reason: 'The round has no lot yet.' })
  },
  async run({ tx, at, actor, input: { roundId, bidders }, subject: { round, offered, hash } }) {
    const simulation = simulationOf(round, offered, bidders, hash)
    const dryRunId = newId('dry', at)
    await tx.insert(dryRuns).values({
      id: dryRunId,
      roundId,
      configHash: hash,
      bidders,
      input: inputOf(simulation),
      report: await simulate(simulation),
      ranBy: actor.kind === 'person' ? actor.userId : '',
      at,
    })
    return {
      result: { dryRunId, roundId, configHash: hash },
      audit: { object: roundId, facts: { dryRunId, configHash: hash, bidders } },
      announce: [topics.round(roundId)],
    }
  },
})

/** Between repetitions the process turns to whatever else it was asked: bids of other rounds do not wait. */
async function simulate(simulation: Simulation) {
  const floors: Floor[] = []
  try {
    for (let repetition = 0; repetition < simulation.repetitions; repetition += 1) {
      floors.push(holdOnce(simulation, repetition))
      await breathe()
    }
  } catch (problem) {
    if (problem instanceof MalformedRound) throw refuse('round.not-ready', { reason: problem.message })
    throw problem
  }
  return reportOn(simulation, floors)
}
