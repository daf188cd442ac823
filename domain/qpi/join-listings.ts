import type { AbuseClass } from '@/db/schema/qpi'

export type Listing = {
  domain: string
  line: number
  class: AbuseClass
  firstSeenAt: Date
  mitigatedAt: Date | null
}

export type Listed = {
  domain: string
  class: AbuseClass
  firstSeenAt: Date
  /** Null: a feed still lists it. */
  mitigatedAt: Date | null
  /** Every feed that names it, with the line. */
  in: { fileId: string; feed: string; line: number }[]
}

/**
 * Distinct domains over all feeds (R15.3): first seen when the first feed saw it, mitigated when the last feed says so and
 * none still lists it. Malicious where a feed says so, compromised where one says that and none says malicious.
 */
export function joinListings(
  feeds: readonly { fileId: string; feed: string; rows: readonly Listing[] }[],
): Listed[] {
  const joined = new Map<string, Listed>()
  for (const { fileId, feed, rows } of feeds) {
    for (const { line, ...row } of rows) {
      const at = { fileId, feed, line }
      const known = joined.get(row.domain)
      if (known) add(known, row, at)
      else joined.set(row.domain, { ...row, in: [at] })
    }
  }
  return [...joined.values()].sort((a, b) => (a.domain < b.domain ? -1 : 1))
}

function add(known: Listed, row: Omit<Listing, 'line'>, at: Listed['in'][number]): void {
  known.in.push(at)
  known.class = worse(known.class, row.class)
  if (row.firstSeenAt < known.firstSeenAt) known.firstSeenAt = row.firstSeenAt
  known.mitigatedAt = later(known.mitigatedAt, row.mitigatedAt)
}

/** Of two instants of mitigation the later; null, still listed, is later than any. */
export function later(a: Date | null, b: Date | null): Date | null {
  return a === null || b === null ? null : a > b ? a : b
}

const order: readonly AbuseClass[] = ['unclassified', 'compromised', 'malicious']

/** Of two classes the graver. */
export function worse(a: AbuseClass, b: AbuseClass): AbuseClass {
  return order.indexOf(a) >= order.indexOf(b) ? a : b
}
