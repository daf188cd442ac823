import type { AwardState } from '@/db/schema/awards'
import type { CommitmentOutcome, ProofKind, RemedyRung } from '@/db/schema/build-out'

/** Published: so long the owner has to agree before two officers may fix the commitments as in the plan. */
export const AGREE_BUSINESS_DAYS = 10
/** So long a cure notice runs (R12.2). */
export const CURE_DAYS = 30
/** So long an appeal can be made (R12.2). */
export const APPEAL_BUSINESS_DAYS = 10

/** Whether an award in this state has commitments: from its acceptance on (R12.1). */
export function hasBuildOut(state: AwardState): boolean {
  return state === 'accepted' || state === 'paid' || state === 'allocated'
}

/** The last minute that counts, for showing a half-open deadline as people read a day’s end. */
export function lastMinuteOf(end: Date): Date {
  return new Date(end.getTime() - 60_000)
}

export const proofKindWords: Record<ProofKind, string> = {
  url: 'A web page',
  dns: 'The name resolves (DNS)',
  dnssec: 'The name is signed (DNSSEC)',
  tls: 'A valid certificate (TLS)',
  file: 'A document',
}

export const rungWords: Record<RemedyRung, string> = {
  'cure-notice': 'Cure notice, 30 days',
  'added-conditions': 'Added conditions',
  'transfer-lock': 'Transfer lock',
  revocation: 'Revocation and return to the pool',
}

export const outcomeWords: Record<CommitmentOutcome, string> = {
  kept: 'Kept in time',
  'kept-late': 'Kept late',
  waived: 'Waived',
  'not-kept': 'Not kept',
}
