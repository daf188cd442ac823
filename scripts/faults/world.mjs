import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../database/cluster.mjs'
import { startBreakable } from '../database/embedded.mjs'
import { keptSecrets } from '../database/secrets.mjs'
import { runService } from '../processes/run-service.mjs'
import { runTask } from '../processes/run-task.mjs'
import { startMailSink } from './mail-sink.mjs'
import { startProxy } from './tcp-proxy.mjs'

/** Pools far smaller than the crowd, so that every fault also asks whether they can be stopped for good. */
const POOLS = { DATABASE_POOL: '5', DATABASE_BID_POOL: '3' }

/**
 * Two webs behind a proxy and two workers on one database with real fsync. The second web reaches the database through
 * a proxy of its own; `between` says what the proxies do to what passes. The second worker is on a `leash`.
 * Letters go to a mail server of its own.
 */
export async function startWorld(root) {
  const database = await startBreakable(root)
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-faults-'))
  const between = { answers: undefined, commits: undefined }
  const ports = [await freePort(), await freePort()]
  const door = await startProxy({ targets: () => ports, toClient: (chunk) => between.answers?.(chunk) })
  const wire = await startProxy({
    targets: () => [database.port],
    toClient: (chunk) => between.commits?.(chunk),
  })
  const leash = await startProxy({ targets: () => [database.port] })
  const mail = await startMailSink()
  const origin = `http://127.0.0.1:${door.port}`
  const env = {
    ...process.env,
    ...keptSecrets(root),
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    ...POOLS,
    PORTAL_URL: origin,
    NEXTAUTH_URL: origin,
    LOG_LEVEL: 'error',
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    FILES_DIR: path.join(folder, 'files'),
  }
  /** The database through another port. */
  const through = (port) => Object.assign(new URL(database.url), { port: String(port) }).href
  const start = (name, entry, own) =>
    runService({ name, root, entry, env: { ...env, ...own }, log: path.join(folder, `${name}.log`) })
  const startWeb = (index) =>
    start(`web-${index + 1}`, 'server.ts', {
      PORT: String(ports[index]),
      ...(index === 1 && { DATABASE_URL: through(wire.port) }),
    })
  const startWorker = (name, url = database.url) => start(name, 'jobs/worker.ts', { DATABASE_URL: url })

  const world = {
    root,
    env,
    database,
    origin,
    ports,
    between,
    leash,
    mail,
    through,
    start,
    startWeb,
    startWorker,
    webs: [],
    workers: [],
  }
  world.healthy = (index) => untilHealthy(ports[index], () => world.webs[index].lastWords())
  /** One worker is killed in its place, and what it does not finish is the other's; asked again, it works as before. */
  let rests = false
  world.restFirstWorker = async (wanted) => {
    if (wanted && !rests) await world.workers[0].stop(5_000)
    if (!wanted && rests) world.workers[0] = startWorker('worker-1')
    rests = wanted
  }
  world.stop = async () => {
    await Promise.all([...world.webs, ...world.workers].map((each) => each.stop(5_000)))
    door.stop()
    wire.stop()
    leash.stop()
    mail.stop()
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  world.lastWords = () =>
    [...world.webs, ...world.workers].map((each) => `${each.name}: ${each.lastWords()}`).join('\n')
  try {
    const migrated = await runTask(['tsx', 'db/migrate.ts'], { root, env })
    if (!migrated.ok) throw new Error(`The tables could not be made:\n${migrated.said}`)
    world.webs.push(startWeb(0), startWeb(1))
    world.workers.push(startWorker('worker-1'), startWorker('worker-2', through(leash.port)))
    await Promise.all([world.healthy(0), world.healthy(1)])
    return world
  } catch (error) {
    await world.stop()
    throw error
  }
}

async function untilHealthy(port, lastWords) {
  const deadline = performance.now() + 120_000
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/time`, {
      signal: AbortSignal.timeout(2_000),
    }).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error(`A web did not answer within two minutes:\n${lastWords()}`)
}
