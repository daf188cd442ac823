import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:http'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postBid } from '../faults/bidders.mjs'
import { quantile } from './quantile.mjs'
import { watchLot } from './watcher.mjs'

const BIDDERS = 1000
const LOTS = 50
const LOTS_EACH = 5
const WATCHERS_EACH = 2
const BIDS_PER_SECOND = 300
const TICK_MS = 20
/** Above two increments at any price of the standard table. */
const STEP_MINOR = 500_000n

/**
 * 1,000 signed-in bidders, two open streams each, and 300 bids a second for `--minutes`: how long a bid takes to its
 * receipt, how long after it was decided its price is seen, what fails, and whether the web's memory grows.
 */
export async function bench(world) {
  const file = path.join(world.folder, 'watch.json')
  await world.task([
    'tsx',
    'scripts/bench/fill-auction.ts',
    file,
    String(LOTS),
    String(BIDDERS),
    String(LOTS_EACH),
  ])
  const auction = JSON.parse(readFileSync(file, 'utf8'))
  const web = await world.startWeb()
  const began = performance.now()
  const watching = await openStreams(world, auction)
  console.log(
    `${watching.streams.length} streams open after ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  const measured = { bids: [], seen: [], failed: 0, refused: 0, late: 0, memory: [], broken: 0 }
  await run(world, auction, watching, measured, 5)
  Object.assign(measured, { bids: [], seen: [], failed: 0, refused: 0, late: 0 })
  watching.spread.length = 0
  watching.told = 0
  const weigh = setInterval(() => measured.memory.push([performance.now(), residentMegabytes(web.pid)]), 2000)
  await run(world, auction, watching, measured, world.minutes * 60)
  await pause(1500)
  clearInterval(weigh)
  measured.broken = watching.streams.filter(({ isOpen }) => !isOpen()).length
  for (const { close } of watching.streams) close()
  await web.stop(10_000)
  const wrong = (await world.task(['tsx', 'scripts/bench/check-lots.ts', file])).split('\n').at(-1)
  report(world, measured, watching, wrong)
}

/**
 * Streams of every bidder on its first lots. When the first of a lot's watchers is told something new, the price is
 * fetched as a room fetches it; a bid counts as seen when what was fetched has come as far as the bid.
 */
async function openStreams({ address }, { bidders }) {
  const { hostname: host, port } = new URL(address)
  const watching = { streams: [], told: 0, spread: [], pending: new Map(), seen: () => {} }
  const first = new Map()
  const fetching = new Map()
  const look = async (lot) => {
    if (fetching.has(lot)) return fetching.set(lot, 'again')
    do {
      fetching.set(lot, 'now')
      const answer = await fetch(`${address}/api/v1/lots/${lot}`).catch(() => undefined)
      if (answer?.ok) watching.seen(lot, (await answer.json()).sequence, Date.now())
    } while (fetching.get(lot) === 'again')
    fetching.delete(lot)
  }
  const changed = (lot, version, at) => {
    watching.told++
    const known = first.get(lot)
    if (known?.version === version) watching.spread.push(at - known.at)
    else if (!known || BigInt(known.version) < BigInt(version)) {
      first.set(lot, { version, at })
      void look(lot)
    }
  }
  for (let from = 0; from < bidders.length; from += 50) {
    const some = bidders
      .slice(from, from + 50)
      .flatMap(({ token, lots }) =>
        Array.from({ length: WATCHERS_EACH }, (_, index) =>
          watchLot({ host, port: Number(port), token }, lots[index], changed),
        ),
      )
    await Promise.all(some.map(({ opened }) => opened))
    watching.streams.push(...some)
  }
  return watching
}

/** Sends so many bids a second, whatever the answers: a bidder who still waits is passed over. */
async function run({ address }, auction, watching, measured, seconds) {
  const agent = new Agent({ keepAlive: true })
  const busy = new Set()
  const waiting = new Map()
  watching.seen = (lot, sequence, at) => {
    for (const [bid, { position, decidedAt }] of waiting.get(lot) ?? []) {
      if (position > sequence) continue
      measured.seen.push(at - decidedAt)
      waiting.get(lot).delete(bid)
    }
  }
  const one = async (bidder) => {
    busy.add(bidder)
    bidder.turn = (bidder.turn ?? 0) + 1
    const lot = bidder.lots[bidder.turn % bidder.lots.length]
    auction.floor[lot] = (auction.floor[lot] ?? 0) + 1
    const bid = { lot, key: randomUUID(), maxMinor: String(BigInt(auction.floor[lot]) * STEP_MINOR) }
    const started = performance.now()
    const got = await postBid(address, { token: bidder.token, agent }, bid).catch(() => undefined)
    busy.delete(bidder)
    measured.bids.push(performance.now() - started)
    if (got?.status === 422) measured.refused++
    else if (got?.status !== 201) measured.failed++
    else {
      if (!waiting.has(lot)) waiting.set(lot, new Map())
      waiting
        .get(lot)
        .set(bid.key, { position: got.answer.position, decidedAt: Date.parse(got.answer.decidedAt) })
    }
  }
  const started = performance.now()
  const sent = []
  let count = 0
  let index = 0
  while (performance.now() - started < seconds * 1000) {
    const due = Math.floor(((performance.now() - started) / 1000) * BIDS_PER_SECOND)
    for (; count < due; count++) {
      let bidder = auction.bidders[index++ % BIDDERS]
      for (let tries = 0; busy.has(bidder) && tries < BIDDERS; tries++)
        bidder = auction.bidders[index++ % BIDDERS]
      sent.push(one(bidder))
    }
    await pause(TICK_MS)
  }
  await Promise.all(sent)
  await pause(1000)
  measured.late += [...waiting.values()].reduce((sum, left) => sum + left.size, 0)
  agent.destroy()
}

const residentMegabytes = (pid) =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024

/** Megabytes a minute over the second half, by least squares: the first half fills the caches. */
function slopeOf(samples) {
  const half = samples.slice(Math.floor(samples.length / 2)).map(([at, value]) => [at / 60_000, value])
  const mean = (index) => half.reduce((sum, each) => sum + each[index], 0) / half.length
  const [x, y] = [mean(0), mean(1)]
  const spread = half.reduce((sum, [at]) => sum + (at - x) ** 2, 0)
  return half.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread
}

function report(
  { minutes },
  { bids, seen, failed, refused, late, memory, broken },
  { streams, told, spread },
  wrong,
) {
  const line = (what, values) =>
    console.log(
      `${what.padEnd(46)}${[0.5, 0.99].map((share) => quantile(values, share).toFixed(0).padStart(8)).join('')}${Math.max(
        0,
        ...values,
      )
        .toFixed(0)
        .padStart(8)}`,
    )
  const rate = bids.length / (minutes * 60)
  console.log(
    `\n${BIDDERS} bidders, ${streams.length} watchers, ${rate.toFixed(0)} bids/s for ${minutes} min; milliseconds\n`,
  )
  console.log(`${''.padEnd(46)}     p50     p99    most`)
  line('bid to receipt (aim p99 < 500)', bids)
  line('decided to price seen (aim p99 ≤ 1,000)', seen)
  line('first to last watcher of a lot told', spread)
  const [first, last] = [memory[0]?.[1] ?? 0, memory.at(-1)?.[1] ?? 0]
  console.log(
    `\n${bids.length} bids, ${refused} refused by the rules, ${failed} failed (${((failed / bids.length) * 100).toFixed(3)} %, aim < 0.01 %), ${late} never seen, ${broken} streams broken, ${told.toLocaleString('en')} changes told`,
  )
  console.log(
    `memory of the web ${first.toFixed(0)} → ${last.toFixed(0)} MB, ${slopeOf(memory).toFixed(1)} MB a minute in the second half\n${wrong}`,
  )
}
