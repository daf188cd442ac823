import { inspect } from 'node:util'
import { identityToRecipient } from 'age-encryption'
import { type AnyEvent, type AnyTerms, decide, open, replay } from '../engine/auction'
import { isRefusal } from '../engine/decision'
import { eventToJson, type Json, termsFromJson } from '../engine/json'
import { limitOf } from '../engine/limits'
import { type SealedAccount, takeUpBid } from '../engine/sealed-limits'
import { toBase64 } from '../sealing/base64'
import { identityOf } from '../sealing/identity'
import { type Opened, openBids } from '../sealing/open'
import { sealBid } from '../sealing/seal'
import { hashOfShare, proofKeyOf, proveShare, splitSecret } from '../sealing/share'
import { sha256Hex } from './canonical'
import { signNote } from './note'
import type { RoundFile, SealedBidOfRecord } from './round-file'
import {
  closeEvents,
  endRound,
  golden,
  historyOf,
  type Log,
  makeLog,
  RECEIPTS,
  ROUND,
  type SampleLot,
  SEED,
  tellAction,
  tellApproval,
  tellEvent,
  tellInterventions,
  tellOpening,
} from './sample-round.harness'

/** A sealed bid of a made-up round: on the lot with this number; `amountMinor` null: a withdrawal. */
export type SampleBid = {
  lot: number
  bidder: string
  amountMinor: bigint | null
  /** Sealed for another place than it is handed in at, or to somebody else. */
  spoilt?: 'wrong-lot' | 'wrong-bidder' | 'unreadable'
}
type Sealed = SampleBid & {
  record: SealedBidOfRecord
  attempt: string
  at: Date
  sha256: string | null
  key: string
}

const OPENS = Date.parse('2026-11-21T10:00:00.000Z')
const CLOSES = new Date(OPENS + 3_600_000)
export const SECRET_OF_ROUND = identityOf(new Uint8Array(32).fill(9))

/** The bids of a golden history, in its order. */
export function bidsOf(name: string, lot = 0): SampleBid[] {
  return golden(name).events.flatMap(({ type, bidder, amountMinor }): SampleBid[] => {
    const bid = { lot, bidder: String(bidder) }
    if (type === 'bid-submitted') return [{ ...bid, amountMinor: BigInt(String(amountMinor)) }]
    return type === 'bid-withdrawn' ? [{ ...bid, amountMinor: null }] : []
  })
}

const made = new Map<string, Promise<RoundFile>>()

/**
 * A sealed round with the terms of golden histories, held as the portal would: key, four proofs, bids, opening by three,
 * and each auction decided from what was opened. Whoever asks for the same one gets the same one.
 * @param settings of the round, such as `{ sealedSecret: 'auditor' }`
 */
export function sampleSealedRound(
  names: readonly string[],
  bids: readonly SampleBid[] = names.flatMap(bidsOf),
  settings: Record<string, Json> = {},
): Promise<RoundFile> {
  const wanted = inspect([names, bids, settings], { depth: null, maxArrayLength: null })
  const round = made.get(wanted) ?? holdRound(names, bids, settings)
  made.set(wanted, round)
  return round
}

async function holdRound(
  names: readonly string[],
  bids: readonly SampleBid[],
  settings: Record<string, Json>,
): Promise<RoundFile> {
  const lots = names.map((name, at) => openedLot(name, `lot_${at}`, `q${at}`))
  const log = makeLog(16)
  tellApproval(log, lots, settings)
  const { recipient, shares } = await tellKey(log)
  for (const lot of lots) {
    tellOpening(log, lot, lots)
    for (const event of lot.events) tellEvent(log, lot, event, null)
  }
  const sealed = []
  for (const [number, bid] of bids.entries()) sealed.push(await handIn(log, lots, recipient, bid, number))
  const opened = await openAll(sealed)
  tellOpeningOf(log, sealed, shares, opened)
  decideAll(log, lots, sealed, names, opened)
  const isWithheld = settings.sealedSecret === 'auditor'
  const records = sealed.map(({ record }) => (isWithheld ? { ...record, ciphertext: null } : record))
  return endRound(log, lots, { secret: isWithheld ? null : SECRET_OF_ROUND, bids: records })
}

function openedLot(name: string, id: string, label: string): SampleLot {
  const times = { opensAt: new Date(OPENS).toISOString(), closesAt: CLOSES.toISOString() }
  const terms = { ...golden(name).terms, ...times, lot: id }
  const opened = open(termsFromJson<AnyTerms>(terms), new Date(OPENS) as never)
  if (isRefusal(opened as never)) throw new Error(JSON.stringify(opened))
  return { id, label, terms, events: toJson(opened as readonly AnyEvent[]) }
}

const toJson = (events: readonly AnyEvent[]) =>
  events.map((event) => eventToJson(event) as Record<string, Json>)

async function tellKey(log: Log) {
  const recipient = await identityToRecipient(SECRET_OF_ROUND)
  const shares = await splitSecret(SECRET_OF_ROUND)
  const facts = {
    version: 1,
    recipient,
    ceremonyHash: 'ce'.repeat(32),
    shares: shares.map(hashOfShare),
    proofKeys: shares.map(proofKeyOf),
  }
  tellAction(log, 'round-key.publish', facts)
  for (const [at, share] of shares.slice(0, 4).entries()) {
    const challenge = `rky_sample.${at + 1}`
    const proof = { challenge, proof: proveShare(share, challenge) }
    tellAlone(log, 'share.prove', { keyVersion: 1, share: hashOfShare(share), proofs: at + 1, ...proof })
  }
  return { recipient, shares: shares.map(hashOfShare) }
}

function tellAlone(log: Log, kind: string, facts: Json, object = ROUND, actor = 'sub_carol'): void {
  tellAction(log, kind, facts, { object, actor, approver: null })
}

/** Seals a bid, receives it, and tells its entry. */
async function handIn(
  log: Log,
  lots: readonly SampleLot[],
  recipient: string,
  bid: SampleBid,
  number: number,
): Promise<Sealed> {
  const { bidder, amountMinor, spoilt } = bid
  const [attempt, key] = [`bid_${number}`, `key_${number}`]
  const lot = lots[bid.lot]!.id
  const to =
    spoilt === 'unreadable' ? await identityToRecipient(identityOf(new Uint8Array(32).fill(3))) : recipient
  const place = {
    round: ROUND,
    lot: spoilt === 'wrong-lot' ? 'lot_other' : lot,
    bidder: spoilt === 'wrong-bidder' ? 'bdr_other' : `bdr_${bidder}`,
    key,
  }
  const made = amountMinor === null ? undefined : await sealBid(to, place, amountMinor)
  const at = new Date(OPENS + (number + 1) * 1000)
  const sha256 = made?.sha256 ?? null
  const lines = [
    'pir receipt v1',
    `attempt ${attempt}`,
    `lot ${lot}`,
    `paddle ${bidder}`,
    `key ${key}`,
    sha256 ? `sealed sha256 ${sha256}` : 'withdrawal',
    `decided ${at.toISOString()}`,
    'code accepted',
  ]
  const receipt = signNote(`${lines.join('\n')}\n`, RECEIPTS, SEED)
  const facts = { position: 1, ...(sha256 && { sha256 }) }
  tellAlone(log, 'bid.place', facts, attempt, `paddle:${bidder}`)
  const ciphertext = made ? toBase64(made.ciphertext) : null
  return { ...bid, record: { receipt, bidder: `bdr_${bidder}`, ciphertext }, attempt, at, sha256, key }
}

function tellOpeningOf(
  log: Log,
  sealed: readonly Sealed[],
  shares: readonly string[],
  opened: ReadonlyMap<Sealed, Opened>,
): void {
  const boxes = sealed.filter(({ sha256 }) => sha256 !== null)
  const bidsHash = sha256Hex(boxes.map(({ sha256 }) => sha256).join('\n'))
  tellAction(log, 'opening.begin', { bids: boxes.length, bidsHash })
  for (const [at, number] of [0, 2, 4].entries())
    tellAlone(log, 'share.release', { share: shares[number] ?? '', released: at + 1 })
  const bids = boxes.map((box) => {
    const found = opened.get(box)!
    return [box.sha256, found.plainHash, 'void' in found ? found.void : 'valid']
  })
  tellAlone(log, 'opening.open-bids', { bids, finished: true }, ROUND, 'system:schedule')
}

async function openAll(sealed: readonly Sealed[]): Promise<ReadonlyMap<Sealed, Opened>> {
  const boxes = sealed.filter(({ sha256 }) => sha256 !== null)
  const bytes = boxes.map(({ lot, bidder, key, record }) => ({
    ...{ round: ROUND, lot: `lot_${lot}`, bidder: `bdr_${bidder}`, key },
    ciphertext: new Uint8Array(Buffer.from(record.ciphertext ?? '', 'base64')),
  }))
  const opened = await openBids(bytes, SECRET_OF_ROUND)
  return new Map(boxes.map((box, at) => [box, opened[at]!]))
}

/** Each lot’s events from what was opened, and its close. Strikes of the golden histories come first. */
function decideAll(
  log: Log,
  lots: readonly SampleLot[],
  sealed: readonly Sealed[],
  names: readonly string[],
  opened: ReadonlyMap<Sealed, Opened>,
): void {
  const accounts = new Map<string, SealedAccount>()
  const available = new Map(sealed.map((bid) => [bid, availableFor(bid, opened.get(bid), lots, accounts)]))
  for (const [number, lot] of lots.entries()) {
    const own = sealed.filter((bid) => bid.lot === number)
    const attempts: (string | null)[] = []
    for (const bid of own) {
      const { at, bidder } = bid
      const found = opened.get(bid)
      const put = (command: object) =>
        decide<AnyTerms>(replay<AnyTerms>(historyOf(lot.events)), { at, bidder, ...command } as never)
      const first =
        found === undefined
          ? put({ type: 'withdraw-bid' })
          : 'void' in found
            ? put({ type: 'void-bid', reason: found.void })
            : put({ type: 'submit-bid', amountMinor: found.amountMinor, availableMinor: available.get(bid) })
      const events = isRefusal(first) ? put({ type: 'void-bid', reason: first.code }) : first
      lot.events.push(...toJson(events as readonly AnyEvent[]))
      attempts.push(bid.attempt)
    }
    for (const { type, bidder } of golden(names[number]!).events)
      if (type === 'bidder-struck') {
        const strike = { type: 'strike-bidder', at: CLOSES, bidder } as never
        const struck = decide<AnyTerms>(replay<AnyTerms>(historyOf(lot.events)), strike)
        lot.events.push(...toJson(struck as readonly AnyEvent[]))
      }
    if (lot.events.at(-1)?.type !== 'lot-allotted') lot.events.push(...closeEvents(lot.events, CLOSES))
    tellInterventions(log, lot)
    for (const [at, event] of lot.events.slice(1).entries()) tellEvent(log, lot, event, attempts[at] ?? null)
  }
}

function availableFor(
  { lot, bidder }: Sealed,
  found: { amountMinor: bigint } | { void: string } | undefined,
  lots: readonly SampleLot[],
  accounts: Map<string, SealedAccount>,
): bigint | null {
  const { terms, id } = lots[lot]!
  const known = (terms.bidders as Record<string, Json>[]).find((each) => each.id === bidder)
  const account = accounts.get(bidder) ?? {
    limitMinor: limitOf(BigInt(String(known?.depositMinor ?? 0))),
    allottedMinor: 0n,
    standing: new Map(),
  }
  accounts.set(bidder, account)
  if (found === undefined) account.standing.delete(id)
  if (!found || 'void' in found) return null
  const reserveMinor = BigInt(String(terms.reserveMinor))
  return takeUpBid(account, { lot: id, reserveMinor, amountMinor: found.amountMinor })
}
