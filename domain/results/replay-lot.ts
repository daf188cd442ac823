import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { bidAttempts, bidders, lotBidders, lotEvents } from '@/db/schema/auctions'
import type { LotOutcome, lots } from '@/db/schema/rounds'
import { recordRoot } from '@/domain/rounds/tie-seed'
import { type AnyEvent, type AnyTerms, type History, type Outcome, outcome, replay } from '@/engine/auction'
import { eventFromJson, type Json, stateToJson } from '@/engine/json'
import { firstWrongEvent } from '@/engine/verify'
import { canonicalJson } from '@/lib/canonical-json'

type Lot = typeof lots.$inferSelect

/** What a lot's history comes to when it is decided again (R9.4), and the first difference from the tables, if any. */
export type Replay = {
  events: number
  /** SHA-256 over the canonical JSON of each event, in order, joined by line feeds. */
  eventsHash: string
  outcome: LotOutcome | null
  winnerApplicationId: string | null
  priceMinor: bigint | null
  standing: { paddle: number; amountMinor: string }[]
  ifDefault: Outcome['ifDefault'] | null
  /** One sentence; undefined when replay and tables are equal. */
  difference?: string
}

const OUTCOMES: Partial<Record<Outcome['status'], LotOutcome>> = {
  sold: 'sold',
  unsold: 'unsold',
  allotted: 'allotted',
}

/** Decides every event of a lot again and compares the end with the lot row and with the attempts that have receipts. */
export async function replayLot(db: Reader, lot: Lot): Promise<Replay> {
  const rows = await db
    .select()
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lot.id))
    .orderBy(asc(lotEvents.sequence))
  const eventsHash = recordRoot(rows.map(({ event }) => event))
  const head = { events: rows.length, eventsHash }
  if (rows.length === 0) return { ...head, ...neverOpened(lot) }
  const history = rows.map(({ event }) =>
    eventFromJson<AnyTerms>(event as Json),
  ) as unknown as History<AnyTerms>
  const result = outcome(history)
  const winner = result.winner === null ? null : await applicationOf(db, lot.id, result.winner)
  const replayed = {
    ...head,
    outcome: OUTCOMES[result.status] ?? null,
    winnerApplicationId: winner,
    priceMinor: result.priceMinor,
    standing: result.order.map(({ bidder, amountMinor }) => ({
      paddle: Number(bidder),
      amountMinor: amountMinor.toString(),
    })),
    ifDefault: result.ifDefault,
  }
  const difference =
    wrongEvent(rows, history) ?? wrongRow(lot, history, replayed) ?? (await lostAttempt(db, lot.id, rows))
  return difference === undefined ? replayed : { ...replayed, difference }
}

function neverOpened(lot: Lot): Omit<Replay, 'events' | 'eventsHash'> {
  const nobody = { winnerApplicationId: null, priceMinor: null, standing: [], ifDefault: null }
  if (lot.outcome === 'returned' && lot.sequence === 0) return { outcome: 'returned', ...nobody }
  return { outcome: null, ...nobody, difference: 'The lot has no events.' }
}

function wrongEvent(rows: readonly { sequence: number }[], history: History<AnyTerms>): string | undefined {
  const gap = rows.findIndex(({ sequence }, index) => sequence !== index + 1)
  if (gap >= 0) return `Event ${gap + 1} is missing.`
  const wrong = firstWrongEvent(history)
  return wrong ? `Event ${wrong.sequence} is not what the rules lead to.` : undefined
}

function wrongRow(
  lot: Lot,
  history: History<AnyTerms>,
  replayed: Omit<Replay, 'difference'>,
): string | undefined {
  const last = history.at(-1) as AnyEvent
  const state = stateToJson(replay<AnyTerms>(history))
  const differs = (
    [
      ['state', canonicalJson(lot.auction) === canonicalJson(state)],
      ['sequence', lot.sequence === last.sequence],
      ['outcome', lot.outcome === replayed.outcome],
      ['winner', lot.winnerApplicationId === replayed.winnerApplicationId],
      ['price', lot.finalPriceMinor === replayed.priceMinor],
    ] as const
  ).find(([, same]) => !same)
  return differs && `The ${differs[0]} in the tables is not the one that the events lead to.`
}

const BIDS = ['bid-accepted', 'bid-submitted', 'bid-withdrawn', 'bid-voided', 'round-bid-accepted']

/** Every accepted attempt has its event, and every bid its attempt: nothing acknowledged is lost. */
async function lostAttempt(
  db: Reader,
  lotId: string,
  rows: readonly { type: string; attemptId: string | null }[],
): Promise<string | undefined> {
  const bids = rows.filter(({ type }) => BIDS.includes(type))
  const attempts = await db
    .select({ id: bidAttempts.id })
    .from(bidAttempts)
    .where(and(eq(bidAttempts.lotId, lotId), eq(bidAttempts.code, 'accepted')))
  const accepted = new Set(attempts.map(({ id }) => id))
  const lost = bids.length !== accepted.size || bids.some(({ attemptId }) => !accepted.has(attemptId ?? ''))
  return lost ? 'The receipts of accepted bids and the events are not the same bids.' : undefined
}

async function applicationOf(db: Reader, lotId: string, paddle: string): Promise<string | null> {
  const rows = await db
    .select({ applicationId: lotBidders.applicationId, paddle: bidders.paddle })
    .from(lotBidders)
    .innerJoin(bidders, eq(bidders.id, lotBidders.bidderId))
    .where(eq(lotBidders.lotId, lotId))
  return rows.find((row) => row.paddle === Number(paddle))?.applicationId ?? null
}
