import { keepBidding } from './bid-client.mjs'
import { cpuEach, cpuTime } from './cpu-time.mjs'
import { fillAuction } from './fill-auction.mjs'
import { quantile } from './quantile.mjs'

const CLIENTS = 200
/** Raw and over HTTP in turn, so often: the best of each counts, because others' load only ever takes away. */
const ROUNDS = 3
/** Above two increments at any price of the standard table, so that each bid in order is accepted. */
const STEP_MINOR = 500_000n

const CASES = [
  { name: 'one hot lot', lots: 1, lotsEach: 1, aim: { ratio: 8, p99: 100 } },
  { name: '500 lots', lots: 500, lotsEach: 40, aim: { ratio: 1 } },
]

/**
 * Accepted bids a second through HTTP with real sessions, on one hot lot and on 500 lots, each beside the same
 * statements run raw, one transaction per bid, by as many callers; and the processor time that one bid takes.
 */
export async function bench(world) {
  for (const each of CASES) {
    const auction = await fillAuction(world, { ...each, bidders: CLIENTS })
    const web = await world.startWeb()
    const raw = []
    const http = []
    const { bidders } = auction.read()
    const floor = {}
    await bidOverHttp(world, web, { bidders, floor }, 3)
    for (let round = 0; round < ROUNDS; round++) {
      const ran = await world.task(['tsx', 'scripts/bench/raw-bids.ts', auction.file, String(world.seconds)])
      raw.push(JSON.parse(ran.split('\n').at(-1)))
      for (const [lot, steps] of Object.entries(auction.read().floor))
        floor[lot] = Math.max(floor[lot] ?? 0, steps)
      http.push(await bidOverHttp(world, web, { bidders, floor }, world.seconds))
    }
    await web.stop(10_000)
    const wrong = (await world.task(['tsx', 'scripts/bench/check-lots.ts', auction.file])).split('\n').at(-1)
    report(each, best(raw), best(http), wrong)
  }
}

const best = (runs) => runs.reduce((a, b) => (b.perSecond > a.perSecond ? b : a))

async function bidOverHttp({ address, databasePid }, web, { bidders, floor }, duration) {
  const { hostname, port } = new URL(address)
  const counts = { accepted: 0, refused: 0, failed: 0 }
  const times = []
  const readings = () => [
    cpuTime(web.pid),
    cpuTime(databasePid, { children: true }),
    process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  ]
  const before = readings()
  const started = performance.now()
  const until = started + duration * 1000
  const running = bidders.map((bidder, index) => {
    // Apart from each other, so that those with the same lots do not walk them in step.
    let turn = index * 7
    const next = () => {
      if (performance.now() > until) return undefined
      const lot = bidder.lots[turn++ % bidder.lots.length]
      floor[lot] = (floor[lot] ?? 0) + 1
      return { lot, maxMinor: String(BigInt(floor[lot]) * STEP_MINOR) }
    }
    const answered = (status, milliseconds) => {
      counts[status === 201 ? 'accepted' : status === 422 ? 'refused' : 'failed']++
      times.push(milliseconds)
    }
    const where = { host: hostname, port: Number(port), origin: address, token: bidder.token }
    return keepBidding(where, next, answered)
  })
  await Promise.all(running)
  const perSecond = (counts.accepted * 1000) / (performance.now() - started)
  const after = readings()
  const [app, database, load] = before.map((reading, index) => cpuEach(reading, after[index], times.length))
  const slowest = { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
  return { perSecond, ...counts, ...slowest, cpu: { app, database, load } }
}

function report({ name, aim }, raw, http, wrong) {
  const number = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits)).padStart(9)
  console.log(
    `\n${name}: ${CLIENTS} bidders at once, best of ${ROUNDS}; milliseconds from sending to the receipt; processor time a bid in µs\n`,
  )
  console.log('             accepted/s      p50      p99   refused   failed      app database     load')
  for (const [what, { perSecond, p50, p99, refused, failed, cpu }] of [
    ['raw SQL', raw],
    ['over HTTP', http],
  ])
    console.log(
      `${what.padEnd(14)}${number(perSecond)}${number(p50)}${number(p99)} ${number(refused)}${number(failed)}${number(cpu.app)}${number(cpu.database)}${number(cpu.load)}`,
    )
  const ratio = `ratio ${(http.perSecond / raw.perSecond).toFixed(1)} × (aim ≥ ${aim.ratio})`
  const slowest = aim.p99 ? `, p99 ${http.p99.toFixed(0)} ms (aim < ${aim.p99})` : ''
  console.log(`${ratio}${slowest}; ${wrong}`)
}
