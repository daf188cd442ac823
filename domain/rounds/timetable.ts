/**
 * The timetable of a round (R3.2): ten instants, stored in UTC with the zone they were entered in.
 * A format that stops by itself (`ascending-clock`) ends when it does: its `biddingClosesAt` is what is expected.
 *
 * Invariants, checked on entry and again at approval:
 * - The instants keep the order of `timetableOrder`; stages that people work in have a length above zero.
 * - Intervals are half-open [open, close), so a stage may begin at the instant the one before it ends.
 */
export type Timetable = {
  applicationsOpenAt: Date
  questionsCloseAt: Date
  applicationsCloseAt: Date
  reviewDueAt: Date
  reviewResultsAt: Date
  depositDueAt: Date
  biddingOpensAt: Date
  biddingClosesAt: Date
  resultsAt: Date
  paymentDueAt: Date
}

export type TimetableField = keyof Timetable

/** What each instant is called in a sentence, in the order of the timetable. */
export const timetableWords: Record<TimetableField, string> = {
  applicationsOpenAt: 'Applications open',
  questionsCloseAt: 'Questions close',
  applicationsCloseAt: 'Applications close',
  reviewDueAt: 'Review due',
  reviewResultsAt: 'Results of review',
  depositDueAt: 'Deposit due',
  biddingOpensAt: 'Bidding opens',
  biddingClosesAt: 'Bidding closes',
  resultsAt: 'Results',
  paymentDueAt: 'Payment due',
}

/** Each pair: the second must come after the first, or (`orSame`) not before it. */
const timetableOrder: readonly { before: TimetableField; after: TimetableField; orSame: boolean }[] = [
  { before: 'applicationsOpenAt', after: 'questionsCloseAt', orSame: false },
  { before: 'questionsCloseAt', after: 'applicationsCloseAt', orSame: true },
  { before: 'applicationsCloseAt', after: 'reviewDueAt', orSame: false },
  { before: 'reviewDueAt', after: 'reviewResultsAt', orSame: true },
  { before: 'reviewResultsAt', after: 'depositDueAt', orSame: false },
  { before: 'depositDueAt', after: 'biddingOpensAt', orSame: true },
  { before: 'biddingOpensAt', after: 'biddingClosesAt', orSame: false },
  { before: 'biddingClosesAt', after: 'resultsAt', orSame: true },
  { before: 'resultsAt', after: 'paymentDueAt', orSame: false },
]

/** A failure names the field to change and says in a sentence what is wrong with it. */
export type TimetableFailure = { field: TimetableField; message: string }

/**
 * Checks the order of a timetable. Returns at most one failure per field, in the order of the timetable; none
 * when it holds.
 */
export function checkTimetable(timetable: Timetable): TimetableFailure[] {
  return timetableOrder.flatMap(({ before, after, orSame }) => {
    const gap = timetable[after].getTime() - timetable[before].getTime()
    if (gap > 0 || (orSame && gap === 0)) return []
    const must = orSame ? 'must not be before' : 'must be after'
    return [{ field: after, message: `“${timetableWords[after]}” ${must} “${timetableWords[before]}”.` }]
  })
}
