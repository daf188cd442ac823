import { newHistogram } from './histogram.mjs'
import { watchLot } from './watcher.mjs'

/** Bids kept of a lot before those that everyone has seen are let go. */
const MANY = 500

/**
 * Streams of many watchers, and what each of them sees. When a lot's first watcher is told of a version, the price is
 * fetched as a page fetches it; a watcher has seen a bid once it was told of a version and what was fetched for that
 * version has come as far as the bid.
 * @param {{address: string}} world
 * @param {{token: string, lots: string[]}[]} people
 * @param {number} each how many streams each of them has, on its first lots
 */
export async function watchPrices({ address }, people, each) {
  const { hostname: host, port } = new URL(address)
  const lots = new Map()
  const streams = []
  const measured = { seen: newHistogram(), told: 0, fetches: 0, unread: 0 }

  const lotOf = (id) => {
    if (!lots.has(id)) lots.set(id, { bids: [], watchers: [], told: [], fetching: false })
    return lots.get(id)
  }

  /** What is fetched now holds for everyone who was told before. */
  async function look(id, lot) {
    lot.fetching = true
    while (lot.told.length > 0) {
      const told = lot.told.splice(0)
      measured.fetches++
      const answer = await fetch(`${address}/api/v1/lots/${id}`).catch(() => undefined)
      if (!answer?.ok) {
        measured.unread++
        lot.told.unshift(...told)
        continue
      }
      const { sequence } = await answer.json()
      const now = Date.now()
      for (const watcher of new Set(told)) see(lot, watcher, sequence, now)
    }
    lot.fetching = false
  }

  function see(lot, watcher, sequence, now) {
    for (let index = lot.bids.length - 1; index >= 0; index--) {
      const { position, decidedAt } = lot.bids[index]
      if (position <= watcher.seen) break
      if (position <= sequence) measured.seen.add(now - decidedAt)
    }
    watcher.seen = Math.max(watcher.seen, sequence)
  }

  const watch = (id, token) => {
    const lot = lotOf(id)
    const watcher = { seen: 0 }
    lot.watchers.push(watcher)
    return watchLot({ host, port: Number(port), token }, id, () => {
      measured.told++
      lot.told.push(watcher)
      if (!lot.fetching) void look(id, lot)
    })
  }

  for (let from = 0; from < people.length; from += 50) {
    const some = people
      .slice(from, from + 50)
      .flatMap(({ token, lots }) => Array.from({ length: each }, (_, index) => watch(lots[index], token)))
    await Promise.all(some.map(({ opened }) => opened))
    streams.push(...some)
  }

  /** An accepted bid, as its receipt tells it. Bids of a lot come in any order, and some watchers have seen it before. */
  const accepted = (id, bid) => {
    const { bids, watchers } = lotOf(id)
    const now = Date.now()
    for (const { seen } of watchers) if (seen >= bid.position) measured.seen.add(now - bid.decidedAt)
    let place = bids.length
    while (place > 0 && bids[place - 1].position > bid.position) place--
    bids.splice(place, 0, bid)
    if (bids.length < MANY) return
    const known = Math.min(...watchers.map(({ seen }) => seen))
    bids.splice(0, bids.findIndex(({ position }) => position > known) >>> 0)
  }

  /** How many bids how many watchers have not seen. */
  const unseen = () =>
    [...lots.values()].reduce(
      (sum, { bids, watchers }) =>
        sum +
        watchers.reduce((left, { seen }) => left + bids.filter(({ position }) => position > seen).length, 0),
      0,
    )
  const close = () => {
    for (const stream of streams) stream.close()
  }
  return { streams, measured, accepted, unseen, close }
}
