import type { Status } from '@/components/labels/status-words'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/status'
import type { LotSnapshot, MyPlace, MySealedBid, RoomSnapshot, Standing } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'

type Words = { word: string; tone: Tone; icon: IconName }

/** How a standing reads, in one or two words with glyph and tone. */
const standingWords: Record<Standing, Words> = {
  none: { word: 'No bid yet', tone: 'quiet', icon: 'circle' },
  leading: { word: 'Leading', tone: 'good', icon: 'circle-check' },
  outbid: { word: 'Outbid', tone: 'bad', icon: 'circle-x' },
  struck: { word: 'Struck', tone: 'bad', icon: 'ban' },
  allotted: { word: 'Allotted', tone: 'good', icon: 'circle-check' },
  'led-at-close': { word: 'Led at the close', tone: 'good', icon: 'circle-check' },
  'not-leading-at-close': { word: 'Did not lead', tone: 'quiet', icon: 'circle' },
}

/** How this bidder stands, in the words of the format; a watcher stands nowhere. */
export function standingOf({ lot, me }: RoomSnapshot): Words {
  if (!me) return { word: 'Observer', tone: 'quiet', icon: 'eye' }
  const settled = standingWords[me.standing]
  if (me.standing === 'struck' || me.standing === 'allotted') return settled
  if (lot.sealed) return sealedStanding(lot, me.bid?.state ?? 'none', settled)
  return lot.clock && me.place ? clockStanding(lot.state, lot.clock, me.place, settled) : settled
}

function sealedStanding({ state, sealed }: LotSnapshot, bid: MySealedBid['state'], settled: Words): Words {
  if (state === 'final') return settled
  if (sealed?.opened && bid === 'standing') return { word: 'Bids opened', tone: 'quiet', icon: 'clock' }
  if (bid === 'withdrawn') return { word: 'Withdrawn', tone: 'quiet', icon: 'rotate-ccw' }
  if (bid === 'outdated' && state === 'open')
    return { word: 'Hand in again', tone: 'bad', icon: 'triangle-alert' }
  if (bid === 'standing') return { word: 'Bid sealed', tone: 'good', icon: 'lock' }
  return state === 'open' || state === 'waiting' || state === 'suspended'
    ? standingWords.none
    : { word: 'No bid', tone: 'quiet', icon: 'circle' }
}

function clockStanding(
  state: LotSnapshot['state'],
  clock: NonNullable<LotSnapshot['clock']>,
  place: MyPlace,
  settled: Words,
): Words {
  if (state === 'final') return settled
  if (clock.state === 'before') return { word: 'Ready', tone: 'quiet', icon: 'circle' }
  if (place.exited) return { word: 'Out', tone: 'quiet', icon: 'log-out' }
  if (clock.state !== 'round') return { word: 'Still in', tone: 'good', icon: 'circle-check' }
  const counts = place.bidThisRound ?? place.standingMinor
  if (counts !== null && BigInt(counts) >= BigInt(clock.endMinor))
    return { word: 'Staying in', tone: 'good', icon: 'circle-check' }
  return place.bidThisRound === null
    ? { word: 'No bid yet', tone: 'warn', icon: 'circle' }
    : { word: 'Leaving', tone: 'warn', icon: 'log-out' }
}

/** The status of a lot in the words of the catalogue. */
export const lotStatus: Record<LotSnapshot['state'], { status: Status; word?: string }> = {
  waiting: { status: 'qualified', word: 'Opens soon' },
  open: { status: 'live' },
  suspended: { status: 'closed', word: 'Suspended' },
  closed: { status: 'closed' },
  final: { status: 'awarded', word: 'Final' },
  cancelled: { status: 'withheld', word: 'Cancelled' },
}

/** What everyone in the room hears of: the price; of a clock its rounds and who is left; of sealed bids nothing. */
export function newsOf({ lot }: RoomSnapshot): string {
  if (lot.sealed) return lot.sealed.opened ? 'The bids have been opened' : ''
  if (!lot.clock) return lot.priceMinor === null ? '' : `Price ${formatMoney(BigInt(lot.priceMinor))}`
  const { state, round, startMinor, endMinor, remaining, next } = lot.clock
  const prices = (from: string, to: string) =>
    `from ${formatMoney(BigInt(from))} to ${formatMoney(BigInt(to))}`
  if (state === 'round') return `Round ${round}, ${prices(startMinor, endMinor)}`
  if (state === 'stopped') return `The clock has stopped after round ${round}`
  if (state === 'before' || !next) return ''
  return `${countRemaining(remaining)}. Round ${next.round} goes ${prices(next.startMinor, next.endMinor)}`
}

/** `3 bidders remain`. */
export function countRemaining(remaining: number): string {
  if (remaining === 0) return 'No bidder remains'
  return remaining === 1 ? '1 bidder remains' : `${remaining} bidders remain`
}

/** What the price line means, for those who do not see it. */
export function describePath({ lot, path }: RoomSnapshot): string {
  const from = `From the reserve of ${formatMoney(BigInt(lot.reserveMinor))}`
  if (path.length === 0) return `${from}: no bid yet.`
  const mine = path.filter((step) => step.mine).length
  const to = formatMoney(BigInt(path.at(-1)?.priceMinor ?? 0))
  return `${from} to ${to} in ${path.length} steps. You led after ${mine} of them.`
}
