import type { Sql } from '@/db/client'
import type { BidForm } from '@/db/schema/auctions'
import type { AuctionFormat, LotState } from '@/db/schema/rounds'
import {
  type AuctionState,
  type RecordedEvent,
  stateOf,
  type Terms,
  termsOf,
} from '@/domain/lots/lot-auction'
import type { Call, Wanted } from '@/lib/operation-group'
import type { PlaceBid } from './input'

export type Bidder = {
  id: string
  organisationId: string
  paddle: number
  /** The paddle as the engine knows it. */
  name: string
  limitMinor: bigint | null
  /** As the row has it, and as the decisions have moved it. */
  savedMinor: bigint
  committedMinor: bigint
  struck: boolean
  /** A bot of the demo world, and the person it bids as. */
  houseUserId: string | null
}

/** An attempt as it is stored: enough to give the same answer again (R7.7). */
export type Attempt = {
  id: string
  bidderId: string
  placedBy: string
  key: string
  requestHash: string
  form: BidForm
  /** Null for a sealed bid, and where no amount could be read. */
  maxMinor: bigint | null
  round: number | null
  box: Uint8Array | null
  boxHash: string | null
  byPhone: boolean
  receivedAt: Date
  decidedAt: Date
  code: string
  position: number
  priceAfterMinor: bigint | null
  details: Record<string, string | number>
  receipt: string
}

/** A locked lot with everyone its waiting bids are about, and what the decisions have come to so far. */
export type LotForBids = {
  id: string
  roundId: string
  format: AuctionFormat
  state: LotState
  publicReason: string
  reserveMinor: bigint
  lastEventAt: Date | null
  sequence: number
  /** The last event that everyone may know of, of a sealed lot: the opening made one of each bid. */
  announced: number
  /** Undefined before bidding opens, and for a lot that was never opened. */
  auction: AuctionState | undefined
  bidders: Map<string, Bidder>
  /** The same by organisation: it has one paddle in a round. */
  bidderOf: ReadonlyMap<string, Bidder>
  /** Answers already given, by `attemptKey`. */
  known: Map<string, Attempt>
  events: RecordedEvent[]
  attempts: Attempt[]
}

export function attemptKey(bidderId: string, key: string): string {
  return `${bidderId} ${key}`
}

type LotRow = {
  id: string
  roundId: string
  format: AuctionFormat
  state: LotState
  reserveMinor: string
  auction: unknown
  sequence: number
  announced: number
  lastEventAt: string | null
  publicReason: string | null
}
type BidderRow = Omit<Bidder, 'name' | 'limitMinor' | 'savedMinor' | 'committedMinor'> & {
  limitMinor: string | null
  committedMinor: string
  onLots: string[]
}
type AttemptRow = Omit<Attempt, 'maxMinor' | 'priceAfterMinor' | 'receivedAt' | 'decidedAt' | 'box'> & {
  lotId: string
  maxMinor: string | null
  priceAfterMinor: string | null
  receivedAt: string
  decidedAt: string
}

/** `loadLots` for one lot. */
export async function loadLot(
  sql: Sql,
  lotId: string,
  calls: readonly Call<PlaceBid>[],
): Promise<LotForBids | undefined> {
  return (await loadLots(sql, [{ group: lotId, calls }])).get(lotId)
}

/**
 * Locks the lots, then every bidder whose account may change, each in the order of their ids: whoever calls and the
 * present leaders. Each statement sees what the locks before it waited for. A lot's lock stands for the round too:
 * whatever stops the bidding of a round is written into each of its lots under the same lock. A bidder that bids on
 * several of the lots is one and the same in all of them: it has one account.
 */
export async function loadLots(
  sql: Sql,
  wanted: readonly Wanted<PlaceBid>[],
): Promise<Map<string, LotForBids>> {
  const ids = wanted.map(({ group }) => group)
  const calls = wanted.flatMap(({ calls }) => calls)
  const [lots, bidders, attempts] = await Promise.all([
    sql<LotRow[]>`
      select l.id, l.round_id as "roundId", r.format, l.state, l.reserve_minor as "reserveMinor", l.auction, l.sequence,
        case when r.format like 'sealed-%' and l.state not in ('waiting', 'open') then (select count(*)::int from lot_events e
          where e.lot_id = l.id and e.type not in ('bid-submitted', 'bid-withdrawn', 'bid-voided'))
          else l.sequence end as announced,
        l.last_event_at as "lastEventAt", r.public_reason as "publicReason"
      from lots l join rounds r on r.id = l.round_id where l.id = any(${ids}::text[]) order by l.id for update of l`,
    lockBidders(sql, ids, calls),
    sql<AttemptRow[]>`
      select a.id, a.lot_id as "lotId", bidder_id as "bidderId", placed_by as "placedBy", idempotency_key as key,
        request_hash as "requestHash", form, max_minor as "maxMinor", round, box_hash as "boxHash",
        by_phone as "byPhone", received_at as "receivedAt",
        decided_at as "decidedAt", code, position, price_after_minor as "priceAfterMinor", details, receipt
      from unnest(${calls.map(({ input }) => input.lotId)}::text[], ${calls.map(({ key }) => key)}::text[]) as asked(lot_id, key)
        join bid_attempts a on a.lot_id = asked.lot_id and a.idempotency_key = asked.key`,
  ])
  const terms = await Promise.all(
    lots.map(({ id, auction }) => (auction === null ? undefined : termsOf(sql, id))),
  )
  const registered = registeredIn(bidders)
  const loaded = lots.map((lot, index): [string, LotForBids] => [
    lot.id,
    lotOf(lot, terms[index], registered.get(lot.id) ?? []),
  ])
  const byId = new Map(loaded)
  for (const { lotId, ...row } of attempts)
    byId.get(lotId)?.known.set(attemptKey(row.bidderId, row.key), attemptOf(row))
  return byId
}

function lotOf(lot: LotRow, terms: Terms | undefined, bidders: readonly Bidder[]): LotForBids {
  return {
    ...lot,
    publicReason: lot.publicReason ?? '',
    reserveMinor: BigInt(lot.reserveMinor),
    lastEventAt: lot.lastEventAt === null ? null : new Date(lot.lastEventAt),
    auction: terms && stateOf(terms, lot.auction),
    bidders: new Map(bidders.map((bidder) => [bidder.id, bidder])),
    bidderOf: new Map(bidders.map((bidder) => [bidder.organisationId, bidder])),
    known: new Map(),
    events: [],
    attempts: [],
  }
}

/** The loaded bidders by lot; one that is on several stands in each as the same object. */
function registeredIn(rows: readonly BidderRow[]): Map<string, Bidder[]> {
  const registered = new Map<string, Bidder[]>()
  for (const { onLots, ...row } of rows) {
    const bidder = bidderOf(row)
    for (const lotId of onLots) {
      const known = registered.get(lotId)
      if (known) known.push(bidder)
      else registered.set(lotId, [bidder])
    }
  }
  return registered
}

function lockBidders(sql: Sql, lotIds: string[], calls: readonly Call<PlaceBid>[]) {
  const callers = calls.map(({ caller }) => caller)
  const tokens = callers.flatMap((caller) => (caller.kind === 'session' ? [caller.tokenHash] : []))
  const organisations = callers.flatMap((caller) =>
    caller.kind === 'person' ? caller.memberships.map(({ organisationId }) => organisationId) : [],
  )
  const named = calls.flatMap(({ input }) => (input.bidderId ? [input.bidderId] : []))
  return sql<BidderRow[]>`
    select b.id, b.organisation_id as "organisationId", b.paddle, b.limit_minor as "limitMinor",
      b.committed_minor as "committedMinor", b.struck_at is not null as struck,
      case when b.house_bot then (select min(m.user_id) from memberships m
        where m.organisation_id = b.organisation_id and m.ended_at is null) end as "houseUserId",
      array(select lb.lot_id from lot_bidders lb where lb.bidder_id = b.id and lb.lot_id = any(${lotIds}::text[])) as "onLots"
    from bidders b
    where b.id in (
      select leader_id from lots where id = any(${lotIds}::text[])
      union
      select lb.bidder_id from lot_bidders lb join bidders x on x.id = lb.bidder_id
      where lb.lot_id = any(${lotIds}::text[]) and (x.id = any(${named}::text[]) or x.organisation_id in (
        select unnest(${organisations}::text[])
        union
        select m.organisation_id from sessions s join memberships m on m.user_id = s.user_id
        where s.token_hash = any(${tokens}::text[]) and m.role = 'bidder' and m.ended_at is null)))
    order by b.id for update of b`
}

function bidderOf(row: Omit<BidderRow, 'onLots'>): Bidder {
  const limitMinor = row.limitMinor === null ? null : BigInt(row.limitMinor)
  const savedMinor = BigInt(row.committedMinor)
  return { ...row, name: String(row.paddle), limitMinor, savedMinor, committedMinor: savedMinor }
}

function attemptOf(row: Omit<AttemptRow, 'lotId'>): Attempt {
  return {
    ...row,
    box: null,
    maxMinor: row.maxMinor === null ? null : BigInt(row.maxMinor),
    priceAfterMinor: row.priceAfterMinor === null ? null : BigInt(row.priceAfterMinor),
    receivedAt: new Date(row.receivedAt),
    decidedAt: new Date(row.decidedAt),
  }
}
