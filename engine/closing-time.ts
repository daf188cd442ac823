/** The moving part of an auction's timetable. Bidding is open in [opensAt, closesAt) (R7.1). */
export interface ClosingTime {
  readonly opensAt: Date
  readonly closesAt: Date
  /** No bid moves the close beyond this instant; `null` is no such bound. */
  readonly hardEndsAt: Date | null
}

export interface SoftClose {
  readonly windowSeconds: number
  readonly extendSeconds: number
}

/**
 * The close after a bid accepted at `at` (R7.3): within the window it becomes `extendSeconds` after the bid,
 * never earlier than it was and never later than the hard end.
 */
export function closeAfterBid(time: ClosingTime, rule: SoftClose, at: Date): Date {
  const closes = time.closesAt.getTime()
  if (closes - at.getTime() > rule.windowSeconds * 1000) return time.closesAt
  const wished = at.getTime() + rule.extendSeconds * 1000
  const allowed = time.hardEndsAt ? Math.min(wished, time.hardEndsAt.getTime()) : wished
  return allowed > closes ? new Date(allowed) : time.closesAt
}

/** Both ends of the timetable after a suspension: the bidding time that was left is kept (R7.9). */
export function closeAfterSuspension(time: ClosingTime, suspendedAt: Date, resumedAt: Date) {
  const stoppedFrom = Math.max(suspendedAt.getTime(), time.opensAt.getTime())
  const lost = Math.max(0, resumedAt.getTime() - stoppedFrom)
  return { closesAt: later(time.closesAt, lost), hardEndsAt: time.hardEndsAt && later(time.hardEndsAt, lost) }
}

function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}
