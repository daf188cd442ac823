import type { AwardState } from '@/db/schema/awards'
import type { RoundSettings } from '@/db/schema/rounds'
import { addBusinessDays } from '@/lib/time/business-days'

/** What deadlines are computed from: the round's settings and the zone its days are counted in. */
type Terms = { zone: string; paymentDueAt: Date; settings: RoundSettings }

export type Deadlines = { acceptBy: Date; payBy: Date }

/** Business days to answer: for a winner, and for the next in order after a default (R10.1, R10.3). */
export function answerDays(settings: RoundSettings): { accept: number; next: number } {
  return { accept: settings.acceptanceBusinessDays ?? 5, next: settings.nextBusinessDays ?? 4 }
}

/**
 * Until when an award of this instant is accepted and paid, both half-open (R10.1, R10.3). Days are US business days in
 * the round's zone. Nobody pays sooner than the round published, nor before the answer is due.
 * @param rank 0: the winner; above: the next in order after a default
 */
export function deadlinesOf({ zone, paymentDueAt, settings }: Terms, at: Date, rank: number): Deadlines {
  const { accept, next } = answerDays(settings)
  const acceptBy = addBusinessDays(at, rank === 0 ? accept : next, zone)
  const payBy = addBusinessDays(at, settings.paymentBusinessDays, zone)
  return { acceptBy, payBy: new Date(Math.max(+payBy, +paymentDueAt, +acceptBy)) }
}

/** Which deadline has passed at this instant, if one has: half-open, so an answer on the instant is late. */
export function overdue(
  { state, acceptBy, payBy }: { state: AwardState } & Deadlines,
  at: Date,
): 'not-accepted' | 'not-paid' | undefined {
  if (state === 'offered' && at >= acceptBy) return 'not-accepted'
  return state === 'accepted' && at >= payBy ? 'not-paid' : undefined
}

/** The deadlines after an officer pair gave so many business days more; who accepts later also pays later. */
export function extendDeadlines(
  { state, acceptBy, payBy }: { state: AwardState } & Deadlines,
  days: number,
  zone: string,
): Deadlines {
  return {
    acceptBy: state === 'offered' ? addBusinessDays(acceptBy, days, zone) : acceptBy,
    payBy: addBusinessDays(payBy, days, zone),
  }
}
