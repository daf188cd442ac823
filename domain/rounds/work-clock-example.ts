import type { RoundSettings } from '@/db/schema/rounds'
import { type AnyState, outcome } from '@/engine/auction'
import { nextRound, remaining } from '@/engine/formats/ascending-clock'
import type { ClockState, ClockTerms } from '@/engine/formats/ascending-clock-terms'
import { decideExample } from './decide-example'

export type ClockExampleRound = {
  round: number
  startMinor: bigint
  endMinor: bigint
  /** Who leaves in it and at what price; null when all go on. */
  exit: { who: string; atMinor: bigint } | null
  remaining: number
}
export type ClockExample = { rounds: ClockExampleRound[]; winner: string; priceMinor: bigint }

/** Who leaves in which round, halfway between its prices; the last paddle never does. */
const PADDLES = ['14', '40', '31']
const LEAVES_IN: Record<string, number> = { '14': 1, '40': 2 }

/**
 * A clock of two rounds on a name with this reserve (cents), under the round's own increments and steps and decided by the
 * engine. Undefined while the settings of the clock are missing.
 */
export function clockExample(settings: RoundSettings, reserveMinor: bigint): ClockExample | undefined {
  if (!settings.clock) return undefined
  const { roundMinutes, recessMinutes, stepsPerRound } = settings.clock
  const terms: ClockTerms = {
    format: 'ascending-clock',
    rulesVersion: 1,
    lot: 'example',
    reserveMinor,
    runnerUp: settings.runnerUp,
    tieRule: 'draw',
    bidders: PADDLES.map((id) => ({ id, depositMinor: 0n, scoreHundredths: null })),
    schedule: {
      opensAt: new Date(0),
      roundSeconds: roundMinutes * 60,
      recessSeconds: recessMinutes * 60,
      stepsPerRound,
      increments: settings.increments.map(({ fromMinor, stepMinor }) => ({
        fromMinor: BigInt(fromMinor),
        stepMinor: BigInt(stepMinor),
      })),
    },
  }
  const rounds: ClockExampleRound[] = []
  let played = decideExample(terms, [])
  const commands: Parameters<typeof decideExample>[1][number][] = []
  for (let number = 1; number <= 2; number++) {
    commands.push(openNext)
    for (const paddle of PADDLES.filter((each) => (LEAVES_IN[each] ?? 99) >= number))
      commands.push((state) => bid(state as ClockState, paddle, number))
    commands.push(() => ({ type: 'end-round', at: null }))
    played = decideExample(terms, commands)
    rounds.push(roundOf(played.state as ClockState, number))
  }
  const { winner, priceMinor } = outcome(
    decideExample(terms, [...commands, () => ({ type: 'close', at: null, seedHex: null })]).history,
  )
  return { rounds, winner: `Paddle ${winner}`, priceMinor: priceMinor ?? reserveMinor }
}

function openNext(state: AnyState) {
  const next = nextRound(state as ClockState)
  if (!next) throw new Error('The example of the clock has no next round.')
  return { type: 'open-round' as const, at: null, ...next }
}

function bid({ round }: ClockState, bidder: string, number: number) {
  const { startMinor, endMinor } = round ?? { startMinor: 0n, endMinor: 0n }
  const amountMinor = LEAVES_IN[bidder] === number ? (startMinor + endMinor) / 2n : endMinor
  return { type: 'bid-in-round' as const, at: null, round: number, bidder, amountMinor, availableMinor: null }
}

function roundOf(state: ClockState, number: number): ClockExampleRound {
  const { startMinor, endMinor } = state.round ?? { startMinor: 0n, endMinor: 0n }
  const left = state.places.find(({ bidder }) => LEAVES_IN[bidder] === number)
  const exit =
    left?.standingMinor != null ? { who: `Paddle ${left.bidder}`, atMinor: left.standingMinor } : null
  return { round: number, startMinor, endMinor, exit, remaining: remaining(state) }
}
