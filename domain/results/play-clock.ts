import { type AnyEvent, type AnyTerms, begin, evolve, type History } from '@/engine/auction'
import type { ClockState } from '@/engine/formats/ascending-clock-terms'

/** A round of a clock once it is over. Amounts in cents. */
export type PlayedRound = {
  round: number
  openedAt: Date | null
  endedAt: Date | null
  startMinor: bigint
  endMinor: bigint
  /** How many were in when it began, and after it. */
  began: number
  remaining: number
  bids: number
  /** Who left in it, the lowest price first. */
  exits: { paddle: number; minor: bigint }[]
}

/** The rounds of a clock that is decided, with who left where: for what is final (R3.3). Undefined for other formats. */
export function playClock(history: History<AnyTerms>): PlayedRound[] | undefined {
  const [opened, ...events] = history
  if (opened.terms.format !== 'ascending-clock') return undefined
  const rounds: PlayedRound[] = []
  let state = begin(opened) as ClockState
  let bids = 0
  let openedAt: Date | null = null
  let began = 0
  for (const event of events as readonly AnyEvent[]) {
    state = evolve(state, event)
    if (event.type === 'round-opened') {
      bids = 0
      openedAt = event.at
      began = state.places.filter(({ exited }) => !exited).length
    }
    if (event.type === 'round-bid-accepted') bids++
    if (event.type !== 'round-ended' || !state.round) continue
    const { number: round, startMinor, endMinor } = state.round
    const exits = exitsIn(state, event.exits)
    const { at: endedAt, remaining } = event
    rounds.push({ round, openedAt, endedAt, startMinor, endMinor, began, remaining, bids, exits })
  }
  return rounds
}

function exitsIn({ places }: ClockState, exits: readonly string[]): PlayedRound['exits'] {
  return places
    .flatMap(({ bidder, standingMinor }) =>
      exits.includes(bidder) && standingMinor !== null
        ? [{ paddle: Number(bidder), minor: standingMinor }]
        : [],
    )
    .sort((a, b) => (a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : a.paddle - b.paddle))
}
