import postgres from 'postgres'
import type { Json } from '@/engine/json'

export type Attempt = {
  id: string
  lot: string
  bidder: string
  paddle: number
  key: string
  /** Null of sealed bids: what was in the box is told by their events. */
  max: string | null
  /** The round of a clock that it was for. */
  round: number | null
  code: string
  audited: number
}
export type Stored = { lot: string; sequence: number; event: Json; at: Date; attempt: string | null }
export type LotRow = {
  id: string
  round: string
  state: string
  sequence: number
  price: string | null
  leader: number | null
  winner: number | null
  final_price: string | null
  /** How often its bidding was ended. A clock ends in one of many steps, so of a clock the ends in its record. */
  closings: number
}
/** Null: no limit (R7.2). */
export type Limit = { round: string; paddle: number; limit: string | null }

/** What the tables hold of some lots and their rounds, by SQL of the auditor's own. */
export type Held = {
  attempts: Attempt[]
  stored: Stored[]
  rows: LotRow[]
  limits: Limit[]
  closedTwice: number
}

export async function readAuction(url: string, lots: string[], rounds: string[]): Promise<Held> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const attempts = await sql<Attempt[]>`
      select a.id, a.lot_id as lot, a.bidder_id as bidder, b.paddle, a.idempotency_key as key, a.max_minor as max, a.round, a.code,
        (select count(*)::int from audit_log g where g.object = a.id and g.kind = 'bid.place') as audited
      from bid_attempts a join bidders b on b.id = a.bidder_id where a.lot_id = any(${lots})`
    const stored = await sql<Stored[]>`
      select lot_id as lot, sequence, event, at, attempt_id as attempt from lot_events
      where lot_id = any(${lots}) order by lot_id, sequence`
    const rows = await sql<LotRow[]>`
      select l.id, l.round_id as round, l.state, l.sequence, l.price_minor as price, leader.paddle as leader,
        won.paddle as winner, l.final_price_minor as final_price,
        case when r.format = 'ascending-clock'
          then (select count(*)::int from lot_events e where e.lot_id = l.id and e.type = 'auction-closed')
          else (select count(*)::int from audit_log g
            where g.object = l.id and g.kind = 'lot.close' and g.outcome = 'done') end as closings
      from lots l join rounds r on r.id = l.round_id left join bidders leader on leader.id = l.leader_id
        left join lot_bidders lb on lb.lot_id = l.id and lb.application_id = l.winner_application_id
        left join bidders won on won.id = lb.bidder_id
      where l.id = any(${lots})`
    const limits = await sql<Limit[]>`
      select round_id as round, paddle, limit_minor as limit from bidders where round_id = any(${rounds})`
    const twice = await sql`
      select round_id from round_moves where round_id = any(${rounds}) and "to" = 'closed' group by round_id having count(*) > 1`
    return {
      attempts: [...attempts],
      stored: [...stored],
      rows: [...rows],
      limits: [...limits],
      closedTwice: twice.length,
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
}
