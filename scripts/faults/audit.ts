import { checkLimits } from './check-limits'
import { type Book, compareBook, type Finding } from './compare-book'
import { followLot } from './follow-lot'
import { readAuction } from './read-auction'

/**
 * The independent auditor: what bidders were told against what the tables hold. It reads with SQL of its own and
 * decides every event again with the engine; it uses none of the portal's own checks.
 * @param expectClosed whether bidding is over on every lot of the auction
 */
export async function audit(
  url: string,
  { lots, rounds }: { lots: string[]; rounds: string[] },
  book: Book,
  expectClosed = false,
): Promise<Finding> {
  const { attempts, stored, rows, limits, closedTwice } = await readAuction(url, lots, rounds)
  const finding = compareBook(book, attempts, stored)
  const eventsOf = Map.groupBy(stored, ({ lot }) => lot)
  const stands = rows.flatMap((row) => followLot(row, eventsOf.get(row.id) ?? [], attempts, finding))
  finding.problems.push(...checkLimits(stands, limits))
  finding.doubleAwards += closedTwice
  if (expectClosed)
    for (const { id, state, closings } of rows)
      if ((state !== 'closed' && state !== 'final') || closings !== 1)
        finding.problems.push(`Lot ${id} is ${state} and was closed ${closings} times.`)
  return finding
}

/** The line to print. */
export const lineOf = (found: Finding): string =>
  `acknowledged ${found.acknowledged}, lost ${found.lost}, duplicated ${found.duplicated}, late ${found.late}, double awards ${found.doubleAwards}, gaps ${found.gaps}`
