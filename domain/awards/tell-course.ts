import { formatMoney } from '@/lib/money'
import { passSentence } from './pass-words'
import type { PublicCourse, PublicPlace } from './public-queries'

export type CourseEntry = { title: string; at: Date; text?: string }

/** What became of a name since its result, oldest first, as everyone reads it. */
export function tellCourse({ places, returned }: PublicCourse): CourseEntry[] {
  const told = places.flatMap((place) => [opening(place), ...steps(place)])
  return returned
    ? [...told, { title: 'Returned to reserved', at: returned.at, text: `${returned.note}.` }]
    : told
}

/** `paddle 12`, or the name once it may be said. */
export function placeWords({ holder, paddle }: Pick<PublicPlace, 'holder' | 'paddle'>): string {
  return holder ?? (paddle === null ? 'another bidder' : `paddle ${paddle}`)
}

function opening(place: PublicPlace): CourseEntry {
  const price = formatMoney(place.priceMinor)
  const who = placeWords(place)
  const passed = place.passedOver.map(passSentence).join(' ')
  if (place.rank === 0) return { title: `Awarded to ${who} for ${price}`, at: place.offeredAt }
  return {
    title: `Offered to the next in order, ${who}, for ${price}`,
    at: place.offeredAt,
    ...(passed && { text: passed }),
  }
}

function steps({ acceptedAt, paidAt, allocatedAt, endedAt, endReason }: PublicPlace): CourseEntry[] {
  const reached = [
    { title: 'Accepted', at: acceptedAt },
    { title: 'Paid in full', at: paidAt },
    { title: 'Registered', at: allocatedAt },
    { title: 'The award ended', at: endedAt, ...(endReason && { text: `${endReason}.` }) },
  ]
  return reached.flatMap(({ at, ...entry }) => (at ? [{ ...entry, at }] : []))
}
