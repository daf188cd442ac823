import type { Sql } from '@/db/client'
import { type AnyEvent, type AnyState, type AnyTerms, committed, open, replay } from '@/engine/auction'
import { isRefusal } from '@/engine/decision'
import { eventFromJson, eventToJson, type Json, stateFromJson, stateToJson } from '@/engine/json'

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

/**
 * Appends what the engine decided and brings the lot row to the state it leads to. The caller holds the lot's lock.
 * The two statements are sent together, in this order.
 */
export async function recordEvents(
  sql: Sql,
  lotId: string,
  events: readonly RecordedEvent[],
  state: AuctionState,
): Promise<void> {
  const last = events.at(-1)
  if (!last) return
  const rows = events.map(({ event, attemptId }) => ({
    sequence: event.sequence,
    type: event.type,
    event: eventToJson(event),
    at: event.at,
    attempt_id: attemptId ?? null,
  }))
  const { leader, priceMinor, closesAt, extensions, bids } = columnsOf(state)
  const lastAt = last.event.at?.toISOString() ?? null
  await Promise.all([
    sql`
      insert into lot_events (lot_id, sequence, type, event, at, attempt_id)
      select ${lotId}, sequence, type, event, at, attempt_id
      from json_to_recordset(${JSON.stringify(rows)}::text::json)
        as x(sequence int, type text, event jsonb, at timestamptz, attempt_id text)`,
    sql`
      update lots set sequence = ${state.sequence}, auction = ${JSON.stringify(stateToJson(state))}::text::jsonb,
        price_minor = ${priceMinor?.toString() ?? null}::text::bigint,
        leader_id = (select b.id from bidders b
          where b.round_id = lots.round_id and b.paddle = ${leader === null ? null : Number(leader)}::int),
        closes_at = ${closesAt?.toISOString() ?? null}::text::timestamptz, extensions = ${extensions},
        bid_count = ${bids}, last_event_at = ${lastAt}::text::timestamptz
      where id = ${lotId}`,
  ])
}
