import { type RemedyRung, remedyRungs } from '@/db/schema/build-out'

/**
 * The remedy ladder above the reminder (R12.2).
 *
 * Invariants:
 * - Rungs are taken one after the other; none is left out, and none beyond the furthest of the commitment.
 * - A rung is taken when the one before has run: a cure notice 30 days, any other until its appeal period is over and
 *   an appeal, if there is one, is decided.
 * - A transfer lock and a revocation take two people. A revocation takes effect when its appeal period is over.
 */

/** The rung above the one that stands; undefined at the top. */
export function nextRung(standing: RemedyRung | null): RemedyRung | undefined {
  return remedyRungs[standing === null ? 0 : remedyRungs.indexOf(standing) + 1]
}

/** Whether a commitment that leads no further than `furthest` may come to this rung. */
export function leadsTo(furthest: RemedyRung, rung: RemedyRung): boolean {
  return remedyRungs.indexOf(rung) <= remedyRungs.indexOf(furthest)
}

/** Whether two people are needed (R16.3). */
export function isGrave(rung: RemedyRung): boolean {
  return rung === 'transfer-lock' || rung === 'revocation'
}

type Standing = { rung: RemedyRung; appealBy: Date; cureEndsAt: Date | null }

/** From when on the rung above may be taken. */
export function nextRungFrom({ appealBy, cureEndsAt }: Standing): Date {
  return cureEndsAt && cureEndsAt > appealBy ? cureEndsAt : appealBy
}
