import type { MyAttempt } from '@/domain/bids/queries'
import type { AuctionEvent } from '@/engine/auction'
import type { BidAccepted } from '@/engine/formats/open-ascending-terms'
import { formatMoney } from '@/lib/money'
import type { LogRow } from './snapshot'

const MOST_ROWS = 60

type Me = { paddle: string; attempts: readonly MyAttempt[] }

/**
 * What happened on a lot, newest first, as one person sees it: prices and the paddles behind them, the person's own
 * bids with their entries and refusals, and what moved or stopped the bidding. Nobody else's maximum is in it.
 */
export function logRows(history: readonly AuctionEvent[], me: Me | null): LogRow[] {
  const rows = history
    .slice(-MOST_ROWS)
    .reverse()
    .flatMap((event) => rowsOf(event, history, me?.paddle ?? null))
    .concat((me?.attempts ?? []).filter(({ accepted }) => !accepted).map(refusedRow))
  return rows.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, MOST_ROWS)
}

function rowsOf(event: AuctionEvent, history: readonly AuctionEvent[], me: string | null): LogRow[] {
  const at = event.at?.toISOString() ?? ''
  const row = (kind: LogRow['kind'], title: string, amount: string, detail: string): LogRow => ({
    id: `${event.sequence}${kind}`,
    at,
    kind,
    title,
    amount,
    detail,
  })
  switch (event.type) {
    case 'bid-accepted': {
      const { bidder, leader, priceMinor, maxMinor, sequence } = event as BidAccepted
      const mine = bidder === me
      const outbid = mine && leader !== me ? '. Outbid at once by a proxy' : ''
      const own = row(
        'mine',
        'Your bid',
        `max ${formatMoney(maxMinor)}`,
        `Accepted, entry ${sequence}${outbid}`,
      )
      if (priceMinor === priceBefore(history, sequence)) return mine ? [own] : []
      const title = leader === me ? 'Price' : `Paddle ${leader}`
      const detail = leader === me ? 'You lead' : leader === bidder ? '' : 'By proxy'
      const price = row('price', title, formatMoney(priceMinor), detail)
      return mine ? [price, own] : [price]
    }
    case 'close-moved':
      return [row('event', 'Close moved', '', `to ${clock(event.closesAt)}: ${CAUSES[event.cause]}`)]
    case 'bidder-struck':
      return [row('event', 'Struck', '', `Paddle ${event.bidder} was struck; its bids no longer count`)]
    default: {
      const words = EVENT_WORDS[event.type]
      return words ? [row('event', words, '', '')] : []
    }
  }
}

const CAUSES = {
  'soft-close': 'a bid came near the end',
  extension: 'extended by two officers',
  suspension: 'the time left was kept',
} as const

const EVENT_WORDS: Partial<Record<AuctionEvent['type'], string>> = {
  'auction-opened': 'Opened',
  'lot-allotted': 'Allotted',
  'auction-suspended': 'Suspended',
  'auction-resumed': 'Resumed',
  'auction-cancelled': 'Cancelled',
  'auction-closed': 'Closed',
}

function refusedRow(attempt: MyAttempt): LogRow {
  return {
    id: attempt.id,
    at: attempt.at.toISOString(),
    kind: 'refused',
    title: 'Your bid',
    amount: attempt.maxMinor === null ? '' : formatMoney(attempt.maxMinor),
    detail: `Refused: ${attempt.refusal ?? 'see the receipt'}`,
  }
}

/** Events are numbered from 1 without gaps, so the one before stands right before. */
function priceBefore(history: readonly AuctionEvent[], sequence: number): bigint | null {
  for (let index = sequence - 2; index >= 0; index--) {
    const event = history[index]
    if (event?.type === 'bid-accepted') return (event as BidAccepted).priceMinor
    if (event?.type === 'bidder-struck') return event.lead?.priceMinor ?? null
  }
  return null
}

function clock(at: Date): string {
  return `${at.toISOString().slice(11, 19)} UTC`
}
