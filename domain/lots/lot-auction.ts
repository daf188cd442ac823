import type { Sql } from '@/db/client'
import { type AnyEvent, type AnyState, type AnyTerms, committed, open, replay } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import { eventFromJson, eventToJson, type Json, stateFromJson, stateToJson } from '@/engine/json'
import { leafOfEvent } from './leaf-of-event'

/**
 * The auction of a lot between the tables and the engine. The lot row keeps the moving part of the state, the first
 * event the terms; the events of `lot_events` are the history that the row must equal on replay (R3.3, R9.4).
 */

export type Terms = AnyTerms
export type AuctionState = AnyState

/** Terms never change once a lot is open (R3.5), so a process reads them once. */
const knownTerms = new Map<string, Terms>()
const MOST_KNOWN = 5000

/** The terms in the lot's first event; undefined when it was never opened. Call it only for what is committed. */
export async function termsOf(sql: Sql, lotId: string): Promise<Terms | undefined> {
  const known = knownTerms.get(lotId)
  if (known) return known
  const [row] = await sql<{ event: Json }[]>`
    select event from lot_events where lot_id = ${lotId} and sequence = 1`
  const opened = row && eventFromJson<AnyTerms>(row.event)
  if (opened?.type !== 'auction-opened') return undefined
  if (knownTerms.size >= MOST_KNOWN) knownTerms.clear()
  knownTerms.set(lotId, opened.terms)
  return opened.terms
}

/** The state a lot row stands for. */
export function stateOf(terms: Terms, auction: unknown): AuctionState {
  return stateFromJson<AnyTerms>(terms, auction as Json)
}

export type RecordedEvent = { event: AnyEvent; attemptId?: string }

/** Event 1, what follows from it at once, and the state after. Throws when no auction can be held under the terms. */
export function openAuction(terms: Terms, at: Date): { events: RecordedEvent[]; state: AuctionState } {
  const history = open<AnyTerms>(terms, at)
  if (isRefusal(history)) throw new Error(`The terms of ${terms.lot} are malformed: ${history.field}`)
  return { events: history.map((event) => ({ event })), state: replay<AnyTerms>(history) }
}

/**
 * What the columns of a lot say of a state. `leader` is a paddle. The price is what everyone may see while bidding lasts:
 * of a clock the start price of the round, of sealed bids none; the final price has a column of its own.
 */
export function columnsOf(state: AuctionState) {
  if (state.format === 'open-ascending') {
    const { lead, closesAt, extensions, bids } = state
    return { leader: lead?.leader ?? null, priceMinor: lead?.priceMinor ?? null, closesAt, extensions, bids }
  }
  const { closesAt, result } = state
  const ended = { leader: result?.bidder ?? null, closesAt, extensions: 0 }
  if (state.format === 'ascending-clock')
    return {
      ...ended,
      priceMinor: state.round?.startMinor ?? null,
      bids: state.sequence - state.announced,
    }
  return { ...ended, priceMinor: null, bids: state.standing.length }
}

export type CommitmentChange = { paddle: number; byMinor: bigint }

/** How far a step changes what bidders stand committed to on the lot (R7.2); those it leaves alone are not named. */
export function commitmentChanges(before: AuctionState, after: AuctionState): CommitmentChange[] {
  return after.terms.bidders
    .map(({ id }) => ({ paddle: Number(id), byMinor: committed(after, id) - committed(before, id) }))
    .filter(({ byMinor }) => byMinor !== 0n)
}

/** What the engine decided on a lot, and the state that it leads to. */
export type LotHistory = { lotId: string; events: readonly RecordedEvent[]; state: AuctionState }

/** `recordHistories` for one lot. */
export function recordEvents(
  sql: Sql,
  lotId: string,
  events: readonly RecordedEvent[],
  state: AuctionState,
): Promise<void> {
  return recordHistories(sql, [{ lotId, events, state }])
}

/**
 * Appends what the engine decided and brings the lot rows to the states it leads to. The caller holds the lots' locks.
 * The two statements are sent together, in this order, however many lots there are.
 */
export async function recordHistories(sql: Sql, histories: readonly LotHistory[]): Promise<void> {
  const moved = histories.filter(({ events }) => events.length > 0)
  if (moved.length === 0) return
  const events = moved.flatMap(({ lotId, events }) =>
    events.map(({ event, attemptId }) => {
      const row = { lot: lotId, attempt: attemptId ?? null, event: eventToJson(event) }
      const { sequence, type, at } = event
      return { ...row, sequence, type, at, ...leafOfEvent(row) }
    }),
  )
  await Promise.all([
    sql`
      insert into lot_events (lot_id, sequence, type, event, at, attempt_id, salt, leaf_hash)
      select lot, sequence, type, event, at, attempt, decode(salt, 'hex'), decode(hash, 'hex')
      from json_to_recordset(${JSON.stringify(events)}::text::json)
        as x(lot text, sequence int, type text, event jsonb, at timestamptz, attempt text, salt text, hash text)`,
    sql`
      update lots set sequence = x.sequence, auction = x.auction, price_minor = x.price_minor,
        leader_id = (select b.id from bidders b where b.round_id = lots.round_id and b.paddle = x.leader),
        closes_at = x.closes_at, extensions = x.extensions, bid_count = x.bids, last_event_at = x.last_event_at
      from json_to_recordset(${JSON.stringify(moved.map(rowOf))}::text::json)
        as x(id text, sequence int, auction jsonb, price_minor bigint, leader int, closes_at timestamptz, extensions int,
          bids int, last_event_at timestamptz)
      where lots.id = x.id`,
  ])
}

function rowOf({ lotId, events, state }: LotHistory) {
  const { leader, priceMinor, closesAt, extensions, bids } = columnsOf(state)
  return {
    id: lotId,
    sequence: state.sequence,
    auction: stateToJson(state),
    price_minor: priceMinor?.toString() ?? null,
    leader: leader === null ? null : Number(leader),
    closes_at: closesAt,
    extensions,
    bids,
    last_event_at: events.at(-1)?.event.at ?? null,
  }
}
