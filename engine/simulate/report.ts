import { compare } from '../amounts'
import { type AnyEvent, type AnyTerms, type History, outcome } from '../auction'
import type { Account, Floor, HeldLot } from './auction-floor'
import { type Quantiles, quantilesOf } from './quantiles'
import type { Simulation } from './simulate-round'
import { tracePrices } from './trace-prices'
import type { ValueModel } from './value-model'

/** Amounts are whole cents in strings; times are seconds since bidding opened. */
export interface SimulationReport {
  readonly format: AnyTerms['format']
  readonly seed: string
  readonly bidders: number
  readonly repetitions: number
  readonly model: ValueModel
  /** To the close of the last lot; a clock has no scheduled end. */
  readonly duration: { readonly scheduledSeconds: number | null; readonly actualSeconds: Quantiles<number> }
  /** Rounds of the clock until the last lot stopped; null for other formats. */
  readonly rounds: Quantiles<number> | null
  /** How often one lot's close was moved: the lot that was moved most. */
  readonly extensions: Quantiles<number>
  readonly bids: Quantiles<number>
  /** What all lots together came to. */
  readonly revenue: { readonly totalMinor: Quantiles<string> }
  /** How many lots ended how, over all repetitions. */
  readonly outcomes: Readonly<Record<LotEnd, number>>
  /** Lots without a sale, in one repetition. */
  readonly unsold: Quantiles<number>
  readonly exposure: Exposure
  readonly refusals: Readonly<Record<string, number>>
  readonly lots: readonly LotReport[]
  /** How the price went in the first repetition, on the lots that came to the highest. */
  readonly pricePaths: readonly { lot: string; points: readonly { seconds: number; priceMinor: string }[] }[]
}

/** What bidders stood committed to at most, against what their deposits allow (R7.2). */
export interface Exposure {
  readonly largestCommittedMinor: string
  /** Among bidders with a limit: the one that came nearest to it. */
  readonly nearestToLimit: { committedMinor: string; limitMinor: string; shareBp: number } | null
  /** What each of them stood committed to at most, as a share of its limit. */
  readonly shareOfLimitBp: Quantiles<number> | null
  /** The share of bidders whose limit was in their way at least once. */
  readonly atLimitBp: number
  /** Above the limit by bids of their own: never. */
  readonly overLimit: number
}

export type LotEnd = 'sold' | 'allotted' | 'unsold' | 'returned' | 'unfinished'

export interface LotReport {
  readonly lot: string
  readonly reserveMinor: string
  readonly bidders: Quantiles<number>
  readonly priceMinor: Quantiles<string> | null
  readonly extensions: number
  readonly outcomes: Readonly<Record<LotEnd, number>>
}

type LotRun = {
  lot: string
  end: LotEnd
  priceMinor: bigint | null
  seconds: number
  extensions: number
  rounds: number
  bids: number
  bidders: number
}

/** What the repetitions come to. */
export function reportOn(simulation: Simulation, floors: readonly Floor[]): SimulationReport {
  const { round, bidders, seed, repetitions, model } = simulation
  const runs = floors.map((floor) => runsOf(simulation, floor))
  const each = <N extends number | bigint>(read: (lots: readonly LotRun[]) => N) =>
    quantilesOf(runs.map(read))
  const most = (read: (lot: LotRun) => number) => each((lots) => Math.max(0, ...lots.map(read)))
  const isClock = round.format === 'ascending-clock'
  const length = (round.closesAt.getTime() - round.opensAt.getTime()) / 1000
  return {
    format: round.format,
    seed,
    bidders,
    repetitions,
    model,
    duration: { scheduledSeconds: isClock ? null : length, actualSeconds: most(({ seconds }) => seconds) },
    rounds: isClock ? most((lot) => lot.rounds) : null,
    extensions: most(({ extensions }) => extensions),
    bids: each((lots) => lots.reduce((sum, lot) => sum + lot.bids, 0)),
    revenue: {
      totalMinor: inText(each((lots) => lots.reduce((sum, lot) => sum + (lot.priceMinor ?? 0n), 0n))),
    },
    outcomes: count(runs.flat()),
    unsold: each((lots) => lots.filter(({ priceMinor }) => priceMinor === null).length),
    exposure: exposureOf(floors),
    refusals: refusalsOf(floors),
    lots: round.lots.map(({ lot, reserveMinor }) => reportLot(lot, reserveMinor, runs)),
    pricePaths: floors[0] ? tracePrices(round, floors[0]) : [],
  }
}

function runsOf({ round }: Simulation, { lots, returned }: Floor): LotRun[] {
  const opens = round.opensAt.getTime()
  const none = { priceMinor: null, seconds: 0, extensions: 0, rounds: 0, bids: 0, bidders: 0 }
  return [
    ...lots.map((held) => runOf(held, opens)),
    ...returned.map((lot) => ({ ...none, lot, end: 'returned' as const })),
  ]
}

const BIDS: readonly AnyEvent['type'][] = ['bid-accepted', 'bid-submitted', 'round-bid-accepted']

function runOf({ lot, bidders, history, state }: HeldLot, opens: number): LotRun {
  const { status, priceMinor } = outcome(history as unknown as History<AnyTerms>)
  const last = history.at(-1) as AnyEvent
  const ended = last.type === 'auction-closed' ? last.closedAt : last.at
  return {
    lot,
    end: status === 'open' || status === 'cancelled' ? 'unfinished' : status,
    priceMinor,
    seconds: ((ended?.getTime() ?? opens) - opens) / 1000,
    extensions: state.format === 'open-ascending' ? state.extensions : 0,
    rounds: state.format === 'ascending-clock' ? (state.round?.number ?? 0) : 0,
    bids: history.filter(({ type }) => BIDS.includes(type)).length,
    bidders: bidders.length,
  }
}

function reportLot(lot: string, reserveMinor: bigint, runs: readonly (readonly LotRun[])[]): LotReport {
  const here = runs.flatMap((lots) => lots.filter((run) => run.lot === lot))
  const prices = here.flatMap(({ priceMinor }) => (priceMinor === null ? [] : [priceMinor]))
  return {
    lot,
    reserveMinor: reserveMinor.toString(),
    bidders: quantilesOf(here.map(({ bidders }) => bidders)),
    priceMinor: prices.length > 0 ? inText(quantilesOf(prices)) : null,
    extensions: Math.max(0, ...here.map(({ extensions }) => extensions)),
    outcomes: count(here),
  }
}

function count(runs: readonly LotRun[]): Record<LotEnd, number> {
  const counted = { sold: 0, allotted: 0, unsold: 0, returned: 0, unfinished: 0 }
  for (const { end } of runs) counted[end] += 1
  return counted
}

function exposureOf(floors: readonly Floor[]): Exposure {
  const accounts = floors.flatMap((floor) => [...floor.accounts.values()])
  const limited = accounts.filter(hasLimit).map((account) => ({ ...account, shareBp: shareOf(account) }))
  limited.sort((a, b) => b.shareBp - a.shareBp)
  const highest = accounts.map(({ highestMinor }) => highestMinor).sort(compare)
  const nearest = limited[0]
  return {
    largestCommittedMinor: (highest.at(-1) ?? 0n).toString(),
    nearestToLimit: nearest
      ? {
          committedMinor: nearest.highestMinor.toString(),
          limitMinor: nearest.limitMinor.toString(),
          shareBp: nearest.shareBp,
        }
      : null,
    shareOfLimitBp: nearest ? quantilesOf(limited.map(({ shareBp }) => shareBp)) : null,
    atLimitBp: Math.round(
      (10_000 * accounts.filter(({ refused }) => refused > 0).length) / Math.max(1, accounts.length),
    ),
    overLimit: limited.filter(
      ({ highestMinor, unaskedMinor, limitMinor }) => highestMinor - unaskedMinor > limitMinor,
    ).length,
  }
}

function hasLimit(account: Account): account is Account & { limitMinor: bigint } {
  return account.limitMinor !== null && account.limitMinor > 0n
}

function shareOf({ highestMinor, limitMinor }: Account & { limitMinor: bigint }): number {
  return Number((highestMinor * 10_000n) / limitMinor)
}

function refusalsOf(floors: readonly Floor[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const { refusals } of floors)
    for (const [code, times] of refusals) counted[code] = (counted[code] ?? 0) + times
  return Object.fromEntries(Object.entries(counted).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function inText({ min, p10, p50, p90, max }: Quantiles<bigint>): Quantiles<string> {
  return { min: `${min}`, p10: `${p10}`, p50: `${p50}`, p90: `${p90}`, max: `${max}` }
}
