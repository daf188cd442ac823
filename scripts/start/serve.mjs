import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runService } from '../processes/run-service.mjs'

const GRACE_MS = 10_000

/** The first port from `wanted` on that nobody listens on. */
export async function findPort(wanted) {
  for (let port = wanted; port < wanted + 50; port++) if (await isFree(port)) return port
  throw new Error(`Ports ${wanted} to ${wanted + 49} are all taken: set PORT to a free one.`)
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}

/**
 * Starts web processes and one worker and waits until every web process says it is healthy.
 * @param {{root: string, env: object, ports: number[], logs?: string}} options
 *   logs: a folder for what they say, else they speak here; each web is at http://localhost:<port> unless PORTAL_URL says
 * @returns {Promise<{ended: Promise<string>, stop: () => Promise<void>}>} ended resolves with a sentence as soon as one
 *   of them ends; stop ends the web first, then the worker
 */
export async function serve({ root, env, ports, logs }) {
  const log = (name) => (logs ? path.join(logs, `${name}.log`) : undefined)
  const production = (port) => {
    const address = env.PORTAL_URL || `http://localhost:${port}`
    const own = { PORT: String(port), PORTAL_URL: address, NEXTAUTH_URL: env.NEXTAUTH_URL || address }
    return { ...env, ...own, NODE_ENV: 'production' }
  }
  const web = ports.map((port, index) => {
    const name = index === 0 ? 'web' : `web-${index + 1}`
    return runService({ name, root, entry: 'server.ts', env: production(port), log: log(name) })
  })
  const worker = runService({
    name: 'worker',
    root,
    entry: 'jobs/worker.ts',
    env: production(ports[0]),
    log: log('worker'),
  })
  const stop = async () => {
    await Promise.all(web.map((each) => each.stop(GRACE_MS)))
    await worker.stop(GRACE_MS)
  }
  const ended = Promise.race(
    [...web, worker].map(async (each) =>
      `The ${each.name} ended (${await each.ended}).\n${each.lastWords()}`.trim(),
    ),
  )
  const failed = await Promise.race([ended, healthy(ports)])
  if (failed) {
    await stop()
    throw new Error(failed)
  }
  return { ended, stop }
}

/** Undefined when all are well, a sentence when they were not within a minute. */
async function healthy(ports) {
  const deadline = performance.now() + 60_000
  for (const port of ports) {
    while (!(await answers(port))) {
      if (performance.now() > deadline) return `The web did not answer on port ${port} within a minute.`
      await pause(100)
    }
  }
  return undefined
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(5_000),
    })
    return response.status === 200
  } catch {
    return false
  }
}
