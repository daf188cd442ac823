import { parseAmountMinor } from '@/engine/amounts'
import { isStopped } from '@/engine/formats/ascending-clock'
import type { ClockTerms } from '@/engine/formats/ascending-clock-terms'
import { holdAuction, type Step } from './decide'
import { type ClockInput, commonTerms, limitFor } from './input'

type ClockStep = Step<ClockTerms>

/** Runs the listed rounds until the clock stops; when it does not, the auction is still open. */
export function decideAscendingClock(input: ClockInput) {
  const bids = input.bids.map((bid, index) => ({ round: bid.round, step: bidStep(input, bid, index) }))
  const rounds = input.rounds.flatMap((prices, index): ClockStep[] => [
    { place: `rounds.${index}`, ask: unlessStopped({ type: 'open-round', at: null, ...prices }) },
    ...bids.filter(({ round }) => round === index + 1).map(({ step }) => step),
    { place: `rounds.${index}`, ask: unlessStopped({ type: 'end-round', at: null }) },
  ])
  const never = bids.filter(({ round }) => round > input.rounds.length).map(({ step }) => step)
  const seedHex = input.tie?.seedHex ?? null
  const ending: ClockStep = {
    place: 'tie.seedHex',
    ask: (state) => (isStopped(state) ? { type: 'close', at: null, seedHex } : undefined),
  }
  const terms: ClockTerms = { format: input.format, ...commonTerms(input), tieRule: 'draw' }
  return holdAuction(terms, null, [...rounds, ...never, ending])
}

function bidStep(
  input: ClockInput,
  { round, bidder, amountMinor: text }: ClockInput['bids'][number],
  index: number,
): ClockStep {
  const amountMinor = parseAmountMinor(text)
  const availableMinor = limitFor(input, bidder)
  if (amountMinor === undefined) return { index, ask: () => 'bid.malformed-amount' }
  return {
    index,
    ask: () => ({ type: 'bid-in-round', at: null, round, bidder, amountMinor, availableMinor }),
  }
}

function unlessStopped(command: ReturnType<ClockStep['ask']>): ClockStep['ask'] {
  return (state) => (isStopped(state) ? undefined : command)
}
