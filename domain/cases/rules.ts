import type { CaseAction, CaseFinding, CaseParty, CaseState, ReporterCapacity } from '@/db/schema/cases'

/**
 * Reports of confusing use (R13.1).
 *
 * Invariants:
 * - Nobody but the reporter hears of a report before its address is confirmed; then it has a number and a deadline.
 *   What nobody confirms in time is deleted.
 * - Use is found confusing only once the registrant was heard: it answered, or let the time to answer pass.
 * - What is found, and why, goes to both sides; notes of officers go to neither.
 */

/** The zone in which business days are counted: the programme’s. */
export const CASE_ZONE = 'America/New_York'
/** To confirm the address. */
export const CONFIRM_DAYS = 7
/** From the confirmation to the finding. */
export const CASE_BUSINESS_DAYS = 20
/** The registrant has so long to answer. */
export const ANSWER_BUSINESS_DAYS = 5
/** Before a deadline a reminder goes out. */
export const REMIND_BUSINESS_DAYS = 2
/** Replies of one side within a day. */
export const MOST_REPLIES_A_DAY = 10

export const capacityWords: Record<ReporterCapacity, string> = {
  government: 'A government',
  'cctld-manager': 'The manager of a country-code domain',
}

export const caseStateWords: Record<CaseState, string> = {
  unconfirmed: 'Address not confirmed',
  open: 'Being looked into',
  decided: 'Decided',
}

export const findingWords: Record<CaseFinding, string> = {
  confusing: 'The use is confusing',
  'not-confusing': 'The use is not confusing',
  'not-established': 'It could not be established',
}

export const actionWords: Record<CaseAction, string> = {
  none: 'Nothing further',
  assurances: 'Assurances of the registrant',
  'added-conditions': 'Added conditions on the use of the name',
  referral: 'Referred for a remedy (R12.2)',
}

export const partyWords: Record<CaseParty, string> = {
  reporter: 'The reporter',
  registrant: 'The registrant',
  officers: 'Officers',
}

type Hearing = { heardAt: Date | null; answeredAt: Date | null; answerBy: Date | null }

/** Whether the registrant had its say: it answered, or its time to answer is over. */
export function wasHeard({ heardAt, answeredAt, answerBy }: Hearing, at: Date): boolean {
  return heardAt !== null && (answeredAt !== null || (answerBy !== null && at >= answerBy))
}
