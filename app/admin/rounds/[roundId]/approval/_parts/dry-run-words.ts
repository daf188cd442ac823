import type { DryRun } from '@/domain/rounds/find-dry-run'
import { formatMoney } from '@/lib/money'

type Report = DryRun['report']
type LotEnd = keyof Report['outcomes']

const ends: Record<LotEnd, string> = {
  sold: 'sold',
  allotted: 'allotted to a single bidder',
  unsold: 'without a valid bid',
  returned: 'without a bidder',
  unfinished: 'not over after 1,000 rounds of the clock',
}

/** The assumptions in words: who reads the figures must know that bidders were made up. */
export function describeModel({ bidders, repetitions, model }: Report): string {
  const { medianBp, sigma, shortOfLimitBp, earlyBp, sniperBp, lotsEach } = model
  const rest = 10_000 - earlyBp - sniperBp
  return [
    `${bidders} made-up bidders, held ${repetitions} times, each with other values drawn from the settings’ hash.`,
    `A name is worth ${medianBp / 10_000} times its reserve to the bidder in the middle (log-normal, deviation ${sigma}).`,
    `A bidder bids on about ${lotsEach} names; ${showPercent(earlyBp)} bid early in steps,`,
    `${showPercent(sniperBp)} in the last minutes, ${showPercent(rest)} state their value at once;`,
    `${showPercent(shortOfLimitBp)} have a deposit for half of what they would bid.`,
    'It shows how the settings behave. It does not forecast what the round will bring.',
  ].join(' ')
}

/** The figures that need no plot. */
export function describeOutcomes({ outcomes, revenue, exposure, bids, unsold }: Report) {
  const { min, p50, max } = revenue.totalMinor
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  const names = (Object.keys(ends) as LotEnd[])
    .filter((end) => outcomes[end] > 0)
    .map((end) => ({ term: `Names ${ends[end]}`, value: showPercent((10_000 * outcomes[end]) / total) }))
  return [
    { term: 'All names together, middle', value: formatMoney(BigInt(p50)) },
    { term: 'Least', value: formatMoney(BigInt(min)) },
    { term: 'Greatest', value: formatMoney(BigInt(max)) },
    ...names,
    { term: 'Names left over, at most', value: String(unsold.max) },
    { term: 'Bids, at most', value: bids.max.toLocaleString('en') },
    { term: 'Largest commitment of one bidder', value: formatMoney(BigInt(exposure.largestCommittedMinor)) },
    { term: 'Bidders whose limit was in their way', value: showPercent(exposure.atLimitBp) },
  ]
}

/** `9 h 40 min`. */
export function showLength(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Basis points as a percentage without decimals. */
export function showPercent(basisPoints: number): string {
  return `${Math.round(basisPoints / 100)} %`
}
