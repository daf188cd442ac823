import { z } from 'zod'
import type { Tx } from '@/db/client'
import { makeAwards } from '@/domain/awards/make-awards'
import { moveLabels } from '@/domain/labels/move-labels'
import { type Lot, lockLotsOf } from '@/domain/lots/lock-lot'
import { settleLots } from '@/domain/lots/settle-lots'
import { lettersOfResult } from '@/domain/results/letters'
import { type Replay, replayLot } from '@/domain/results/replay-lot'
import { saveResults } from '@/domain/results/save-results'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { lockRound, type Round } from './lock-round'
import { moveRound } from './move-round'

type Settled = { lot: Lot; replay: Replay }
type Subject = { round: Round; settled: Settled[] }

/**
 * Makes a closed round final: replays the events of every lot, compares them with the tables (R9.4), and only when all
 * are equal writes the results, makes the awards, moves the labels and lets the letters go (R3.3, R10.1). Two people
 * (R16.3).
 * Refuses with `round.wrong-state`, and `round.not-ready` naming the first lot that differs.
 */
export const finaliseRound = operation('round.finalise', {
  input: z.strictObject({ roundId: z.string().max(60) }),
  subject: (tx, { roundId }) => replayRound(tx, roundId),
  check({ subject: { round, settled } }) {
    if (round.state !== 'closed') throw refuse('round.wrong-state', { state: round.state })
    const open = settled.find(({ lot }) => lot.state !== 'closed')
    if (open) throw refuse('round.not-ready', { reason: `${open.lot.label}.org is ${open.lot.state}.` })
    const wrong = settled.find(({ replay }) => replay.difference)
    if (wrong)
      throw refuse('round.not-ready', { reason: `${wrong.lot.label}.org: ${wrong.replay.difference}` })
  },
  secondPerson: (_input, { round, settled }) => ({
    object: round.id,
    summary: `Make round ${round.number} final: ${settled.length} lots, results public, letters sent`,
    typed: `round ${round.number}`,
    changes: settled.map(({ lot, replay }) => ({
      what: `${lot.label}.org`,
      before: 'closed',
      after: inWords(replay),
    })),
    fingerprint: settled.map(({ lot, replay }) => [lot.id, replay.eventsHash]),
  }),
  async run({ tx, at, subject: { round, settled } }) {
    const won = settled.filter(({ replay }) => replay.winnerApplicationId !== null)
    const unsold = settled.filter(({ replay }) => replay.outcome === 'unsold')
    const labelsOf = (some: readonly Settled[]) => some.map(({ lot }) => lot.label)
    await moveRound(tx, { roundId: round.id, from: 'closed', to: 'final', at })
    await saveResults(tx, round.id, settled, at)
    await settleLots(tx, round.id)
    const awards = await makeAwards(tx, round, won.flatMap(offerOf), at)
    const where = { at, roundId: round.id }
    await moveLabels(tx, labelsOf(won), { ...where, to: 'awarded', note: `Awarded in round ${round.number}` })
    await moveLabels(tx, labelsOf(unsold), {
      ...where,
      to: 'released',
      note: `No bid in round ${round.number}, so the name went back to released (R7.4)`,
    })
    return {
      result: { roundId: round.id, awarded: won.length },
      audit: {
        object: round.id,
        facts: { lots: settled.map(({ lot, replay }) => [lot.label, replay.outcome, replay.eventsHash]) },
      },
      letters: await lettersOfResult(tx, round, settled, awards),
      announce: [topics.round(round.id), ...settled.map(({ lot }) => topics.lot(lot.id))],
    }
  },
})

async function replayRound(tx: Tx, roundId: string): Promise<Subject | undefined> {
  const round = await lockRound(tx, roundId)
  if (!round) return undefined
  const settled: Settled[] = []
  for (const lot of await lockLotsOf(tx, roundId, ['waiting', 'open', 'closed']))
    settled.push({ lot, replay: await replayLot(tx, lot) })
  return { round, settled }
}

/** What is sold or allotted is offered to its winner at the price of the result. */
function offerOf({ lot, replay: { winnerApplicationId, priceMinor } }: Settled) {
  if (winnerApplicationId === null || priceMinor === null) return []
  return [{ lotId: lot.id, label: lot.label, applicationId: winnerApplicationId, rank: 0, priceMinor }]
}

function inWords({ outcome, priceMinor }: Replay): string {
  if (priceMinor === null) return outcome === 'returned' ? 'returned, nobody qualified' : 'unsold'
  return `${outcome} at ${formatMoney(priceMinor)}`
}
