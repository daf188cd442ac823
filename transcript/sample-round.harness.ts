import { readFileSync } from 'node:fs'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type AnyEvent, type AnyTerms, decide, type History, outcome, replay } from '../engine/auction'
import { eventFromJson, eventToJson, type Json } from '../engine/json'
import { toBase64 } from '../sealing/base64'
import { canonical, hashOfSecret, recordRoot, seedOfDraw, sha256Hex } from './canonical'
import { signCheckpoint } from './checkpoint'
import { empty, grow, rootOfGrowth } from './growth'
import { type Hash, leafHash } from './merkle'
import { formatVerifierKey, verifierKeyOf } from './note'
import type { Entry, RoundFile } from './round-file'

/** Rounds made up for tests and for the bench, as the portal would write them. */
export const ORIGIN = 'names.example/transcript'
export const SEED = new Uint8Array(32).fill(7)
const SECRET = '5a'.repeat(32)
const SALT = toBase64(new Uint8Array(16).fill(1))

type Golden = { terms: Record<string, Json>; events: Record<string, Json>[] }

/** A golden history of the engine by its name. */
function golden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`../engine/histories/${name}.json`, import.meta.url), 'utf8'))
}

/** Lots of golden histories, one after the other; a checkpoint after every second leaf, and `more` leaves nobody tells. */
export function sampleRound(names: readonly string[], more = 3): RoundFile {
  const lots = names.map((name, at) => lotOf(golden(name), `lot_${at}`, `q${at}`))
  const log = makeLog()
  for (let leaf = 0; leaf < more; leaf++) log.add(leafHash(Uint8Array.of(leaf % 256, leaf >> 8)))
  const configuration = {
    format: lots[0]?.terms.format ?? '',
    settings: { runnerUp: lots[0]?.terms.runnerUp ?? '' },
    lots: lots.map(({ id, label, terms }) => ({ lot: id, label, reserveMinor: terms.reserveMinor ?? '' })),
  }
  const done = { v: 1, outcome: 'done', object: 'rnd_sample' }
  const configHash = sha256Hex(canonical(configuration))
  const facts = { configuration, configHash, secretHash: hashOfSecret(SECRET) }
  log.tell(canonical({ ...done, kind: 'round.approve', facts }))
  for (const { id, events } of lots)
    for (const event of events)
      log.tell(canonical({ v: 1, kind: 'lot.event', lot: id, attempt: `bid_${event.sequence}`, event }))
  const made = lots.map(({ label, result, events }) => [label, result.status, recordRoot(events)])
  log.tell(canonical({ ...done, kind: 'round.finalise', facts: { lots: made } }))
  return {
    format: 'round-transcript/v1',
    key: formatVerifierKey(verifierKeyOf(ORIGIN, SEED)),
    receiptKey: formatVerifierKey(verifierKeyOf('names.example/receipts', SEED)),
    round: {
      id: 'rnd_sample',
      name: 'A round',
      slug: '1-1',
      rulesVersion: '1',
      scoresHash: null,
      secret: SECRET,
    },
    ...log.end(),
    lots: lots.map(({ id, label, result }) => ({
      id,
      label,
      outcome: result.status,
      winner: result.winner,
      winnerName: result.winner && 'Example Winner (fictional)',
      priceMinor: result.priceMinor?.toString() ?? null,
    })),
  }
}

/** The history under another lot’s id; in formats that draw, closed with the seed that its own record leads to. */
function lotOf({ terms, events }: Golden, id: string, label: string) {
  const own: Record<string, Json>[] = events.map((event) =>
    event.type === 'auction-opened' ? { ...event, terms: { ...terms, lot: id } } : event,
  )
  const last = own.at(-1)
  if (last?.type === 'auction-closed' && last.seedHex !== null) {
    const before = own.slice(0, -1)
    const seedHex = seedOfDraw(SECRET, recordRoot(before))
    const closed = decide<AnyTerms>(replay<AnyTerms>(historyOf(before)), {
      type: 'close',
      at: null,
      seedHex,
    } as never)
    own.splice(-1, 1, ...(closed as AnyEvent[]).map((event) => eventToJson(event) as Record<string, Json>))
  }
  return { id, label, terms, events: own, result: outcome(historyOf(own)) }
}

const historyOf = (events: readonly Json[]) =>
  events.map((event) => eventFromJson<AnyTerms>(event)) as unknown as History<AnyTerms>

/** A log that is written leaf by leaf. */
export function makeLog() {
  const growth = empty()
  const hashes: Hash[] = []
  const entries: Entry[] = []
  const history: string[] = []
  const sign = () => signCheckpoint({ origin: ORIGIN, size: growth.size, root: rootOfGrowth(growth) }, SEED)
  const add = (hash: Hash) => {
    hashes.push(hash)
    grow(growth, hash)
  }
  return {
    add,
    tell(data: string, isSigned = growth.size % 2 === 1) {
      const salted = new Uint8Array([...new Uint8Array(16).fill(1), ...utf8ToBytes(data)])
      entries.push({ index: growth.size, salt: SALT, data })
      add(leafHash(salted))
      if (isSigned) history.push(sign())
    },
    end() {
      const bytes = Buffer.concat(hashes)
      return {
        checkpoint: sign(),
        history,
        leaves: { from: 0, peaks: [], hashes: bytes.toString('base64') },
        entries,
      }
    },
  }
}
