import { fillAuction } from './fill-auction.mjs'

const ROUNDS = 3
const BIDDERS = 50

/**
 * How long a stranger needs to verify a log of a million entries, beside the bare hashing of it; and what the audit entry
 * of a bid costs, with the sequencer at work beside it, against the same statements without one.
 */
export async function bench(world) {
  console.log(await world.task(['tsx', 'scripts/bench/time-transcript.ts']))
  const { file } = await fillAuction(world, { lots: 100, bidders: BIDDERS, lotsEach: 20 })
  const best = { '--no-audit': 0, '--sequenced': 0 }
  for (let round = 0; round < ROUNDS; round++)
    for (const how of Object.keys(best)) {
      const said = await world.task(['tsx', 'scripts/bench/raw-bids.ts', file, String(world.seconds), how])
      const { perSecond } = JSON.parse(said.split('\n').at(-1))
      best[how] = Math.max(best[how], perSecond)
    }
  const ratio = best['--no-audit'] / best['--sequenced']
  console.log(
    `A bid with its audit entry, the log signed meanwhile: ${best['--sequenced'].toFixed(0)} a second; without: ${best['--no-audit'].toFixed(0)}; ${ratio.toFixed(2)} × (aim ≤ 1.25 ×). Best of ${ROUNDS}, in turn.`,
  )
}
