import { compare } from '../amounts'
import { type AnyEvent, type AnyTerms, type History, outcome } from '../auction'
import type { Floor, HeldLot } from './auction-floor'
import type { SimulatedRound } from './simulated-round'

type Point = { seconds: number; priceMinor: string }

const MOST_LOTS = 6
const MOST_POINTS = 200

/** How the price went on the lots that came to the highest, as steps from the opening of bidding. */
export function tracePrices(
  { opensAt }: SimulatedRound,
  { lots }: Floor,
): { lot: string; points: Point[] }[] {
  return lots
    .map((held) => ({
      held,
      priceMinor: outcome(held.history as unknown as History<AnyTerms>).priceMinor ?? 0n,
    }))
    .sort((a, b) => compare(b.priceMinor, a.priceMinor))
    .slice(0, MOST_LOTS)
    .map(({ held }) => ({ lot: held.lot, points: thin(pointsOf(held, opensAt.getTime())) }))
}

function pointsOf({ history }: HeldLot, opens: number): Point[] {
  const points: Point[] = []
  for (const event of history) {
    const priceMinor = priceIn(event)?.toString()
    if (priceMinor === undefined || priceMinor === points.at(-1)?.priceMinor) continue
    points.push({ seconds: ((event.at?.getTime() ?? opens) - opens) / 1000, priceMinor })
  }
  return points
}

/** The price that an event shows: of an open bid, at the end of a clock's round, or at the close. */
function priceIn(event: AnyEvent): bigint | null | undefined {
  switch (event.type) {
    case 'bid-accepted':
    case 'lot-allotted':
    case 'auction-closed':
      return event.priceMinor ?? undefined
    case 'round-ended':
      return event.endMinor
    default:
      return undefined
  }
}

/** Of very many points each nth, and always the last. */
function thin(points: readonly Point[]): Point[] {
  const each = Math.ceil(points.length / MOST_POINTS)
  return points.filter((_, index) => index % each === 0 || index === points.length - 1)
}
