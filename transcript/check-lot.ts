import { type AnyEvent, type AnyTerms, type History, type Outcome, outcome } from '../engine/auction'
import { eventToJson, type Json } from '../engine/json'
import { firstWrongEvent } from '../engine/verify'
import { recordRoot, seedOfDraw } from './canonical'
import type { Configuration } from './check-decisions'
import { otherTerms } from './check-terms'
import { explain } from './explain'
import type { Told, ToldAction, ToldEvent } from './read-entries'
import type { Claim } from './round-file'
import type { LotVerdict, Wrong } from './verdict'

/** What the log says of a lot beside its events: the approved settings, and what was made final. */
export type LotContext = {
  claim: Claim
  told: Told
  configuration: Configuration | undefined
  finalised: ToldAction | undefined
  secret: string | null
}

const BIDS = ['bid-accepted', 'bid-submitted', 'bid-withdrawn', 'bid-voided', 'round-bid-accepted']

type LotCheck = { lot: LotVerdict; wrong: Wrong[] }

/** Decides the auction of a lot again, from its entries alone, and compares it with what was published. */
export function checkLot(told: readonly ToldEvent[], context: LotContext): LotCheck {
  try {
    return replayLot(told, context)
  } catch {
    const { id, label, winnerName, outcome: status } = context.claim
    const none = { format: null, winner: null, priceMinor: null, events: told.length, bids: 0 }
    const why = 'What the file tells of this name is not of the shape it should have.'
    const problem = `${label}.org cannot be replayed as it is told.`
    return {
      lot: { id, label, winnerName, status, why, ...none },
      wrong: [{ entry: told[0]?.entry ?? null, label, problem }],
    }
  }
}

function replayLot(told: readonly ToldEvent[], context: LotContext): LotCheck {
  const { claim } = context
  const { id, label, winnerName } = claim
  const shown = { id, label, winnerName, events: told.length, bids: countBids(told) }
  const none = { format: null, status: claim.outcome, winner: null, priceMinor: null }
  if (told.length === 0) {
    const why = 'No applicant qualified, so there was no auction.'
    const wrong = claim.outcome === 'returned' ? notReturned(context) : missing(label, 1, null)
    return { lot: { ...shown, ...none, why }, wrong: wrong ? [wrong] : [] }
  }
  const broken = outOfOrder(told, label) ?? firstWrong(told, label) ?? agreed(told, context)
  if (broken)
    return {
      lot: { ...shown, ...none, why: 'The auction cannot be replayed as it is told.' },
      wrong: [broken],
    }
  const history = told.map(({ event }) => event) as unknown as History<AnyTerms>
  const result = outcome(history)
  const lot = {
    ...shown,
    format: history[0].terms.format,
    status: result.status,
    winner: result.winner,
    priceMinor: result.priceMinor?.toString() ?? null,
    why: explain(history, result),
  }
  const wrong = [otherResult(told, claim, result), otherDraw(told, context), otherRecord(told, context)]
  return { lot, wrong: wrong.filter((each) => each !== undefined) }
}

/** A name without an auction was made final as one, and nobody has it. */
function notReturned({ claim, finalised }: LotContext): Wrong | undefined {
  const isMade = finalised === undefined || madeOf(claim, finalised)?.[1] === 'returned'
  if (isMade && claim.winner === null && claim.priceMinor === null) return undefined
  const problem = `${claim.label}.org was not made final as a name for which nobody qualified.`
  return { entry: finalised?.entry ?? null, label: claim.label, problem }
}

/** What two people made final of a name: its label, the outcome, the hash of the record. */
function madeOf({ label }: Claim, { facts }: ToldAction): Json[] | undefined {
  return (facts.lots as Json[][]).find(([each]) => each === label)
}

function countBids(told: readonly ToldEvent[]): number {
  return told.filter(({ event }) => BIDS.includes(event.type)).length
}

function missing(label: string, sequence: number, entry: number | null): Wrong {
  return { entry, label, sequence, problem: `Event ${sequence} of ${label}.org is missing.` }
}

/** Events are numbered from 1 without gaps, and stand in the log in their order. */
function outOfOrder(told: readonly ToldEvent[], label: string): Wrong | undefined {
  for (const [at, { event, entry }] of told.entries()) {
    const before = told[at - 1]
    if (before?.event.sequence === event.sequence)
      return {
        entry,
        label,
        sequence: event.sequence,
        problem: `There are two events ${event.sequence} of ${label}.org.`,
      }
    if (event.sequence !== at + 1) return missing(label, at + 1, entry)
    if (before && before.entry > entry)
      return {
        entry,
        label,
        sequence: at + 1,
        problem: `Event ${at + 1} of ${label}.org stands before event ${at}.`,
      }
  }
  return undefined
}

function firstWrong(told: readonly ToldEvent[], label: string): Wrong | undefined {
  const problem = (sequence: number) => ({
    entry: told[Math.min(sequence, told.length) - 1]?.entry ?? null,
    label,
    sequence,
    problem: `Event ${sequence} of ${label}.org is not what the rules lead to.`,
  })
  try {
    const wrong = firstWrongEvent(told.map(({ event }) => event) as unknown as History<AnyTerms>)
    if (!wrong) return undefined
    const { expected } = wrong
    return {
      ...problem(wrong.sequence),
      expected: typeof expected === 'string' ? expected : expected.map((each: AnyEvent) => eventToJson(each)),
    }
  } catch {
    return problem(1)
  }
}

function agreed(
  [opened]: readonly ToldEvent[],
  { claim, configuration, told }: LotContext,
): Wrong | undefined {
  return opened && configuration && otherTerms(opened, claim, configuration, told)
}

function otherResult(told: readonly ToldEvent[], claim: Claim, result: Outcome): Wrong | undefined {
  const price = result.priceMinor?.toString() ?? null
  if (result.status === claim.outcome && result.winner === claim.winner && price === claim.priceMinor)
    return undefined
  return {
    entry: told.at(-1)?.entry ?? null,
    label: claim.label,
    problem: `The published result of ${claim.label}.org is not the one that its auction comes to.`,
    expected: { outcome: result.status, winner: result.winner, priceMinor: price },
  }
}

/** In formats that draw: the seed came from the secret and from this very record, up to its close (R7.5). */
function otherDraw(told: readonly ToldEvent[], { claim, secret }: LotContext): Wrong | undefined {
  const last = told.at(-1)
  if (last?.event.type !== 'auction-closed') return undefined
  const [opened] = told
  const draws = opened?.event.type === 'auction-opened' && opened.event.terms.format !== 'open-ascending'
  if (last.event.seedHex === null && (!draws || secret === null)) return undefined
  const events = told.slice(0, -1).map(({ json }) => json)
  if (
    secret !== null &&
    /^[0-9a-f]{64}$/.test(secret) &&
    seedOfDraw(secret, recordRoot(events)) === last.event.seedHex
  )
    return undefined
  const problem = `The seed of the draw for ${claim.label}.org does not come from the secret and the record.`
  return { entry: last.entry, label: claim.label, sequence: last.event.sequence, problem }
}

/** What two people made final is this record: its hash stands in the entry of that decision. */
function otherRecord(told: readonly ToldEvent[], { claim, finalised }: LotContext): Wrong | undefined {
  if (!finalised) return undefined
  const made = madeOf(claim, finalised)
  const root = recordRoot(told.map(({ json }) => json))
  if (made?.[1] === claim.outcome && made[2] === root) return undefined
  const problem = `The record of ${claim.label}.org is not the one that was made final: events are missing or were added.`
  return { entry: finalised.entry, label: claim.label, problem, expected: { recordHash: made?.[2] ?? null } }
}
