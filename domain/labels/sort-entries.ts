import type { SortKey } from './catalogue-filter'
import type { CatalogueEntry } from './public-queries'
import { publicStatuses } from './public-status'

type Ordered = Pick<
  CatalogueEntry,
  'status' | 'round' | 'reserveMinor' | 'priceMinor' | 'applications' | 'next'
>

/** What a column sorts by; undefined where the name has nothing there. Inking order for the status. */
const keys: Record<Exclude<SortKey, 'name'>, (entry: Ordered) => bigint | number | undefined> = {
  status: ({ status }) => publicStatuses.indexOf(status),
  round: ({ round }) => round && round.phase * 10_000 + round.number,
  reserve: ({ reserveMinor }) => reserveMinor,
  price: ({ priceMinor }) => priceMinor,
  applications: ({ applications }) => (applications === 'hidden' ? undefined : applications),
  next: ({ next }) => next?.at.getTime(),
}

/**
 * The names in the order of a column. They come in catalogue order, which stays the second key; those with nothing in
 * the column come last in either direction.
 */
export function sortEntries<E extends Ordered>(
  entries: readonly E[],
  key: SortKey,
  descending: boolean,
): E[] {
  if (key === 'name') return descending ? [...entries].reverse() : [...entries]
  const figure = keys[key]
  const direction = descending ? -1 : 1
  return [...entries].sort((a, b) => {
    const [left, right] = [figure(a), figure(b)]
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined)
    return left < right ? -direction : left > right ? direction : 0
  })
}
