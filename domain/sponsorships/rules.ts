/**
 * A registrar's consent to sponsor (R4.2).
 *
 * Invariants:
 * - One request waits at a time; a newer one, or another registrar, supersedes it.
 * - A link answers once, within 14 days; only its SHA-256 is stored.
 */
export const LINK_DAYS = 14

/** Requests of one application within a day: nobody is mailed over and over. */
export const MOST_REQUESTS_A_DAY = 5

export type SponsorshipState = 'requested' | 'confirmed' | 'declined' | 'superseded'

export const sponsorshipWords: Record<SponsorshipState, string> = {
  requested: 'Waiting for an answer',
  confirmed: 'Confirmed',
  declined: 'Declined',
  superseded: 'Replaced by a newer request',
}

/** Whether a link can still be answered. */
export function isAnswerable(request: { state: SponsorshipState; expiresAt: Date }, at: Date): boolean {
  return request.state === 'requested' && at < request.expiresAt
}
