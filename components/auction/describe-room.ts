import type { Status } from '@/components/labels/status-words'
import type { IconName } from '@/components/ui/icon'
import type { Tone } from '@/components/ui/status'
import type { LotSnapshot, RoomSnapshot, Standing } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'

/** How a standing reads, in one or two words with glyph and tone. */
export const standingWords: Record<Standing, { word: string; tone: Tone; icon: IconName }> = {
  none: { word: 'No bid yet', tone: 'quiet', icon: 'circle' },
  leading: { word: 'Leading', tone: 'good', icon: 'circle-check' },
  outbid: { word: 'Outbid', tone: 'bad', icon: 'circle-x' },
  struck: { word: 'Struck', tone: 'bad', icon: 'ban' },
  allotted: { word: 'Allotted', tone: 'good', icon: 'circle-check' },
  'led-at-close': { word: 'Led at the close', tone: 'good', icon: 'circle-check' },
  'not-leading-at-close': { word: 'Did not lead', tone: 'quiet', icon: 'circle' },
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

/** What the price line means, for those who do not see it. */
export function describePath({ lot, path }: RoomSnapshot): string {
  const from = `From the reserve of ${formatMoney(BigInt(lot.reserveMinor))}`
  if (path.length === 0) return `${from}: no bid yet.`
  const mine = path.filter((step) => step.mine).length
  const to = formatMoney(BigInt(path.at(-1)?.priceMinor ?? 0))
  return `${from} to ${to} in ${path.length} steps. You led after ${mine} of them.`
}
