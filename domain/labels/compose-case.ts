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

export type Compartment = { label: string; status: PublicStatus; span: 1 | 2 | 3 }

/**
 * Chooses real names for the picture of the case on the home page: of each status some, the same ones for the same
 * catalogue. Pairs of two letters are left out: they read as words and countries. One live name at most, and it is the
 * large one; where none is live the large one is what is furthest on.
 */
export function composeCase(entries: readonly { label: string; status: PublicStatus }[]): Compartment[] {
  const pools = new Map<PublicStatus, string[]>()
  for (const { label, status } of entries) {
    if (classOf(label) === 'letter-letter') continue
    pools.set(status, [...(pools.get(status) ?? []), label])
  }
  const take = (status: PublicStatus): { label: string; status: PublicStatus } | undefined => {
    const pool = pools.get(status) ?? []
    const [label] = pool.splice(Math.floor(pool.length * SPREAD) % Math.max(pool.length, 1), 1)
    return label === undefined ? undefined : { label, status }
  }
  const first = (statuses: readonly PublicStatus[]) => {
    for (const status of statuses) {
      const taken = take(status)
      if (taken) return taken
    }
    return undefined
  }
  const large = first(['live', 'open', 'qualified', 'review', 'awarded', 'released', 'reserved'])
  pools.delete('live')
  return spans.flatMap((span, index) => {
    const chosen = span === 3 ? large : first([wanted[index]!, ...instead])
    return chosen ? [{ ...chosen, span }] : []
  })
}

/** Where in a pool the next name is taken: away from its alphabetical beginning. */
const SPREAD = 0.618
