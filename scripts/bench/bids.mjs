import { readFileSync } from 'node:fs'
import path from 'node:path'
import autocannon from 'autocannon'

const CLIENTS = 200
/** Above two increments at any price of the standard table, so that each bid in order is accepted. */
const STEP_MINOR = 500_000n

/**
 * Accepted bids a second through HTTP with real sessions, on one hot lot and on 500 lots, each beside the same
 * statements run raw, one transaction per bid, by as many callers.
 */
export async function bench(world) {
  const rows = []
  for (const [name, lots, lotsEach] of [
    ['one hot lot', 1, 1],
    ['500 lots', 500, 40],
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
    const auction = JSON.parse(readFileSync(file, 'utf8'))
    const raw = JSON.parse(
      (await world.task(['tsx', 'scripts/bench/raw-bids.ts', file, String(world.seconds)]))
        .split('\n')
        .at(-1),
    )
    const web = await world.startWeb()
    const http = await bidOverHttp(world, auction)
    await web.stop(10_000)
    const wrong = (await world.task(['tsx', 'scripts/bench/check-lots.ts', file])).split('\n').at(-1)
    rows.push({ name, raw, http, wrong })
  }
  report(rows)
}

async function bidOverHttp({ address, seconds }, auction) {
  const counts = { accepted: 0, refused: 0, failed: 0 }
  const prices = new Map()
  const run = (duration) =>
    autocannon({
      url: address,
      connections: CLIENTS,
      duration,
      setupClient(client) {
        const bidder = auction.bidders[auction.next++ % auction.bidders.length]
        let turn = 0
        client.on('response', (status) => {
          counts[status === 201 ? 'accepted' : status === 422 || status === 409 ? 'refused' : 'failed']++
          client.setRequest(next())
        })
        const next = () => {
          const lot = bidder.lots[turn++ % bidder.lots.length]
          const price = (prices.get(lot) ?? auction.floor[lot] ?? 0) + 1
          prices.set(lot, price)
          return {
            method: 'POST',
            path: `/api/v1/lots/${lot}/bids`,
            headers: {
              cookie: `session=${bidder.token}`,
              origin: address,
              'content-type': 'application/json',
              'idempotency-key': crypto.randomUUID(),
            },
            body: JSON.stringify({ maxMinor: String(BigInt(price) * STEP_MINOR) }),
          }
        }
        client.setRequest(next())
      },
    })
  auction.next = 0
  await run(3)
  Object.assign(counts, { accepted: 0, refused: 0, failed: 0 })
  const { latency, duration } = await run(seconds)
  return { perSecond: counts.accepted / duration, ...counts, p50: latency.p50, p99: latency.p99 }
}

function report(rows) {
  const number = (value, digits = 0) => value.toFixed(digits).padStart(9)
  console.log(
    `\n${CLIENTS} bidders at once; accepted bids a second, milliseconds from sending to the receipt\n`,
  )
  console.log('                              accepted/s       p50       p99   refused    failed')
  for (const { name, raw, http, wrong } of rows) {
    const line = (what, each) =>
      console.log(
        `${`${name}, ${what}`.padEnd(31)}${number(each.perSecond)} ${number(each.p50, 1)} ${number(each.p99, 1)} ${number(each.refused)} ${number(each.failed)}`,
      )
    line('raw SQL', raw)
    line('over HTTP', http)
    console.log(`${''.padEnd(31)}ratio ${(http.perSecond / raw.perSecond).toFixed(1)} ×; ${wrong}\n`)
  }
}
