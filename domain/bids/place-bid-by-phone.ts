import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { sqlOf, type Tx } from '@/db/client'
import { memberships, users } from '@/db/schema/people'
import { lots } from '@/db/schema/rounds'
import { showsPrice } from '@/domain/rounds/format-words'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { Stated } from './input'
import { type Attempt, type Bidder, type LotForBids, loadLot } from './load-lot'
import { attempt, changedTopics, refuseBackwardClock, writeAttempts } from './place-bid'

type Subject = { lot: LotForBids; bidder: Bidder; label: string }

/**
 * Places a bid for a bidder who cannot: taken by an officer on the telephone, who calls back first, and confirmed by a
 * second (R16.3). It is decided when the second officer approves, like any other bid; the bidder gets the receipt, also
 * of a refusal (R7.7). The amount is shown to the two officers alone, until it is decided. Sealed bids are not taken:
 * nobody knows them before the opening.
 * Refuses with `bid.not-by-phone`, `lot.wrong-state`.
 */
export const placeBidByPhone = operation('bid.place-by-phone', {
  input: z.strictObject({
    lotId: z.string().max(64, 'This is not the id of a lot.'),
    bidderId: z.string().max(64, 'This is not the id of a bidder.'),
    bid: Stated,
    callBack: z
      .string({ error: 'Say whom you called back.' })
      .trim()
      .min(10, 'Say whom you called back, at which number on file, and when.')
      .max(500, 'Use at most 500 characters.'),
  }),
  subject: (tx, input) => loadBidder(tx, input),
  check({ subject: { lot } }) {
    if (!showsPrice(lot.format)) throw refuse('bid.not-by-phone')
    if (lot.state !== 'open') throw refuse('lot.wrong-state', { state: lot.state })
  },
  secondPerson: ({ bid, callBack }, { bidder, label }) => ({
    object: bidder.id,
    summary: `Place the bid on ${label}.org that paddle ${bidder.paddle} gave by telephone`,
    typed: `paddle ${bidder.paddle}`,
    changes: [{ what: 'Bid', before: '', after: inWords(bid), confidential: true }],
    reason: callBack,
  }),
  async run({ tx, at, actor, input: { lotId, bidderId, bid }, subject: { lot, bidder, label } }) {
    refuseBackwardClock(lot, at)
    const member = { actor, input: { ...bid, lotId, bidderId }, ...ownKey(at) }
    const made = attempt(lot, bidder, member, at, true)
    await writeAttempts(sqlOf(tx), [lot])
    const { id, code, position, receipt } = made
    return {
      result: { attemptId: id, code, position, receipt },
      audit: { object: id, facts: { lot: lotId, paddle: bidder.paddle, code, position, byPhone: true } },
      letters: await lettersWith(tx, bidder, label, made),
      announce: changedTopics(lot),
    }
  },
})

/** Locked as for any other bid: the lot, then its bidders. */
async function loadBidder(
  tx: Tx,
  { lotId, bidderId }: { lotId: string; bidderId: string },
): Promise<Subject | undefined> {
  const [row] = await tx
    .select({ label: lots.label })
    .from(lots)
    .where(and(eq(lots.id, lotId), eq(lots.practice, false)))
  if (!row) return undefined
  const call = { caller: { kind: 'anyone' as const }, input: { lotId, bidderId }, ...ownKey(new Date(0)) }
  const lot = await loadLot(sqlOf(tx), lotId, [call])
  const bidder = lot?.bidders.get(bidderId)
  const isOnLot = lot?.auction?.terms.bidders.some(({ id }) => id === String(bidder?.paddle)) ?? true
  return lot && bidder && isOnLot ? { lot, bidder, label: row.label } : undefined
}

/** A request is carried out once, so its bid needs no key that another could come with. */
function ownKey(at: Date) {
  return { key: newId('key', at), requestHash: '', receivedAt: at }
}

function inWords({ maxMinor, amountMinor, round }: Stated): string {
  const minor = maxMinor ?? amountMinor ?? null
  const amount = minor === null ? 'no readable amount' : formatMoney(minor)
  if (round !== undefined) return `${amount} in round ${round}`
  return maxMinor !== undefined ? `${amount} at most` : amount
}

/** The receipt goes to whoever owns or bids for the organisation. */
async function lettersWith(tx: Tx, bidder: Bidder, label: string, made: Attempt): Promise<Letter[]> {
  const people = await tx
    .selectDistinct({ userId: users.id, email: users.email })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.status, 'active')))
    .where(
      and(
        eq(memberships.organisationId, bidder.organisationId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ['owner', 'bidder']),
      ),
    )
  const said = made.code === 'accepted' ? 'accepted' : `refused (${made.code})`
  return people.map(({ userId, email }) => ({
    to: email,
    template: 'phone-bid',
    effect: `phone-bid:${made.id}:${userId}`,
    subject: `The bid on ${label}.org that you gave by telephone`,
    text: `Two officers placed the bid on ${label}.org that your organisation gave by telephone. It was ${said}. If nobody of your organisation called, tell the programme at once.\n\nThe receipt:\n\n${made.receipt}\n`,
  }))
}
