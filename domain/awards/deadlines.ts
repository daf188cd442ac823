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
