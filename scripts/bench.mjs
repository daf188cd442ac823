/**
 * `npm run bench -- bids`, `-- watch`, `-- engine`, `-- review`, `-- pages`, `-- seal`, `-- transcript`, `-- qpi` and `-- zone`: how much the portal
 * carries on this machine. Bids and pages stand beside what the same work costs without the portal, measured in the same
 * run; all but the engine and the zone file run on a database of their own with real fsync.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeComputer, describeMachine } from './bench/describe-machine.mjs'
import { startThrowaway } from './database/embedded.mjs'
import { keptSecrets } from './database/secrets.mjs'
import { runService } from './processes/run-service.mjs'
import { runTask } from './processes/run-task.mjs'
import { ensureRuntime } from './processes/runtime.mjs'
import { build, isBuilt } from './start/build-when-changed.mjs'
import { findPort } from './start/serve.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [what, ...rest] = process.argv.slice(2)
const numberAfter = (flag) => (rest.includes(flag) ? Number(rest[rest.indexOf(flag) + 1]) : Number.NaN)
const seconds = numberAfter('--seconds') || 6
const minutes = numberAfter('--minutes') || 1
const bidsPerSecond = numberAfter('--rate') || 300

async function runOrThrow(command, env) {
  const done = await runTask(command, { root, env })
  if (!done.ok) throw new Error(`${command.join(' ')} failed:\n${done.said}`)
  return done.said
}

/** A migrated database, a production web on it, and the folder they share; `stop` removes all three. */
async function startWorld() {
  const database = await startThrowaway(root, { durable: true })
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-bench-'))
  const port = await findPort(4300)
  const address = `http://127.0.0.1:${port}`
  const url = new URL(database.url)
  const env = {
    ...process.env,
    ...keptSecrets(root),
    NODE_ENV: 'production',
    DATABASE_URL: url.href,
    PORTAL_URL: address,
    NEXTAUTH_URL: address,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    FILES_DIR: path.join(folder, 'files'),
  }
  const task = (command) => runOrThrow(command, env)
  await task(['tsx', 'db/migrate.ts'])
  // Reading files needs no web.
  if (what !== 'qpi' && !isBuilt(root)) {
    console.log('Building …')
    const built = await build(root, env)
    if (!built.ok) throw new Error(`The build failed:\n${built.said}`)
  }
  const startWeb = async () => {
    const web = runService({ name: 'web', root, entry: 'server.ts', env, log: path.join(folder, 'web.log') })
    for (let tries = 0; tries < 600; tries++) {
      const answer = await fetch(`${address}/api/health`).catch(() => undefined)
      if (answer?.ok) return web
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`The web did not answer:\n${web.lastWords()}`)
  }
  const stop = async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    address,
    folder,
    databaseUrl: url.href,
    databasePid: database.pid,
    task,
    startWeb,
    stop,
    seconds,
    minutes,
    bidsPerSecond,
  }
}

const benches = {
  bids: () => import('./bench/bids.mjs'),
  watch: () => import('./bench/watch.mjs'),
  engine: () => import('./bench/engine.mjs'),
  review: () => import('./bench/review.mjs'),
  pages: () => import('./bench/pages.mjs'),
  qpi: () => import('./bench/qpi.mjs'),
  seal: () => import('./bench/seal.mjs'),
  transcript: () => import('./bench/transcript.mjs'),
  zone: () => import('./bench/zone.mjs'),
}

const sayLoad = () =>
  console.log(
    `Load of the machine over the last minute: ${loadavg()[0].toFixed(1)} on ${cpus().length} cores; much above is others' work.`,
  )

async function main() {
  if (!Object.hasOwn(benches, what ?? '')) {
    console.error(
      'Say what to measure: npm run bench -- bids | watch | engine | review | pages | seal | transcript | qpi | zone [--seconds 6] [--minutes 1] [--rate 300]',
    )
    return 2
  }
  await ensureRuntime(root)
  const { bench } = await benches[what]()
  sayLoad()
  if (what === 'engine' || what === 'zone') {
    console.log(describeComputer())
    await bench({ task: (command) => runOrThrow(command, process.env) })
    return 0
  }
  const world = await startWorld()
  try {
    console.log(await describeMachine(world.databaseUrl))
    await bench(world)
    sayLoad()
    return 0
  } finally {
    const log = path.join(world.folder, 'web.log')
    const said = (() => {
      try {
        return readFileSync(log, 'utf8').trim()
      } catch {
        return ''
      }
    })()
    if (said) console.log(`\nThe web said:\n${said.split('\n').slice(-5).join('\n')}`)
    await world.stop()
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error.message)
    process.exit(1)
  },
)
