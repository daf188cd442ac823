/**
 * Who can sponsor an applicant (R4.2).
 *
 * Invariant: only a registrar whose status is Accredited on the day, and never one of the reserved ids
 * 9994–9999, which IANA keeps for registries acting as registrars, testing and monitoring.
 */

/** Whether IANA keeps this id for registries, testing and monitoring: such ids cannot sponsor. */
export function isReservedId(ianaId: number): boolean {
  return ianaId >= 9994 && ianaId <= 9999
}

/** Whether this registrar can sponsor today; asked at application, at award and at creation. */
export function canSponsor(registrar: { ianaId: number; status: string }): boolean {
  return registrar.status === 'Accredited' && !isReservedId(registrar.ianaId)
}

/** An invitation to act for a registrar is open for so long. */
export const INVITATION_DAYS = 7
