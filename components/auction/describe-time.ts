import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { formatRemaining } from '@/lib/time/format-remaining'

/** What the clock counts down to: the close; of a clock auction the end of the round or recess that runs. */
export function countsTo({ lot }: Pick<RoomSnapshot, 'lot'>): string {
  if (lot.state === 'waiting') return lot.clock?.next?.opensAt ?? lot.opensAt
  if (!lot.clock) return lot.closesAt
  const { state, next, endsAt } = lot.clock
  return (state === 'round' ? endsAt : next?.opensAt) ?? lot.closesAt
}

/** The words of the clock: it never says that something is over before the server does. */
export function timeWords(room: RoomSnapshot, now: number): { title: string; value: string } {
  const { lot } = room
  if (lot.state === 'suspended') return { title: 'Time kept', value: formatRemaining(lot.heldMs ?? 0) }
  if (lot.state !== 'open' && lot.state !== 'waiting') return { title: 'Time left', value: '00:00:00' }
  const left = Date.parse(countsTo(room)) - now
  const [title, over] = titles(lot)
  if (left <= 0) return { title: over, value: '00:00:00' }
  if (left >= 10_000 || lot.state === 'waiting') return { title, value: formatRemaining(left) }
  return { title, value: `00:00:0${(Math.floor(left / 100) / 10).toFixed(1)}` }
}

/** What the clock is called while it runs, and once it has run out. */
function titles({ state, clock, sealed }: RoomSnapshot['lot']): [string, string] {
  if (clock && clock.state !== 'round')
    return clock.state === 'stopped'
      ? ['The clock has stopped', 'The clock has stopped']
      : [`Round ${clock.next?.round ?? clock.round + 1} opens in`, 'Opening']
  if (state === 'waiting') return ['Bidding opens in', 'Opening']
  if (clock) return [`Time left in round ${clock.round}`, 'Ending the round']
  return [sealed ? 'Time left to bid' : 'Time left', 'Closing']
}
