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
import { hashOfScores, leafOfScore } from './plan-scores'
import type { Entry, RoundFile, ScoresOfRecord, SealedRecord } from './round-file'

/** Rounds made up for tests and for the bench, as the portal would write them. */
export const ORIGIN = 'names.example/transcript'
export const RECEIPTS = 'names.example/receipts'
export const SEED = new Uint8Array(32).fill(7)
export const ROUND = 'rnd_sample'
const SECRET = '5a'.repeat(32)
const SALT = toBase64(new Uint8Array(16).fill(1))

type Golden = { terms: Record<string, Json>; events: Record<string, Json>[] }
export type SampleLot = {
  id: string
  label: string
  terms: Record<string, Json>
  events: Record<string, Json>[]
}

/** A golden history of the engine by its name. */
export function golden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`../engine/histories/${name}.json`, import.meta.url), 'utf8'))
}

/** Lots of golden histories of one format that is not sealed; a checkpoint after so many leaves, and `more` untold. */
export function sampleRound(names: readonly string[], more = 3, every = 8): RoundFile {
  const lots = names.map((name, at) => lotOf(golden(name), `lot_${at}`, `q${at}`))
  const log = makeLog(every)
  for (let leaf = 0; leaf < more; leaf++) log.add(leafHash(Uint8Array.of(leaf % 256, leaf >> 8)))
  tellApproval(log, lots)
  for (const lot of lots) {
    tellOpening(log, lot, lots)
    tellInterventions(log, lot)
    for (const event of lot.events) tellEvent(log, lot, event, `bid_${event.sequence}`)
  }
  return endRound(log, lots, null)
}

export type Log = ReturnType<typeof makeLog>

/** An entry of something done, by two people where it takes two. */
export function tellAction(
  log: Log,
  kind: string,
  facts: Json,
  { object = ROUND, actor = 'sub_dana', approver = 'sub_miro' as string | null } = {},
): void {
  log.tell(canonical({ v: 1, outcome: 'done', kind, actor, approver, object, facts }))
}

export function tellApproval(
  log: Log,
  lots: readonly SampleLot[],
  settings: Record<string, Json> = {},
): void {
  const terms = lots[0]?.terms ?? {}
  const { windowSeconds = null, extendSeconds = null } = (terms.softClose ?? {}) as Record<string, Json>
  const quality = terms.quality as Record<string, Json> | null | undefined
  const configuration = {
    name: 'A round',
    phase: 1,
    round: 1,
    rulesVersion: '1',
    format: terms.format ?? '',
    timetable: { biddingOpensAt: terms.opensAt ?? null, biddingClosesAt: terms.closesAt ?? null },
    settings: {
      runnerUp: terms.runnerUp ?? '',
      ties: terms.tieRule === 'draw' ? 'draw' : 'plan-score',
      increments: terms.increments ?? null,
      softClose: { windowSeconds, extendSeconds, hardEnd: terms.hardEndsAt ?? null },
      passLineHundredths: quality?.passHundredths ?? 0,
      qualityCoefficientMaxBp: quality?.cmaxBp ?? 0,
      ...settings,
    },
    lots: lots.map(({ id, label, terms }) => ({ lot: id, label, reserveMinor: terms.reserveMinor ?? '' })),
  }
  const configHash = sha256Hex(canonical(configuration))
  tellAction(log, 'round.approve', { configuration, configHash, secretHash: hashOfSecret(SECRET) })
}

/** Of every bidder of these lots, and of a plan that did not qualify. */
function scoresOf(lots: readonly SampleLot[]): ScoresOfRecord {
  const plans = lots.flatMap(({ id: lot, terms }) =>
    (terms.bidders as { id: string; scoreHundredths: number | null }[]).map(
      ({ id: paddle, scoreHundredths }) => {
        const salt = sha256Hex(`${lot} ${paddle}`)
        return { lot, paddle, salt, outcome: 'qualified', scoreHundredths }
      },
    ),
  )
  const other = { lot: 'lot_0', outcome: 'not-qualified', salt: sha256Hex('other'), scoreHundredths: 4000 }
  return {
    leaves: [...plans, other].map(leafOfScore).sort(),
    salts: plans.map(({ lot, paddle, salt }) => ({ lot, paddle, salt })),
  }
}

export function tellOpening(log: Log, { id, terms }: SampleLot, lots: readonly SampleLot[]): void {
  const scoresHash = hashOfScores(scoresOf(lots).leaves)
  const facts = { bidders: (terms.bidders as Json[]).length, outcome: 'open', scoresHash }
  tellAction(log, 'lot.open', facts, { object: id, actor: 'system:schedule', approver: null })
}

export function tellEvent(log: Log, { id }: SampleLot, event: Json, attempt: string | null): void {
  log.tell(canonical({ v: 1, kind: 'lot.event', lot: id, attempt, event }))
}

/** The decisions of officers behind the events that come of them. */
export function tellInterventions(log: Log, { events }: SampleLot): void {
  for (const { type, bidder = null, cause } of events) {
    if (type === 'bidder-struck')
      tellAction(log, 'bidder.strike', { round: ROUND, paddle: bidder }, { object: `bdr_${bidder}` })
    if (type === 'auction-suspended') tellAction(log, 'round.suspend', {})
    if (type === 'auction-resumed') tellAction(log, 'round.resume', {})
    if (type === 'close-moved' && cause === 'extension') tellAction(log, 'round.make-up-outage', {})
  }
}

/** Makes the round final, and the file of it. */
export function endRound(log: Log, lots: readonly SampleLot[], sealed: SealedRecord | null): RoundFile {
  const results = lots.map(({ events }) => outcome(historyOf(events)))
  const made = lots.map(({ label, events }, at) => [label, results[at]?.status ?? '', recordRoot(events)])
  tellAction(log, 'round.finalise', { lots: made })
  const scores = scoresOf(lots)
  const scoresHash = hashOfScores(scores.leaves)
  return {
    format: 'round-transcript/v1',
    key: formatVerifierKey(verifierKeyOf(ORIGIN, SEED)),
    receiptKey: formatVerifierKey(verifierKeyOf(RECEIPTS, SEED)),
    round: { id: ROUND, name: 'A round', slug: '1-1', rulesVersion: '1', scoresHash, secret: SECRET },
    ...log.end(),
    lots: lots.map(({ id, label }, at) => ({
      id,
      label,
      outcome: results[at]?.status ?? '',
      winner: results[at]?.winner ?? null,
      winnerName: results[at]?.winner ? 'Example Winner (fictional)' : null,
      priceMinor: results[at]?.priceMinor?.toString() ?? null,
    })),
    scores,
    sealed,
  }
}

/** The history under another lot’s id; in formats that draw, closed with the seed that its own record leads to. */
function lotOf({ terms, events }: Golden, id: string, label: string): SampleLot {
  const own = events.map(
    (event): Record<string, Json> =>
      event.type === 'auction-opened' ? { ...event, terms: { ...terms, lot: id } } : event,
  )
  const isDrawn = terms.format !== 'open-ascending' && own.at(-1)?.type === 'auction-closed'
  const closed = isDrawn ? [...own.slice(0, -1), ...closeEvents(own.slice(0, -1), null)] : own
  return { id, label, terms, events: closed }
}

/** How an auction ends after these events, drawn with the round’s secret. */
export function closeEvents(before: Record<string, Json>[], at: Date | null): Record<string, Json>[] {
  const seedHex = seedOfDraw(SECRET, recordRoot(before))
  const closed = decide<AnyTerms>(replay<AnyTerms>(historyOf(before)), {
    type: 'close',
    at,
    seedHex,
  } as never)
  return (closed as AnyEvent[]).map((event) => eventToJson(event) as Record<string, Json>)
}

export const historyOf = (events: readonly Json[]) =>
  events.map((event) => eventFromJson<AnyTerms>(event)) as unknown as History<AnyTerms>

/**
 * A log that is written leaf by leaf.
 * @param every of so many leaves that are told is followed by a checkpoint
 */
export function makeLog(every = 2) {
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
    tell(data: string, isSigned = growth.size % every === every - 1) {
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
