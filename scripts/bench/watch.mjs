import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openBidder } from './bid-client.mjs'
import { cpuTime } from './cpu-time.mjs'
import { fillAuction } from './fill-auction.mjs'
import { newHistogram } from './histogram.mjs'
import { watchPrices } from './watch-prices.mjs'

const BIDDERS = 1000
const LOTS = 50
const LOTS_EACH = 5
const WATCHERS_EACH = 2
const WARM_UP_S = 10
const TICK_MS = 5
/** Above two increments at any price of the standard table. */
const STEP_MINOR = 500_000n

/**
 * 1,000 signed-in bidders, two open streams each, and so many bids a second for `--minutes`, sent when they are due
 * whatever the answers: how long from then to the receipt, how long after it was decided each watcher sees the price,
 * what fails, and whether the web's memory grows.
 */
export async function bench(world) {
  const auction = await fillAuction(world, { lots: LOTS, bidders: BIDDERS, lotsEach: LOTS_EACH })
  const { bidders: people } = auction.read()
  const web = await world.startWeb()
  const began = performance.now()
  const watching = await watchPrices(world, people, WATCHERS_EACH)
  // Last: a connection that asks for nothing is ended after ten seconds.
  const bidders = await connectAll(world, people)
  console.log(
    `${bidders.length} bidders connected and ${watching.streams.length} streams open after ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  const floor = {}
  await run(world, bidders, watching, floor, WARM_UP_S)
  Object.assign(watching.measured, { seen: newHistogram(), told: 0, fetches: 0, unread: 0 })
  const memory = []
  const weigh = () => memory.push([performance.now(), residentMegabytes(web.pid)])
  weigh()
  const timer = setInterval(weigh, 2000)
  const measured = await run(world, bidders, watching, floor, world.minutes * 60, web)
  clearInterval(timer)
  const broken = watching.streams.filter(({ isOpen }) => !isOpen()).length
  watching.close()
  for (const { end } of bidders) end()
  await web.stop(10_000)
  const wrong = (await world.task(['tsx', 'scripts/bench/check-lots.ts', auction.file])).split('\n').at(-1)
  report(world, measured, watching, { memory, broken, wrong })
}

async function connectAll({ address }, people) {
  const { hostname: host, port } = new URL(address)
  const bidders = people.map(({ token, lots }) => {
    const bidder = openBidder({ host, port: Number(port), origin: address, token })
    return { ...bidder, lots, turn: 0, isOpen: true }
  })
  for (const bidder of bidders)
    bidder.ended.catch(() => {}).then(() => Object.assign(bidder, { isOpen: false }))
  await Promise.all(bidders.map(({ opened }) => opened))
  return bidders
}

/**
 * Sends a bid whenever one is due, on a connection that is free; while none is, bids wait, and their waiting counts. What
 * has no answer five seconds after the end has failed.
 */
async function run({ databasePid, bidsPerSecond }, bidders, watching, floor, seconds, web) {
  const measured = { bids: newHistogram(), sent: 0, accepted: 0, refused: 0, shed: 0, failed: 0, behind: 0 }
  const free = [...bidders]
  const waiting = []
  const cpu = () => [
    web && cpuTime(web.pid),
    cpuTime(databasePid, { children: true }),
    process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  ]
  const before = cpu()
  const send = (bidder, due) => {
    const lot = bidder.lots[bidder.turn++ % bidder.lots.length]
    floor[lot] = (floor[lot] ?? 0) + 1
    measured.sent++
    bidder.send({ lot, maxMinor: String(BigInt(floor[lot]) * STEP_MINOR) }, (status, body) => {
      measured.bids.add(performance.now() - due)
      if (status === 201) {
        measured.accepted++
        const { position, decidedAt } = JSON.parse(body)
        watching.accepted(lot, { position, decidedAt: Date.parse(decidedAt) })
      } else measured[status === 422 ? 'refused' : status === 503 || status === 429 ? 'shed' : 'failed']++
      const next = waiting.shift()
      if (next === undefined) free.push(bidder)
      else send(bidder, next)
    })
  }
  const started = performance.now()
  for (let count = 0; count < seconds * bidsPerSecond; ) {
    const due = Math.min(seconds * bidsPerSecond, ((performance.now() - started) / 1000) * bidsPerSecond)
    for (; count < due; count++) {
      const at = started + (count / bidsPerSecond) * 1000
      measured.behind = Math.max(measured.behind, performance.now() - at)
      const bidder = takeOpen(free)
      if (bidder) send(bidder, at)
      else waiting.push(at)
    }
    await pause(TICK_MS)
  }
  const took = (performance.now() - started) / 1000
  const share = before.map((reading, index) => (cpu()[index] - reading) / took)
  const answers = () => measured.bids.total()
  for (let tries = 0; tries < 50 && answers() < measured.sent + waiting.length; tries++) await pause(100)
  await pause(1500)
  const [bids, unanswered] = [measured.sent + waiting.length, measured.sent + waiting.length - answers()]
  return { ...measured, bids: measured.bids, all: bids, failed: measured.failed + unanswered, share }
}

function takeOpen(free) {
  for (let bidder = free.shift(); bidder; bidder = free.shift()) if (bidder.isOpen) return bidder
  return undefined
}

const residentMegabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Megabytes a minute over the second half, by least squares: the first half fills the caches. */
function slopeOf(samples) {
  const half = samples.slice(Math.floor(samples.length / 2)).map(([at, value]) => [at / 60_000, value])
  const mean = (index) => half.reduce((sum, each) => sum + each[index], 0) / half.length
  const [x, y] = [mean(0), mean(1)]
  const spread = half.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  return half.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread
}

function report({ minutes, bidsPerSecond }, measured, { streams, measured: watched, unseen }, rest) {
  const { bids, all, accepted, refused, shed, failed, behind, share } = measured
  const line = (what, histogram) => {
    const values = [histogram.quantile(0.5), histogram.quantile(0.99), histogram.most()]
    console.log(`${what.padEnd(46)}${values.map((value) => String(value).padStart(8)).join('')}`)
  }
  console.log(
    `\n${BIDDERS} bidders, ${streams.length} watchers, ${bidsPerSecond} bids/s for ${minutes} min; milliseconds\n`,
  )
  console.log(`${''.padEnd(46)}     p50     p99    most`)
  line('bid due to receipt (aim p99 < 500)', bids)
  line('decided to price seen (aim p99 ≤ 1,000)', watched.seen)
  const [{ memory, broken, wrong }, count] = [rest, (value) => value.toLocaleString('en')]
  console.log(
    `\n${count(all)} bids: ${count(accepted)} accepted, ${refused} refused by the rules, ${shed} shed, ${failed} failed (${((failed / all) * 100).toFixed(3)} %, aim < 0.01 %); sent at most ${behind.toFixed(0)} ms after they were due`,
  )
  console.log(
    `${count(watched.seen.total())} prices seen, ${unseen()} never; ${count(watched.told)} changes told, ${count(watched.fetches)} prices fetched, ${watched.unread} not answered; ${broken} streams broken`,
  )
  const [first, last] = [memory[0]?.[1] ?? 0, memory.at(-1)?.[1] ?? 0]
  console.log(
    `memory of the web ${first.toFixed(0)} → ${last.toFixed(0)} MB, ${slopeOf(memory).toFixed(1)} MB a minute in the second half; cores used: web ${share[0].toFixed(2)}, database ${share[1].toFixed(2)}, load ${share[2].toFixed(2)}\n${wrong}`,
  )
}
