import { resolveLocal } from '@/lib/time/resolve-local'
import { addHours } from '@/lib/time/to-local'
import { type Timetable, type TimetableField, timetableWords } from './timetable'

const DAY = 24

/** An ordinary round: hours of the wall clock after applications open. */
const usual: Record<TimetableField, number> = {
  applicationsOpenAt: 0,
  questionsCloseAt: 21 * DAY,
  applicationsCloseAt: 28 * DAY,
  reviewDueAt: 49 * DAY,
  reviewResultsAt: 56 * DAY,
  depositDueAt: 63 * DAY,
  biddingOpensAt: 70 * DAY,
  biddingClosesAt: 70 * DAY + 6,
  resultsAt: 73 * DAY,
  paymentDueAt: 101 * DAY,
}

/**
 * A first timetable for an officer to change: weeks of the same hour of the day, whatever daylight saving does in
 * between. `local` is a time that `resolveLocal` accepts in `zone`. Where clocks skip the hour, the next one is proposed.
 */
export function proposeTimetable(opens: Date, local: string, zone: string): Timetable {
  const fields = Object.keys(timetableWords) as TimetableField[]
  const later = fields.map((field) => [field, instantOf(addHours(local, usual[field]), zone)])
  return { ...(Object.fromEntries(later) as Timetable), applicationsOpenAt: opens }
}

function instantOf(local: string, zone: string): Date {
  const resolved = resolveLocal(local, zone)
  if (resolved.kind === 'refused') throw new RangeError(resolved.message)
  return resolved.instants[0] ?? instantOf(addHours(local, 1), zone)
}
