import type { Attempt, Stored } from './read-auction'

export type Told = {
  lot: string
  bidder: string
  key: string
  /** The amount that was stated: a maximum, a sealed bid, or a bid in the round of a clock. */
  minor: string
  attemptId?: string
  code?: string
}
export type Book = { acknowledged: Told[]; refused: Told[]; unanswered: Told[] }

export type Finding = {
  acknowledged: number
  lost: number
  duplicated: number
  late: number
  doubleAwards: number
  gaps: number
  /** Whatever else is wrong, a sentence each. */
  problems: string[]
}

/** Events that a bid brought about, once each: a sealed one at the opening. */
const BIDS = new Set(['bid-accepted', 'bid-submitted', 'bid-withdrawn', 'bid-voided', 'round-bid-accepted'])

/** What was told against what was kept: nothing acknowledged is missing, nothing is there twice. */
export function compareBook(book: Book, attempts: readonly Attempt[], stored: readonly Stored[]): Finding {
  const nameOf = ({ lot, bidder, key }: { lot: string; bidder: string; key: string }) =>
    `${lot} ${bidder} ${key}`
  const kept = new Map<string, Attempt[]>()
  for (const each of attempts) kept.set(nameOf(each), [...(kept.get(nameOf(each)) ?? []), each])
  const bids = new Map<string, number>()
  const opened = new Map<string, string | undefined>()
  for (const { attempt, event } of stored) {
    const { type, amountMinor } = event as { type: string; amountMinor?: string }
    if (!attempt || !BIDS.has(type)) continue
    bids.set(attempt, (bids.get(attempt) ?? 0) + 1)
    opened.set(attempt, amountMinor)
  }
  const answers = new Map<string, Set<string>>()
  for (const told of book.acknowledged)
    answers.set(nameOf(told), (answers.get(nameOf(told)) ?? new Set()).add(told.attemptId ?? ''))
  const isKept = (told: Told) =>
    (kept.get(nameOf(told)) ?? []).some(
      ({ id, code, max }) =>
        id === told.attemptId &&
        code === 'accepted' &&
        (max ?? opened.get(id)) === told.minor &&
        bids.has(id),
    )
  const problems: string[] = []
  if (book.unanswered.length > 0) problems.push(`${book.unanswered.length} bids never had a definite answer.`)
  const reversed = book.refused.filter((told) =>
    kept.get(nameOf(told))?.some(({ code }) => code === 'accepted'),
  )
  const taken = reversed.filter(({ code }) => code !== 'request.repeated-differently')
  if (taken.length > 0) problems.push(`${taken.length} bids were told they were refused and stand.`)
  const unaudited = attempts.filter(({ audited }) => audited !== 1)
  if (unaudited.length > 0) problems.push(`${unaudited.length} attempts do not have exactly one audit entry.`)
  const doubled =
    [...kept.values()].filter((same) => same.length > 1).length +
    [...bids.values()].filter((count) => count > 1).length +
    [...answers.values()].filter((different) => different.size > 1).length
  const lost = book.acknowledged.filter((told) => !isKept(told)).length
  return {
    acknowledged: book.acknowledged.length,
    lost,
    duplicated: doubled,
    late: 0,
    doubleAwards: 0,
    gaps: 0,
    problems,
  }
}
