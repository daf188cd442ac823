import { setImmediate as sent } from 'node:timers/promises'
import type { Sql } from '@/db/client'
import { saveCommitments } from '@/domain/bidders/commitments'
import { recordHistories } from '@/domain/lots/lot-auction'
import { heldInWords } from '@/domain/users/held-until'
import type { Actor } from '@/lib/access/actor'
import { type ErrorCode, Refusal, refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { log } from '@/lib/log'
import { type Decided, groupedOperation, type Member } from '@/lib/operation-group'
import { bidderFor, boxOf, formOf, judge } from './decide-bid'
import { type PlaceBid, PlaceBidInput } from './input'
import { type Attempt, attemptKey, type Bidder, type LotForBids, loadLots } from './load-lot'
import { signReceipt } from './receipt'
import { saveAttempts } from './save-attempts'

/** What an accepted bid is answered with, after the commit (R7.7). */
export type PlacedBid = {
  attemptId: string
  code: 'accepted'
  position: number
  priceMinor: bigint | null
  receivedAt: Date
  decidedAt: Date
  /** Of a sealed bid: its SHA-256. */
  sha256?: string
}

/**
 * Places a bid (R7.2, R7.3, R7.7). With a maximum: proxies resolved, limit checked and close moved in the same
 * transaction. Sealed: the box is kept for the opening, and nobody else learns even that it came. In a clock round: it
 * counts until another replaces it. Bids that wait at the same moment share one transaction. Refuses with `bid.…` and a
 * receipt; without one with `thing.not-found` (no such lot, or not this actor's) and `request.repeated-differently`.
 */
export const placeBid = groupedOperation<typeof PlaceBidInput, LotForBids, PlacedBid>('bid.place', {
  input: PlaceBidInput,
  group: ({ lotId }) => lotId,
  load: loadLots,
  decide({ subject: lot, at, member }) {
    refuseBackwardClock(lot, at)
    const bidder = bidderFor(lot, member.actor, member.input)
    if (!bidder) throw refuse('thing.not-found')
    const known = lot.known.get(attemptKey(bidder.id, member.key))
    if (known && known.requestHash !== member.requestHash) throw refuse('request.repeated-differently')
    const { paddle } = bidder
    return known
      ? { ...answerOf(known, paddle), replayed: true }
      : answerOf(attempt(lot, bidder, member, at), paddle)
  },
  write: writeAttempts,
  changed: changedTopics,
})

/**
 * Writes what the decisions on lots came to, the attempts last: while Postgres takes in the rest, this process signs their
 * receipts.
 */
export async function writeAttempts(sql: Sql, lots: readonly LotForBids[]): Promise<void> {
  if (lots.every(({ attempts }) => attempts.length === 0)) return
  const histories = lots.flatMap(({ id, events, auction }) =>
    auction ? [{ lotId: id, events, state: auction }] : [],
  )
  const bidders = new Set(lots.flatMap((lot) => [...lot.bidders.values()]))
  const rest = Promise.all([
    recordHistories(sql, histories),
    saveCommitments(
      sql,
      [...bidders].filter((each) => each.committedMinor !== each.savedMinor),
    ),
  ])
  // Its failure is told below: what follows waits for it in any case.
  rest.catch(() => {})
  await sent()
  await saveAttempts(sql, lots.flatMap(signedAttempts))
  await rest
}

function signedAttempts(lot: LotForBids): (Attempt & { lotId: string })[] {
  const lotId = lot.id
  return lot.attempts.map((made) => {
    const { id: attemptId, key: idempotencyKey, priceAfterMinor: priceMinor } = made
    const paddle = lot.bidders.get(made.bidderId)?.paddle ?? 0
    made.receipt = signReceipt({ ...made, attemptId, lotId, paddle, idempotencyKey, priceMinor })
    return { ...made, lotId }
  })
}

/** Only where prices are open to all does a bid change the lot for everyone: elsewhere its very moment is private. */
export function changedTopics(lot: LotForBids): string[] {
  if (lot.attempts.length === 0) return []
  const bidders = [...new Set(lot.attempts.map(({ bidderId }) => bidderId))].map(topics.bidder)
  const isPublic = lot.events.length > 0 && lot.format === 'open-ascending'
  return [...(isPublic ? [topics.lot(lot.id)] : []), ...bidders]
}

/** Decides and keeps one attempt that was not answered before; it is signed when it is written. */
export function attempt(
  lot: LotForBids,
  bidder: Bidder,
  member: Member<PlaceBid>,
  at: Date,
  byPhone = false,
): Attempt {
  const { input, key, requestHash, receivedAt, actor } = member
  const held = byPhone ? undefined : refuseHeld(actor, at)
  const judged = held ? { refusal: held } : judge(lot, bidder, input, at)
  const refusal = 'refusal' in judged ? judged.refusal : undefined
  const form = formOf(lot.format, input)
  const box = form === 'sealed' && !refusal ? boxOf(input) : undefined
  const facts = {
    form,
    maxMinor: (form === 'maximum' ? input.maxMinor : form === 'in-round' ? input.amountMinor : null) ?? null,
    round: form === 'in-round' ? (input.round ?? null) : null,
    boxHash: box ? sha256Hex(box) : null,
    byPhone,
    receivedAt,
    decidedAt: at,
    code: refusal?.code ?? 'accepted',
    position: publicPosition(lot),
  }
  const id = newId('bid', at)
  const priceMinor = lot.auction?.format === 'open-ascending' ? (lot.auction.lead?.priceMinor ?? null) : null
  const made: Attempt = {
    ...facts,
    id,
    box: box ?? null,
    bidderId: bidder.id,
    placedBy: actor.kind === 'person' ? actor.userId : (bidder.houseUserId ?? ''),
    key,
    requestHash,
    priceAfterMinor: priceMinor,
    details: refusal?.details ?? {},
    receipt: '',
  }
  if ('events' in judged) for (const event of judged.events) lot.events.push({ event, attemptId: id })
  lot.attempts.push(made)
  lot.known.set(attemptKey(bidder.id, key), made)
  return made
}

/** Whoever recovered or replaced the second factor waits a day; officers call back before they bid for somebody. */
function refuseHeld(actor: Actor, at: Date): Refusal | undefined {
  const until = heldInWords(actor, at)
  return until === undefined ? undefined : refuse('bid.held', { until })
}

/** The last event of the lot that everyone may know of: a bid in a clock round is not one, nor is a sealed one. */
function publicPosition({ auction, announced }: LotForBids): number {
  if (auction?.format === 'ascending-clock') return auction.announced
  return auction?.format === 'open-ascending' ? auction.sequence : announced
}

/** The entry of a sealed bid is told to everyone once the round is final, so it names the paddle and nobody (R9.3). */
function answerOf(made: Attempt, paddle: number): Decided<PlacedBid> {
  const { id, code, position, receivedAt, decidedAt, priceAfterMinor } = made
  const audit = { object: id, facts: { position } }
  if (code !== 'accepted') return { refusal: new Refusal(code as ErrorCode, made.details), kept: made, audit }
  const sealed = made.boxHash === null ? {} : { sha256: made.boxHash }
  const value = { attemptId: id, code, position, priceMinor: priceAfterMinor, receivedAt, decidedAt } as const
  return {
    value: { ...value, ...sealed },
    kept: made,
    audit: {
      ...audit,
      facts: { ...audit.facts, ...sealed },
      ...(isSealedForm(made) && { as: `paddle:${paddle}` }),
    },
  }
}

function isSealedForm({ form }: Attempt): boolean {
  return form === 'sealed' || form === 'withdrawal'
}

/** The order of a lot's events is the order of their instants; a clock that went back must be seen, not recorded. */
export function refuseBackwardClock(lot: LotForBids, at: Date): void {
  if (!lot.lastEventAt || at >= lot.lastEventAt) return
  log().error({ lot: lot.id, at, last: lot.lastEventAt }, 'the clock of the database went back')
  throw refuse('server.busy')
}
