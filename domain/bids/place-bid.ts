import { saveCommitments } from '@/domain/bidders/commitments'
import { recordEvents } from '@/domain/lots/lot-auction'
import { type ErrorCode, Refusal, refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { log } from '@/lib/log'
import { type Decided, groupedOperation, type Member } from '@/lib/operation-group'
import { bidderFor, judge } from './decide-bid'
import { type PlaceBid, PlaceBidInput } from './input'
import { type Attempt, attemptKey, type Bidder, type LotForBids, loadLot } from './load-lot'
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
}

/**
 * Places a bid with its maximum (R7.2, R7.3, R7.7): proxies resolved, limit checked and close moved in the same
 * transaction. Bids that wait for the same lot share one. Refuses with `bid.…` and a receipt; without one with
 * `thing.not-found` (no such lot, or not this actor's) and `request.repeated-differently`.
 */
export const placeBid = groupedOperation<typeof PlaceBidInput, LotForBids, PlacedBid>('bid.place', {
  input: PlaceBidInput,
  group: ({ lotId }) => lotId,
  load: loadLot,
  decide({ subject: lot, at, member }) {
    refuseBackwardClock(lot, at)
    const bidder = bidderFor(lot, member.actor, member.input)
    if (!bidder) throw refuse('thing.not-found')
    const known = lot.known.get(attemptKey(bidder.id, member.key))
    if (known && known.requestHash !== member.requestHash) throw refuse('request.repeated-differently')
    return known ? { ...answerOf(known), replayed: true } : answerOf(attempt(lot, bidder, member, at))
  },
  async write(sql, lot) {
    if (lot.attempts.length === 0) return
    const changed = lot.events.length > 0 ? [...lot.bidders.values()] : []
    await Promise.all([
      lot.auction && recordEvents(sql, lot.id, lot.events, lot.auction),
      saveAttempts(sql, lot.id, lot.attempts),
      saveCommitments(sql, changed),
    ])
  },
  changed(lot) {
    if (lot.attempts.length === 0) return []
    const bidders = new Set(lot.attempts.map(({ bidderId }) => bidderId))
    return [...(lot.events.length > 0 ? [topics.lot(lot.id)] : []), ...[...bidders].map(topics.bidder)]
  },
})

/** Decides, signs and keeps one attempt that was not answered before. */
function attempt(lot: LotForBids, bidder: Bidder, member: Member<PlaceBid>, at: Date): Attempt {
  const { input, key, requestHash, receivedAt, actor } = member
  const judged = judge(lot, bidder, input.maxMinor, at)
  const refusal = 'refusal' in judged ? judged.refusal : undefined
  const facts = {
    maxMinor: input.maxMinor,
    receivedAt,
    decidedAt: at,
    code: refusal?.code ?? 'accepted',
    position: lot.auction?.sequence ?? lot.sequence,
  }
  const id = newId('bid', at)
  const priceMinor = lot.auction?.lead?.priceMinor ?? null
  const receipt = signReceipt({
    ...facts,
    attemptId: id,
    lotId: lot.id,
    paddle: bidder.paddle,
    idempotencyKey: key,
    priceMinor,
  })
  const made: Attempt = {
    ...facts,
    id,
    bidderId: bidder.id,
    placedBy: actor.kind === 'person' ? actor.userId : (bidder.houseUserId ?? ''),
    key,
    requestHash,
    priceAfterMinor: priceMinor,
    details: refusal?.details ?? {},
    receipt,
  }
  if ('events' in judged) for (const event of judged.events) lot.events.push({ event, attemptId: id })
  lot.attempts.push(made)
  lot.known.set(attemptKey(bidder.id, key), made)
  return made
}

function answerOf(made: Attempt): Decided<PlacedBid> {
  const { id, code, position, receivedAt, decidedAt, receipt, priceAfterMinor } = made
  const audit = { object: id, facts: { position } }
  if (code !== 'accepted') return { refusal: new Refusal(code as ErrorCode, made.details), receipt, audit }
  const value = { attemptId: id, code, position, priceMinor: priceAfterMinor, receivedAt, decidedAt } as const
  return { value, receipt, audit }
}

/** The order of a lot's events is the order of their instants; a clock that went back must be seen, not recorded. */
function refuseBackwardClock(lot: LotForBids, at: Date): void {
  if (!lot.lastEventAt || at >= lot.lastEventAt) return
  log().error({ lot: lot.id, at, last: lot.lastEventAt }, 'the clock of the database went back')
  throw refuse('server.busy')
}
