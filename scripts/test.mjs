/**
 * `npm test`: every check there is, ending with one line `N passed, N failed`.
 *   --fast          everything but build, start, demo world, faults and browser
 *   --only=browser  the journeys against what is built; further words go to Playwright
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { browserJourneys } from './checks/browser-journeys.mjs'
import { faultInjection } from './checks/fault-injection.mjs'
import { runChecks } from './checks/run-checks.mjs'
import { vitestSuite } from './checks/test-suites.mjs'
import { toolChecks } from './checks/tools.mjs'
import { embeddedEnvironment } from './database/secrets.mjs'
import { askedToStop, ensureRuntime } from './processes/runtime.mjs'
import { build, isBuilt } from './start/build-when-changed.mjs'
import { runningStart } from './start/take-lock.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const words = process.argv.slice(2)
const onlyBrowser = words.includes('--only=browser')
const fast = words.includes('--fast')

const pure = { name: 'pure tests', run: vitestSuite('pure') }
/** The longest of the fast ones, and it waits for its database: the others go beside it. */
const operations = { name: 'operation tests', run: vitestSuite('operations') }
const journeys = {
  name: 'browser journeys',
  run: browserJourneys(words.filter((word) => word !== '--only=browser')),
}
const faults = { name: 'faults', run: faultInjection }
const production = { name: 'production build', run: buildOnce }
const processes = { name: 'start and stop', run: vitestSuite('processes') }
const world = { name: 'demo world', run: vitestSuite('world') }

async function buildOnce() {
  const holder = runningStart(root)
  if (holder)
    throw new Error(
      `npm start runs from this folder (process ${holder}): a build would pull it from under it.`,
    )
  const done = await build(root, embeddedEnvironment(root, ''))
  return { passed: done.ok ? 1 : 0, failed: done.ok ? 0 : 1, said: done.said }
}

const refused = (check) => ({
  ...check,
  run: () => Promise.reject(new Error('Not run: there is no build to run it on.')),
})

async function everything() {
  const totals = []
  if (!onlyBrowser) totals.push(await runChecks(root, [operations, ...toolChecks, pure], 2))
  if (!onlyBrowser && !fast) totals.push(await runChecks(root, [production, processes, world], 2))
  const built = onlyBrowser || isBuilt(root)
  if (!fast && !onlyBrowser) totals.push(await runChecks(root, [built ? faults : refused(faults)]))
  if (!fast) totals.push(await runChecks(root, [built ? journeys : refused(journeys)]))
  return totals
}

async function main() {
  await ensureRuntime(root)
  const totals = await Promise.race([askedToStop(), everything()])
  if (!totals) return 130
  const sum = (key) => totals.reduce((all, each) => all + each[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

process.exit(await main())
