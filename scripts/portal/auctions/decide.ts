import {
  type AuctionCommand,
  type AuctionEvent,
  type AuctionState,
  decide,
  evolve,
  type History,
  open,
  outcome,
  replay,
  type Terms,
} from '@/engine/auction'
import { isRefusal, type RefusalCode } from '@/engine/decision'
import { eventToJson } from '@/engine/json'
import { InputRefused } from '../input-refused'

/** One bid of the document: what it asks of the engine, or why it cannot even be asked. */
export type Attempt = (state: AuctionState) => AuctionCommand | RefusalCode

/** An auction from its opening to its end: each bid is decided in turn, then `ending` closes it (R7). */
export function holdAuction(terms: Terms, at: Date, attempts: readonly Attempt[], ending: Attempt) {
  const opening = open(terms, at)
  if (isRefusal(opening)) throw refusalOfTerms(opening.field ?? '')
  const events: AuctionEvent[] = [...opening]
  let state = replay(opening)
  const act = (attempt: Attempt): RefusalCode | undefined => {
    const asked = attempt(state)
    if (typeof asked === 'string') return asked
    const decision = decide(state, asked)
    if (isRefusal(decision)) return decision.code
    events.push(...decision)
    state = decision.reduce(evolve, state)
    return undefined
  }
  const refusals =
    state.phase === 'allotted' ? [] : attempts.map((attempt, index) => ({ index, code: act(attempt) }))
  if (state.phase !== 'allotted') act(ending)
  return report(
    events as unknown as History,
    refusals.filter(({ code }) => code !== undefined),
  )
}

function report(history: History, refusals: readonly { index: number; code?: RefusalCode }[]) {
  const { status, winner, priceMinor, tieDrawn, order, closedAt, ifDefault } = outcome(history)
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
