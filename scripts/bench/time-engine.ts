/** Times the engine: clears 1,332 sealed lots of 100 bids each in every sealed format, and replays a long open auction. */
import {
  type AnyTerms,
  begin,
  decide,
  evolve,
  type History,
  open,
  replay,
  type Terms,
} from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import type { SealedFormat, SealedTerms } from '@/engine/formats/sealed-bids'
import { firstWrongEvent } from '@/engine/verify'

const LOTS = 1332
const BIDS = 100
const EVENTS = 200_000
const START = Date.UTC(2027, 0, 4, 15)
const SEED = 'ab'.repeat(32)

const paddles = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(10 + index),
    depositMinor: 200_000_000n,
    scoreHundredths: 6000 + ((index * 37) % 4000),
  }))

function sealedTerms(format: SealedFormat, lot: string): SealedTerms {
  const quality = format === 'sealed-quality-weighted' ? { passHundredths: 6000, cmaxBp: 2500 } : null
  const common = { rulesVersion: 1, lot, reserveMinor: 100_000n, bidders: paddles(BIDS) } as const
  return { ...common, format, quality, runnerUp: 'own-exit', tieRule: 'draw' }
}

function must<T>(decided: T): Exclude<T, { code: string }> {
  if (isRefusal(decided as never)) throw new Error(JSON.stringify(decided))
  return decided as Exclude<T, { code: string }>
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Hands in every bid of a lot, one after the other, as decided; every tenth equals another, so that draws happen. */
function handIn(terms: SealedTerms) {
  const at = new Date(START)
  let state = begin(must(open(terms, at))[0])
  for (const [index, { id }] of terms.bidders.entries()) {
    const amountMinor = 100_000n + BigInt((index * 7919) % 90) * 1000n
    const bid = { type: 'submit-bid', bidder: id, amountMinor, at, availableMinor: null } as const
    for (const event of must(decide<SealedTerms>(state, bid))) state = evolve(state, event)
  }
  return state
}

for (const format of ['sealed-first-price', 'sealed-second-price', 'sealed-quality-weighted'] as const) {
  const names = Array.from({ length: LOTS }, (_, index) => `lot-${index}`)
  let states: ReturnType<typeof handIn>[] = []
  const received = timed(() => {
    states = names.map((lot) => handIn(sealedTerms(format, lot)))
  })
  let sold = 0
  const cleared = timed(() => {
    for (const state of states) {
      const [closed] = must(decide<SealedTerms>(state, { type: 'close', at: new Date(START), seedHex: SEED }))
      if (closed?.type === 'auction-closed' && closed.winner !== null) sold++
    }
  })
  if (sold !== LOTS) throw new Error(`${format} sold ${sold} lots of ${LOTS}.`)
  console.log(
    `${format.padEnd(25)} ${LOTS} lots × ${BIDS} bids cleared in ${cleared.toFixed(0)} ms (received in ${received.toFixed(0)} ms); aim under 1,000 ms`,
  )
}

function longHistory(): History {
  const hour = 3_600_000
  const terms: Terms = {
    format: 'open-ascending',
    rulesVersion: 1,
    lot: 'lot-long',
    reserveMinor: 100_000n,
    bidders: paddles(BIDS),
    runnerUp: 'own-exit',
    increments: [{ fromMinor: 0n, stepMinor: 1000n }],
    softClose: { windowSeconds: 300, extendSeconds: 300 },
    opensAt: new Date(START),
    closesAt: new Date(START + 24 * hour),
    hardEndsAt: null,
  }
  const history = [...must(open(terms, terms.opensAt))]
  let state = begin(history[0] as History[0])
  for (let turn = 1; turn < EVENTS; turn++) {
    const bidder = String(10 + (turn % BIDS))
    const at = new Date(START + turn * 100)
    const bid = {
      type: 'place-bid',
      bidder,
      maxMinor: 100_000n + BigInt(turn) * 3000n,
      at,
      availableMinor: null,
    } as const
    for (const event of must(decide(state, bid))) {
      state = evolve(state, event)
      history.push(event)
    }
  }
  return history as unknown as History
}

const history = longHistory()
const perSecond = (milliseconds: number) =>
  Math.round((history.length * 1000) / milliseconds).toLocaleString('en')
const replayed = timed(() => replay(history))
const decided = timed(() => {
  const wrong = firstWrongEvent(history as History<AnyTerms>)
  if (wrong) throw new Error(`Event ${wrong.sequence} is wrong.`)
})
console.log(`replay                    ${perSecond(replayed)} events/s; aim 200,000`)
console.log(`every event decided again ${perSecond(decided)} events/s`)
