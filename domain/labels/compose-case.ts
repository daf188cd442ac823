import type { PublicStatus } from './public-status'
import { classOf } from './rules'

/** The side of each compartment, in squares; together 36. The large one is the third in reading order to be wide. */
const spans = [2, 1, 1, 2, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] as const

/** What each compartment would best show, so that a picture of 22 names shows all that there is. */
const wanted: PublicStatus[] = (
  'open reserved released awarded review released before open live reserved reserved allocated reserved ' +
  'released withheld qualified reserved review reserved released awarded closed'
).split(' ') as PublicStatus[]

/** What stands in where there is none of a status: the nearest in inking that there is. */
const instead: PublicStatus[] = [
  'reserved',
  'released',
  'before',
  'withheld',
  'open',
  'review',
  'qualified',
  'awarded',
  'live',
]

type Candidate = { label: string; status: PublicStatus; priceMinor?: bigint }
export type Compartment = { label: string; status: PublicStatus; span: 1 | 2 | 3 }

/**
 * Chooses real names for the picture of the case on the home page: of each status some, the same ones for the same
 * catalogue. Pairs of two letters are left out: they read as words and countries. One live name at most, and it is the
 * large one; where none is live the large one is what is furthest on.
 */
export function composeCase(entries: readonly Candidate[]): Compartment[] {
  const pools = new Map<PublicStatus, string[]>()
  for (const { label, status } of entries) {
    if (classOf(label) === 'letter-letter') continue
    pools.set(status, [...(pools.get(status) ?? []), label])
  }
  let taken = 0
  const take = (status: PublicStatus): { label: string; status: PublicStatus } | undefined => {
    const pool = pools.get(status) ?? []
    const [label] = pool.splice(Math.floor(((++taken * GOLDEN) % 1) * pool.length), 1)
    return label === undefined ? undefined : { label, status }
  }
  const first = (statuses: readonly PublicStatus[]) => {
    for (const status of statuses) {
      const found = take(status)
      if (found) return found
    }
    return undefined
  }
  const large =
    dearestLive(entries) ?? first(['open', 'qualified', 'review', 'awarded', 'released', 'reserved'])
  pools.delete('live')
  return spans.flatMap((span, index) => {
    const chosen = span === 3 ? large : first([wanted[index]!, ...instead])
    return chosen ? [{ label: chosen.label, status: chosen.status, span }] : []
  })
}

/** The live name with the highest price. */
function dearestLive(entries: readonly Candidate[]): Candidate | undefined {
  const live = entries.filter(({ status, label }) => status === 'live' && classOf(label) !== 'letter-letter')
  return live.sort((a, b) => ((a.priceMinor ?? 0n) < (b.priceMinor ?? 0n) ? 1 : -1))[0]
}

/** The fraction by which choices spread evenly over a pool, however many are taken. */
const GOLDEN = 0.6180339887
