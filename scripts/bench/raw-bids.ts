/**
 * The statements of a bid run raw: `raw-bids.ts <file> <seconds> [--no-audit | --sequenced]`, without its audit entry, or
 * with the sequencer of the log at work beside it. One transaction per bid, session, audit entry and live
 * version included; no HTTP, no receipt, no queue. As many callers as bidders, over the connections that
 * the web has for bids.
 * Prints one line of JSON and leaves in the file how far the prices went.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { bidDatabase, closeDatabase, type Sql, sqlOf, type Tx } from '@/db/client'
import { saveCommitments } from '@/domain/bidders/commitments'
import { judge } from '@/domain/bids/decide-bid'
import { type Attempt, type LotForBids, loadLot } from '@/domain/bids/load-lot'
import { saveAttempts } from '@/domain/bids/save-attempts'
import { recordEvents } from '@/domain/lots/lot-auction'
import { sequenceLog } from '@/jobs/sequence-log'
import { peopleByTokens } from '@/lib/access/read-people'
import { appendAudit } from '@/lib/audit'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { announceIn } from '@/lib/live'

type Bidder = { id: string; person: { userId: string }; token: string; lots: string[] }

const STEP_MINOR = 500_000n
const [file, seconds, without] = process.argv.slice(2)
const isAudited = without !== '--no-audit'
const auction = JSON.parse(readFileSync(file!, 'utf8')) as {
  bidders: Bidder[]
  floor: Record<string, number>
}
const counts = { accepted: 0, refused: 0, failed: 0 }
const times: number[] = []
let until = 0

async function keepBidding(bidder: Bidder): Promise<void> {
  for (let turn = 0; performance.now() < until; turn++) {
    const lotId = bidder.lots[turn % bidder.lots.length]!
    const started = performance.now()
    try {
      const accepted = await bidDatabase().transaction((tx) => bid(tx, bidder, lotId))
      counts[accepted ? 'accepted' : 'refused']++
    } catch {
      counts.failed++
    }
    times.push(performance.now() - started)
  }
}

async function bid(tx: Tx, { token, id, person }: Bidder, lotId: string): Promise<boolean> {
  const sql: Sql = sqlOf(tx)
  const tokenHash = sha256Hex(token)
  const key = crypto.randomUUID()
  const call = {
    caller: { kind: 'session' as const, tokenHash },
    input: { lotId },
    key,
    requestHash: '',
    receivedAt: processNow(),
  }
  const [lot, people, [clock]] = await Promise.all([
    loadLot(sql, lotId, [call]),
    peopleByTokens(sql, [tokenHash]),
    sql<{ at: string }[]>`select clock_timestamp() as at`,
  ])
  const at = new Date(clock!.at)
  const actor = people.get(tokenHash)!
  // Decided after the lock, so that every raw bid overtakes and is accepted.
  const maxMinor = (leadOf(lot!)?.leaderMaxMinor ?? lot!.auction!.terms.reserveMinor) + STEP_MINOR
  const judged = judge(lot!, lot!.bidders.get(id)!, { maxMinor }, at)
  const accepted = 'events' in judged
  const attemptId = newId('bid', at)
  const attempt: Attempt = {
    id: attemptId,
    bidderId: id,
    placedBy: person.userId,
    key,
    requestHash: '',
    form: 'maximum',
    maxMinor,
    round: null,
    box: null,
    boxHash: null,
    byPhone: false,
    receivedAt: at,
    decidedAt: at,
    code: accepted ? 'accepted' : judged.refusal.code,
    position: lot!.auction!.sequence,
    priceAfterMinor: leadOf(lot!)?.priceMinor ?? null,
    details: {},
    receipt: '',
  }
  const events = accepted ? judged.events.map((event) => ({ event, attemptId })) : []
  await Promise.all([
    recordEvents(sql, lotId, events, lot!.auction!),
    saveAttempts(sql, [{ ...attempt, lotId }]),
    saveCommitments(
      sql,
      [...lot!.bidders.values()].filter((each) => each.committedMinor !== each.savedMinor),
    ),
    isAudited &&
      appendAudit(tx, [
        { kind: 'bid.place', outcome: accepted ? 'done' : 'refused', actor, object: attemptId },
      ]),
    announceIn(tx, [`lot:${lotId}`, `bidder:${id}`]),
  ])
  auction.floor[lotId] = Number(maxMinor / STEP_MINOR) + 1
  return accepted
}

async function run(forSeconds: number): Promise<number> {
  const started = performance.now()
  until = started + forSeconds * 1000
  await Promise.all(auction.bidders.map(keepBidding))
  return (performance.now() - started) / 1000
}

const stopping = new AbortController()
const sequencer = without === '--sequenced' ? sequenceLog(stopping.signal) : undefined
await run(3)
Object.assign(counts, { accepted: 0, refused: 0, failed: 0 })
times.length = 0
const before = process.cpuUsage()
const duration = await run(Number(seconds))
const { user, system } = process.cpuUsage(before)
const cpu = { app: (user + system) / times.length }
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0
writeFileSync(file!, JSON.stringify(auction))
console.log(
  JSON.stringify({ perSecond: counts.accepted / duration, ...counts, p50: at(0.5), p99: at(0.99), cpu }),
)
stopping.abort()
await sequencer
await closeDatabase()

function leadOf({ auction }: LotForBids) {
  return auction?.format === 'open-ascending' ? auction.lead : null
}
