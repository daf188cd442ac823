import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import autocannon from 'autocannon'
import { freePort } from '../database/cluster.mjs'

const CLIENTS = 50

/** Catalogue requests a second, beside the same bytes served as a static file by a bare Node server. */
export async function bench(world) {
  const page = `${world.address}/labels`
  const web = await world.startWeb()
  const body = Buffer.from(await (await fetch(page)).arrayBuffer())
  const file = path.join(world.folder, 'catalogue.html')
  writeFileSync(file, body)
  const portal = await load(page, world.seconds)
  await web.stop(10_000)
  const port = await freePort()
  const server = spawn(
    process.execPath,
    [new URL('serve-file.mjs', import.meta.url).pathname, file, String(port)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise((resolve) => server.stdout.once('data', resolve))
  const still = await load(`http://127.0.0.1:${port}/`, world.seconds)
  server.kill()
  console.log(`\n${CLIENTS} clients, ${body.byteLength.toLocaleString('en')} bytes a page\n`)
  console.log('                    requests/s       p50       p99    failed')
  for (const [name, each] of [
    ['catalogue', portal],
    ['static file', still],
  ])
    console.log(
      `${name.padEnd(20)}${each.perSecond.toFixed(0).padStart(10)}${each.p50.toFixed(1).padStart(10)}${each.p99.toFixed(1).padStart(10)}${String(each.failed).padStart(10)}`,
    )
  console.log(`ratio ${(portal.perSecond / still.perSecond).toFixed(3)}`)
}

async function load(url, seconds) {
  const options = { url, connections: CLIENTS }
  await autocannon({ ...options, duration: 3 })
  const { requests, latency, non2xx, errors } = await autocannon({ ...options, duration: seconds })
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors }
}
