import {
  type AnyEvent,
  type AnyTerms,
  type CommandOf,
  decide,
  evolve,
  type History,
  open,
  outcome,
  replay,
  type StateOf,
} from '@/engine/auction'
import { isRefusal, type RefusalCode } from '@/engine/decision'
import { eventToJson } from '@/engine/json'
import { InputRefused } from '../input-refused'

/**
 * One thing that happens in the auction: what it asks of the engine, or why it cannot be asked, or nothing.
 * A refused bid is reported by its index; anything else that is refused makes the document wrong at `place`.
 */
export type Step<T extends AnyTerms> = ({ readonly index: number } | { readonly place: string }) & {
  readonly ask: (state: StateOf<T>) => CommandOf<T> | RefusalCode | undefined
}

/** Holds an auction from its opening through its steps and tells what it came to (R7). One bidder needs no step. */
export function holdAuction<T extends AnyTerms>(
  terms: T,
  at: History<T>[0]['at'],
  steps: readonly Step<T>[],
) {
  const opening = open(terms, at)
  if (isRefusal(opening)) throw refusalOfTerms(opening.field ?? '')
  const events: AnyEvent[] = [...opening]
  let state = replay<T>(opening)
  const refusals: { index: number; code: RefusalCode }[] = []
  for (const step of state.phase === 'allotted' ? [] : steps) {
    const asked = step.ask(state)
    if (asked === undefined) continue
    const decision = typeof asked === 'string' ? { code: asked } : decide<T>(state, asked)
    if (!isRefusal(decision)) {
      for (const event of decision) state = evolve(state, event)
      events.push(...decision)
    } else if ('index' in step) refusals.push({ index: step.index, code: decision.code })
    else throw new InputRefused(decision.code, `The auction cannot go on: ${WHY[decision.code]}.`, step.place)
  }
  return report(events as unknown as History<AnyTerms>, refusals)
}

/** The refusals that make a document wrong. */
const WHY: Partial<Record<RefusalCode, string>> = {
  'tie.seed-missing': 'the highest bids are equal, and the draw needs its seed',
  'round.malformed-prices': 'a round starts where the one before ended or above, and ends above its start',
}

function report(history: History<AnyTerms>, refusals: { index: number; code: RefusalCode }[]) {
  const { status, winner, priceMinor, tieDrawn, order, closedAt, ifDefault } = outcome(history)
  refusals.sort((a, b) => a.index - b.index)
  const events = history.map(eventToJson)
  return { status, winner, priceMinor, tieDrawn, order, refusals, closedAt, events, ifDefault }
}

/** Where the engine's settings stand in the document. */
const PLACES: Record<string, string> = {
  reserveMinor: 'lot.reserveMinor',
  closesAt: 'close',
  hardEndsAt: 'softClose.hardEnd',
}

function refusalOfTerms(field: string): InputRefused {
  const path = PLACES[field] ?? field
  return new InputRefused('auction.malformed-terms', `No auction can be held with this ${path}.`, path)
}
