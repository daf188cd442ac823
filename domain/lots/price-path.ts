import type { AnyEvent } from '@/engine/auction'
import type { RoomSnapshot } from './snapshot'

const MOST_STEPS = 300

/** One change of the price that everyone sees; a clock has no leader. */
type PriceChange = { sequence: number; at: AnyEvent['at']; leader: string | null; priceMinor: bigint }

/** The accepted bids that changed the price, or the rounds of a clock, in order. */
export function priceChanges(history: readonly AnyEvent[]): PriceChange[] {
  let last: bigint | null = null
  const changes: PriceChange[] = []
  for (const event of history) {
    if (event.type === 'bidder-struck' && 'lead' in event) last = event.lead?.priceMinor ?? null
    const change = changeIn(event)
    if (change && change.priceMinor !== last) changes.push(change)
    if (change) last = change.priceMinor
  }
  return changes
}

function changeIn(event: AnyEvent): PriceChange | undefined {
  const { sequence, at } = event
  if (event.type === 'bid-accepted')
    return { sequence, at, leader: event.leader, priceMinor: event.priceMinor }
  if (event.type === 'round-opened') return { sequence, at, leader: null, priceMinor: event.startMinor }
  return undefined
}

/** The price path as a room draws it: of very many steps only each nth, one's own, and always the last. */
export function pricePath(history: readonly AnyEvent[], me: string | null): RoomSnapshot['path'] {
  const steps = priceChanges(history).map(({ at, priceMinor, leader }) => ({
    at: at?.toISOString() ?? '',
    priceMinor: priceMinor.toString(),
    mine: leader !== null && leader === me,
  }))
  const each = Math.ceil(steps.length / MOST_STEPS)
  return steps.filter((step, index) => index % each === 0 || step.mine || index === steps.length - 1)
}
