import type { Sql } from '@/db/client'
import type { Attempt } from './load-lot'

/** Appends attempts, accepted and refused alike, in one statement. */
export async function saveAttempts(
  sql: Sql,
  attempts: readonly (Attempt & { lotId: string })[],
): Promise<void> {
  const rows = attempts.map((each) => ({
    id: each.id,
    lot_id: each.lotId,
    bidder_id: each.bidderId,
    placed_by: each.placedBy,
    idempotency_key: each.key,
    request_hash: each.requestHash,
    form: each.form,
    max_minor: each.maxMinor?.toString() ?? null,
    round: each.round,
    box: each.box === null ? null : Buffer.from(each.box).toString('hex'),
    box_hash: each.boxHash,
    by_phone: each.byPhone,
    received_at: each.receivedAt,
    decided_at: each.decidedAt,
    code: each.code,
    position: each.position,
    price_after_minor: each.priceAfterMinor?.toString() ?? null,
    details: each.details,
    receipt: each.receipt,
  }))
  await sql`
    insert into bid_attempts (id, lot_id, bidder_id, placed_by, idempotency_key, request_hash, form, max_minor, round,
      box, box_hash, by_phone, received_at, decided_at, code, position, price_after_minor, details, receipt)
    select id, lot_id, bidder_id, placed_by, idempotency_key, request_hash, form, max_minor, round,
      decode(box, 'hex'), box_hash, by_phone, received_at, decided_at, code, position, price_after_minor, details, receipt
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as x(id text, lot_id text, bidder_id text, placed_by text, idempotency_key text, request_hash text, form text,
        max_minor bigint, round int, box text, box_hash text, by_phone boolean,
        received_at timestamptz, decided_at timestamptz, code text, position int, price_after_minor bigint,
        details jsonb, receipt text)`
}
