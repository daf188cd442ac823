import type { Json } from '../engine/json'
import { canonical } from './canonical'
import type { Configuration } from './check-decisions'
import type { Told, ToldEvent } from './read-entries'
import type { Claim } from './round-file'
import type { Wrong } from './verdict'

/** What may move the timetable of a round between its approval and the opening of a name. */
const MOVES = ['round.extend', 'round.resume', 'round.postpone-bidding', 'round.make-up-outage']

/**
 * The auction was opened under what two people had approved (R3.5): every setting that the format knows, and the times,
 * unless a decision in between moved them. Who bids, with which deposit, is known only at the opening.
 */
export function otherTerms(
  opened: ToldEvent,
  claim: Claim,
  configuration: Configuration,
  { actions }: Told,
): Wrong | undefined {
  const terms = (opened.json as { terms: Record<string, Json> }).terms
  const offered = (configuration.lots as Record<string, Json>[]).find(({ lot }) => lot === claim.id)
  const isMoved = actions.some(({ kind, entry }) => MOVES.includes(kind) && entry < opened.entry)
  const agreed = {
    label: [claim.label, offered?.label],
    lot: [terms.lot, claim.id],
    format: [terms.format, configuration.format],
    reserveMinor: [terms.reserveMinor, offered?.reserveMinor],
    ...settingsOf(terms, configuration.settings),
    ...(isMoved ? {} : timesOf(terms, configuration)),
  }
  const [differs] = Object.entries(agreed).find(([, [here, there]]) => !same(here, there)) ?? []
  if (differs === undefined) return undefined
  const problem = `${claim.label}.org was opened under other terms than were approved: ${differs}.`
  return { entry: opened.entry, label: claim.label, sequence: 1, problem }
}

type Pair = readonly [here: Json | undefined, there: Json | undefined]

function settingsOf(terms: Record<string, Json>, settings: Record<string, Json>): Record<string, Pair> {
  const common: Record<string, Pair> = {
    rulesVersion: [terms.rulesVersion, 1],
    runnerUp: [terms.runnerUp, settings.runnerUp],
  }
  const tieRule: Pair = [terms.tieRule, settings.ties === 'draw' ? 'draw' : 'score-then-draw']
  if (terms.format === 'open-ascending') {
    const { windowSeconds = null, extendSeconds = null } = asRecord(settings.softClose)
    return {
      ...common,
      increments: [terms.increments, settings.increments],
      softClose: [terms.softClose, { windowSeconds, extendSeconds }],
    }
  }
  if (terms.format === 'ascending-clock') {
    const { roundMinutes, recessMinutes, stepsPerRound } = asRecord(settings.clock)
    const { roundSeconds, recessSeconds, ...schedule } = asRecord(terms.schedule)
    return {
      ...common,
      tieRule,
      roundSeconds: [roundSeconds, inSeconds(roundMinutes)],
      recessSeconds: [recessSeconds, inSeconds(recessMinutes)],
      stepsPerRound: [schedule.stepsPerRound, stepsPerRound],
      increments: [schedule.increments, settings.increments],
    }
  }
  const quality =
    terms.format === 'sealed-quality-weighted'
      ? {
          passHundredths: settings.passLineHundredths ?? null,
          cmaxBp: settings.qualityCoefficientMaxBp ?? null,
        }
      : null
  return { ...common, tieRule, quality: [terms.quality, quality] }
}

/** In milliseconds, as events have them. A clock ends by itself. */
function timesOf(terms: Record<string, Json>, { timetable, settings }: Configuration): Record<string, Pair> {
  const { biddingOpensAt, biddingClosesAt } = asRecord(timetable)
  if (terms.format === 'ascending-clock')
    return { opensAt: [asRecord(terms.schedule).opensAt, biddingOpensAt] }
  const hardEnd = asRecord(settings.softClose).hardEnd
  const inUtc = typeof hardEnd === 'string' ? new Date(hardEnd).toISOString() : null
  return {
    opensAt: [terms.opensAt, biddingOpensAt],
    closesAt: [terms.closesAt, biddingClosesAt],
    ...(terms.format === 'open-ascending' && { hardEndsAt: [terms.hardEndsAt, inUtc] as const }),
  }
}

function inSeconds(minutes: Json | undefined): Json | undefined {
  return typeof minutes === 'number' ? Math.round(minutes * 60) : minutes
}

function asRecord(value: Json | undefined): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, Json>)
    : {}
}

function same(here: Json | undefined, there: Json | undefined): boolean {
  return canonical(here ?? null) === canonical(there ?? null)
}
