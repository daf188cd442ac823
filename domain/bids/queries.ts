import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { database } from '@/db/client'
import { type BidForm, bidAttempts, bidders } from '@/db/schema/auctions'
import { bidderOnLot } from '@/domain/bidders/queries'
import { receiptProofs } from '@/domain/transcript/receipt-proofs'
import type { Actor } from '@/lib/access/actor'
import type { ErrorCode } from '@/lib/errors'
import { Refusal, registry, toPublicError } from '@/lib/errors'

export type MyAttempt = {
  id: string
  at: Date
  receivedAt: Date
  key: string
  accepted: boolean
  form: BidForm
  /** What the bidder stated; null for a sealed bid, whose amount its own browser alone knows. */
  maxMinor: bigint | null
  /** The round of a clock. */
  round: number | null
  byPhone: boolean
  position: number
  /** The sentence of the refusal. */
  refusal: string | null
  receipt: string
}

/** A bidder's own attempts on a lot, the newest first, and with them the last accepted one, however old. */
export async function myAttempts(bidderId: string, lotId: string, most = 60): Promise<MyAttempt[]> {
  const mine = and(eq(bidAttempts.lotId, lotId), eq(bidAttempts.bidderId, bidderId))
  const ordinals = () => database().select({ ordinal: bidAttempts.ordinal }).from(bidAttempts)
  const newest = ordinals().where(mine).orderBy(desc(bidAttempts.ordinal)).limit(most)
  const standing = ordinals()
    .where(and(mine, eq(bidAttempts.code, 'accepted')))
    .orderBy(desc(bidAttempts.ordinal))
    .limit(1)
  const rows = await database()
    .select()
    .from(bidAttempts)
    .where(or(inArray(bidAttempts.ordinal, newest), inArray(bidAttempts.ordinal, standing)))
    .orderBy(desc(bidAttempts.ordinal))
  return rows.map((row) => ({
    id: row.id,
    at: row.decidedAt,
    receivedAt: row.receivedAt,
    key: row.idempotencyKey,
    accepted: row.code === 'accepted',
    form: row.form,
    maxMinor: row.maxMinor,
    round: row.round,
    byPhone: row.byPhone,
    position: row.position,
    refusal: refusalOf(row).message ?? null,
    receipt: row.receipt,
  }))
}

/**
 * What became of an attempt, for a browser that sent a bid and heard nothing: as the first answer would have read.
 * Undefined while no attempt with this key by one of the actor's organisations is recorded on the lot.
 */
export async function findAttempt(actor: Actor, { lotId = '', key = '' }: Record<string, string>) {
  if (actor.kind !== 'person') return undefined
  const mine = actor.memberships.filter(({ role }) => role === 'bidder')
  if (mine.length === 0) return undefined
  const [row] = await database()
    .select({ attempt: bidAttempts })
    .from(bidAttempts)
    .innerJoin(bidders, eq(bidders.id, bidAttempts.bidderId))
    .where(
      and(
        eq(bidAttempts.lotId, lotId),
        eq(bidAttempts.idempotencyKey, key),
        inArray(
          bidders.organisationId,
          mine.map(({ organisationId }) => organisationId),
        ),
      ),
    )
  if (!row) return undefined
  const { attempt } = row
  return {
    attemptId: attempt.id,
    code: attempt.code,
    position: attempt.position,
    priceMinor: attempt.priceAfterMinor,
    receivedAt: attempt.receivedAt,
    decidedAt: attempt.decidedAt,
    ...(attempt.boxHash !== null && { sha256: attempt.boxHash }),
    ...refusalOf(attempt),
    receipt: attempt.receipt,
  }
}

function refusalOf({ code, details }: typeof bidAttempts.$inferSelect): { message?: string } {
  if (!(code in registry)) return {}
  return { message: toPublicError(new Refusal(code as ErrorCode, details)).message }
}

/** Every receipt of one's own attempts on a lot, oldest first, as one text to keep; undefined when there is none. */
export async function receiptsFor(actor: Actor, lotId: string): Promise<string | undefined> {
  if (actor.kind !== 'person' || actor.assurance < 2) return undefined
  const here = await bidderOnLot(actor, lotId)
  if (!here) return undefined
  const rows = await database()
    .select({ id: bidAttempts.id, receipt: bidAttempts.receipt })
    .from(bidAttempts)
    .where(and(eq(bidAttempts.bidderId, here.bidder.id), eq(bidAttempts.lotId, lotId)))
    .orderBy(bidAttempts.ordinal)
  if (rows.length === 0) return undefined
  const proofs = await receiptProofs(rows.map(({ id }) => id))
  return rows.flatMap(({ id, receipt }) => [receipt, proofs.get(id) ?? []].flat()).join('\n')
}
