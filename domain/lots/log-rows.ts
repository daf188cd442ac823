import type { MyAttempt } from '@/domain/bids/queries'
import type { AnyEvent } from '@/engine/auction'
import type { BidderStruck } from '@/engine/formats/open-ascending-terms'
import { formatMoney } from '@/lib/money'
import type { LogRow } from './snapshot'

const MOST_ROWS = 60

type Me = { paddle: string; attempts: readonly MyAttempt[] }

/**
 * What happened on a lot, newest first, as one person sees it: prices and the paddles behind them, the person's own
 * bids with their entries and refusals (however many refusals, the last accepted one is in it), and what moved or
 * stopped the bidding. Nobody else's maximum is in it, nor any bid of others that is sealed or in a clock round: of
 * those the person's own come from its attempts.
 */
export function logRows(history: readonly AnyEvent[], me: Me | null): LogRow[] {
  const rows = history
    .slice(-MOST_ROWS)
    .reverse()
    .flatMap((event) => rowsOf(event, history, me?.paddle ?? null))
    .concat((me?.attempts ?? []).flatMap(attemptRows))
  const sorted = rows.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const standing = sorted.findIndex(({ kind }) => kind === 'mine')
  return sorted.filter((_, index) => index < MOST_ROWS || index === standing)
}

function rowsOf(event: AnyEvent, history: readonly AnyEvent[], me: string | null): LogRow[] {
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
      const { bidder, leader, priceMinor, maxMinor, sequence } = event
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
    case 'round-opened': {
      const prices = `${formatMoney(event.startMinor)} to ${formatMoney(event.endMinor)}`
      return [row('price', `Round ${event.round}`, formatMoney(event.startMinor), prices)]
    }
    case 'round-ended':
      return [row('event', `Round ${event.round} is over`, '', `${event.remaining} remain`)]
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
  extension: 'extended',
  suspension: 'the time left was kept',
} as const

const EVENT_WORDS: Partial<Record<AnyEvent['type'], string>> = {
  'auction-opened': 'Opened',
  'lot-allotted': 'Allotted',
  'auction-suspended': 'Suspended',
  'auction-resumed': 'Resumed',
  'auction-cancelled': 'Cancelled',
  'auction-closed': 'Closed',
}

/** A refusal, and what shows in no public event: a sealed bid, its withdrawal, a bid in a clock round. */
function attemptRows(attempt: MyAttempt): LogRow[] {
  const { id, accepted, form, maxMinor, round, position } = attempt
  const amount = maxMinor === null ? '' : formatMoney(maxMinor)
  const row = { id, at: attempt.at.toISOString(), amount }
  if (!accepted)
    return [
      {
        ...row,
        kind: 'refused',
        title: 'Your bid',
        detail: `Refused: ${attempt.refusal ?? 'see the receipt'}`,
      },
    ]
  const detail = `Accepted, entry ${position}`
  switch (form) {
    case 'sealed':
      return [{ ...row, kind: 'mine', title: 'Your sealed bid', detail: 'Sealed until the opening' }]
    case 'withdrawal':
      return [{ ...row, kind: 'mine', title: 'Withdrawn', detail: 'Your sealed bid no longer counts' }]
    case 'in-round':
      return [{ ...row, kind: 'mine', title: `Your bid in round ${round}`, detail }]
    default:
      return []
  }
}

/** Events are numbered from 1 without gaps, so the one before stands right before. */
function priceBefore(history: readonly AnyEvent[], sequence: number): bigint | null {
  for (let index = sequence - 2; index >= 0; index--) {
    const event = history[index]
    if (event?.type === 'bid-accepted') return event.priceMinor
    if (event?.type === 'bidder-struck') return (event as BidderStruck).lead?.priceMinor ?? null
  }
  return null
}

function clock(at: Date): string {
  return `${at.toISOString().slice(11, 19)} UTC`
}
