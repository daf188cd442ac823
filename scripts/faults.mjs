/**
 * `npm run faults`: breaks things while people bid over HTTP, on two webs and two workers of its own, and lets an
 * independent auditor count what was lost. `npm run faults -- kill-web close-race` runs these alone, `-- --short` all of
 * them in about a minute.
 */

import { loadavg } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddedEnvironment } from './database/secrets.mjs'
import { askedToStop, ensureRuntime } from './processes/runtime.mjs'
import { build, isBuilt } from './start/build-when-changed.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(2)
const short = words.includes('--short')

const faults = {
  'same-key': () => import('./faults/same-key.mjs'),
  'two-webs': () => import('./faults/two-webs.mjs'),
  'small-pool': () => import('./faults/small-pool.mjs'),
  limits: () => import('./faults/limits.mjs'),
  overload: () => import('./faults/overload.mjs'),
  'close-race': () => import('./faults/close-race.mjs'),
  'private-race': () => import('./faults/private-race.mjs'),
  'lost-reply': () => import('./faults/lost-reply.mjs'),
  'kill-web': () => import('./faults/kill-web.mjs'),
  'kill-postgres': () => import('./faults/kill-postgres.mjs'),
  'kill-worker': () => import('./faults/kill-worker.mjs'),
  'kill-final': () => import('./faults/kill-final.mjs'),
}

async function main() {
  const asked = words.filter((word) => word !== '--short')
  const unknown = asked.find((word) => !Object.hasOwn(faults, word))
  if (unknown) {
    console.error(`There is no fault ${unknown}: ${Object.keys(faults).join(', ')}.`)
    return 2
  }
  await ensureRuntime(root)
  if (!isBuilt(root)) {
    console.log('Building …')
    const built = await build(root, embeddedEnvironment(root, ''))
    if (!built.ok) throw new Error(`The build failed:\n${built.said}`)
  }
  const { startWorld } = await import('./faults/world.mjs')
  const world = await startWorld(root)
  try {
    const names = asked.length > 0 ? asked : Object.keys(faults)
    const well = await Promise.race([askedToStop(), breakAll(world, names)])
    return well === undefined ? 130 : well ? 0 : 1
  } finally {
    await world.stop()
  }
}

/** The longest that nobody had a receipt; of several auctions one after the other it says nothing. */
const stallOf = ({ auctions, book }) =>
  auctions ? '' : `, longest stall ${(book.longestMs / 1000).toFixed(1)} s`

async function breakAll(world, names) {
  // The auditor and the auctions are TypeScript and read the environment of this process.
  const { register } = await import('tsx/esm/api')
  register()
  Object.assign(process.env, world.env)
  const { makeAuction } = await import('./faults/make-auction.ts')
  const { audit, lineOf } = await import('./faults/audit.ts')
  let well = true
  for (const name of names) {
    const began = performance.now()
    const { fault, restsFirstWorker = false } = await faults[name]()
    await world.restFirstWorker(restsFirstWorker)
    const done = await fault(world, { makeAuction, short })
    const auctions = done.auctions ?? [done.auction]
    const lots = auctions.flatMap((each) => each.lots)
    const rounds = auctions.map(({ round }) => round)
    const found = await audit(world.database.url, { lots, rounds }, done.book, done.closed)
    const problems = [...found.problems, ...(done.problems ?? [])]
    const { acknowledged, problems: _, ...counted } = found
    const clean =
      Object.values(counted).every((count) => count === 0) && problems.length === 0 && acknowledged > 0
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${clean ? 'ok    ' : 'FAILED'} ${name.padEnd(13)} ${lineOf(found)}`)
    console.log(
      `       ${''.padEnd(13)} ${done.did}; ${done.book.retries} retries${stallOf(done)}; ${seconds} s, load ${loadavg()[0].toFixed(1)}`,
    )
    for (const problem of problems) console.log(`       ${problem}`)
    if (!clean) console.log(world.lastWords())
    well &&= clean
  }
  const { closeDatabase } = await import('../db/client.ts')
  await closeDatabase()
  return well
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.stack)
    process.exit(1)
  },
)
