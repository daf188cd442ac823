import { readFileSync } from 'node:fs'
import path from 'node:path'
import { keepBidding } from './bid-client.mjs'

const CLIENTS = 200
/** Above two increments at any price of the standard table, so that each bid in order is accepted. */
const STEP_MINOR = 500_000n

/**
 * Accepted bids a second through HTTP with real sessions, on one hot lot and on 500 lots, each beside the same
 * statements run raw, one transaction per bid, by as many callers.
 */
export async function bench(world) {
  const rows = []
  for (const [name, lots, lotsEach, aim] of [
    ['one hot lot', 1, 1, { ratio: 8, p99: 100 }],
    ['500 lots', 500, 40, { ratio: 1 }],
  ]) {
    const file = path.join(world.folder, `${lots}.json`)
    await world.task([
      'tsx',
      'scripts/bench/fill-auction.ts',
      file,
      String(lots),
      String(CLIENTS),
      String(lotsEach),
    ])
    const raw = JSON.parse(
      (await world.task(['tsx', 'scripts/bench/raw-bids.ts', file, String(world.seconds)]))
        .split('\n')
        .at(-1),
    )
    // Read only now: the raw run leaves in it how far the prices went.
    const auction = JSON.parse(readFileSync(file, 'utf8'))
    const web = await world.startWeb()
    const http = await bidOverHttp(world, auction)
    await web.stop(10_000)
    const wrong = (await world.task(['tsx', 'scripts/bench/check-lots.ts', file])).split('\n').at(-1)
    rows.push({ name, aim, raw, http, wrong })
  }
  report(rows)
}

async function bidOverHttp({ address, seconds }, auction) {
  const { hostname, port } = new URL(address)
  const run = async (duration) => {
    const counts = { accepted: 0, refused: 0, failed: 0 }
    const times = []
    const started = performance.now()
    const until = started + duration * 1000
    const bidders = auction.bidders.map((bidder, index) => {
      // Apart from each other, so that those with the same lots do not walk them in step.
      let turn = index * 7
      const next = () => {
        if (performance.now() > until) return undefined
        const lot = bidder.lots[turn++ % bidder.lots.length]
        auction.floor[lot] = (auction.floor[lot] ?? 0) + 1
        return { lot, maxMinor: String(BigInt(auction.floor[lot]) * STEP_MINOR) }
      }
      const answered = (status, milliseconds) => {
        counts[status === 201 ? 'accepted' : status === 422 ? 'refused' : 'failed']++
        times.push(milliseconds)
      }
      const where = { host: hostname, port: Number(port), origin: address, token: bidder.token }
      return keepBidding(where, next, answered)
    })
    await Promise.all(bidders)
    times.sort((a, b) => a - b)
    const at = (share) => times[Math.floor((times.length - 1) * share)] ?? 0
    const perSecond = (counts.accepted * 1000) / (performance.now() - started)
    return { perSecond, ...counts, p50: at(0.5), p99: at(0.99) }
  }
  await run(3)
  return run(seconds)
}

function report(rows) {
  const number = (value, digits = 0) => value.toFixed(digits).padStart(9)
  console.log(
    `\n${CLIENTS} bidders at once; accepted bids a second, milliseconds from sending to the receipt\n`,
  )
  console.log('                              accepted/s       p50       p99   refused    failed')
  for (const { name, aim, raw, http, wrong } of rows) {
    const line = (what, each) =>
      console.log(
        `${`${name}, ${what}`.padEnd(31)}${number(each.perSecond)} ${number(each.p50, 1)} ${number(each.p99, 1)} ${number(each.refused)} ${number(each.failed)}`,
      )
    line('raw SQL', raw)
    line('over HTTP', http)
    const ratio = `ratio ${(http.perSecond / raw.perSecond).toFixed(1)} × (aim ≥ ${aim.ratio})`
    const slowest = aim.p99 ? `, p99 ${http.p99.toFixed(0)} ms (aim < ${aim.p99})` : ''
    console.log(`${''.padEnd(31)}${ratio}${slowest}; ${wrong}\n`)
  }
}
