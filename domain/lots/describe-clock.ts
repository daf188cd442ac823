import type { AnyEvent } from '@/engine/auction'
import { isStopped, nextRound, remaining } from '@/engine/formats/ascending-clock'
import type { ClockState } from '@/engine/formats/ascending-clock-terms'
import type { ClockSnapshot, MyPlace, RoundRow } from './snapshot'

/** The clock of a lot as everyone sees it (R7.3); nothing of the bids in a round that is open. */
export function describeClock(clock: ClockState): ClockSnapshot | null {
  const { schedule } = clock.terms
  if (!schedule) return null
  const after = nextRound(clock)
  const present = clock.round ?? (after && { number: 1, ...after })
  if (!present) return null
  const stopped = isStopped(clock) || clock.phase === 'closed' || clock.phase === 'cancelled'
  const state = stopped ? 'stopped' : !clock.round ? 'before' : clock.round.isOpen ? 'round' : 'recess'
  const opensAt = clock.closesAt
  return {
    ...pricesOf(present),
    state,
    endsAt: stopped ? null : (opensAt?.toISOString() ?? null),
    next:
      after && opensAt && (state === 'recess' || state === 'before')
        ? {
            ...pricesOf({ number: (clock.round?.number ?? 0) + 1, ...after }),
            opensAt: opensAt.toISOString(),
            endsAt: new Date(opensAt.getTime() + schedule.roundSeconds * 1000).toISOString(),
          }
        : null,
    remaining: remaining(clock),
  }
}

/** What one bidder knows of itself on the clock. */
export function describePlace(clock: ClockState, paddle: string): MyPlace | null {
  const place = clock.places.find(({ bidder }) => bidder === paddle)
  if (!place) return null
  const { standingMinor, bidMinor, exited } = place
  const from = clock.round?.isOpen ? clock.round.startMinor : clock.round?.endMinor
  const isProxy = !exited && standingMinor !== null && from !== undefined && standingMinor > from
  return {
    standingMinor: standingMinor?.toString() ?? null,
    proxyMinor: isProxy ? standingMinor.toString() : null,
    exited,
    bidThisRound: bidMinor?.toString() ?? null,
  }
}

/** The rounds so far, each with who was still in after it. */
export function roundRows(history: readonly AnyEvent[]): RoundRow[] {
  const left = new Map(
    history.flatMap((event) =>
      event.type === 'round-ended' ? [[event.round, event.remaining] as const] : [],
    ),
  )
  return history.flatMap((event) => {
    if (event.type !== 'round-opened') return []
    const { round: number, startMinor, endMinor } = event
    return [{ ...pricesOf({ number, startMinor, endMinor }), remaining: left.get(number) ?? null }]
  })
}

function pricesOf({
  number,
  startMinor,
  endMinor,
}: {
  number: number
  startMinor: bigint
  endMinor: bigint
}) {
  return { round: number, startMinor: startMinor.toString(), endMinor: endMinor.toString() }
}
