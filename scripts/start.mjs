/** `npm start`: the whole portal, from a fresh clone to an address, stopped cleanly by Ctrl-C. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbedded } from './database/embedded.mjs'
import { embeddedEnvironment } from './database/secrets.mjs'
import { runTask } from './processes/run-task.mjs'
import { askedToStop, ensureRuntime } from './processes/runtime.mjs'
import { build, isBuilt } from './start/build-when-changed.mjs'
import { prepareDatabase } from './start/prepare-database.mjs'
import { findPort, serve } from './start/serve.mjs'
import { takeLock } from './start/take-lock.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const embedded = !process.env.DATABASE_URL
/** What runs, in order of starting: stopped in reverse. */
const running = []

async function start() {
  const database = embedded ? await startEmbedded(root) : undefined
  if (database) running.push(database)
  if (database?.moved)
    console.log(`The database user may not enter this folder: its data are in ${database.moved}.`)
  const port = await findPort(Number(process.env.PORT || 3000))
  const address = process.env.PORTAL_URL || `http://localhost:${port}`
  const world = database
    ? embeddedEnvironment(root, database.url)
    : { ...process.env, EMBEDDED_DATABASE: 'off' }
  const env = { ...world, PORTAL_URL: address }
  await prepareDatabase(
    root,
    env,
    embedded ? { seed: true, marker: path.join(root, '.data', 'seeding') } : { seed: false },
  )
  if (!isBuilt(root)) {
    console.log('Building …')
    const built = await build(root, env)
    if (!built.ok) throw new Error(`The build failed:\n${built.said}`)
  }
  const service = await serve({
    root,
    env,
    ports: [port],
    logs: embedded ? path.join(root, '.data') : undefined,
  })
  running.push(service)
  await announce(address, env)
  return Promise.race([
    service.ended,
    ...(database ? [database.ended.then(() => 'The database ended; see .data/postgres.log.')] : []),
  ])
}

async function announce(address, env) {
  console.log(`\nThe portal is at ${address}\n`)
  if (embedded) {
    console.log((await runTask(['tsx', 'db/seed/print-sign-ins.ts'], { root, env })).said)
    console.log('\nLogs: .data/web.log, .data/worker.log, .data/postgres.log. Ctrl-C stops everything.')
  } else {
    console.log('The first administrator is made by: npm run admin:create')
  }
}

async function main() {
  const busy = embedded ? takeLock(root) : undefined
  if (busy) {
    console.error(busy)
    return 1
  }
  await ensureRuntime(root)
  const trouble = await Promise.race([askedToStop(), start()]).catch((error) => error.message)
  if (trouble) console.error(`\n${trouble}`)
  else console.log('\nStopping …')
  for (const each of running.reverse()) await each.stop()
  return trouble ? 1 : 0
}

process.exit(await main())
