import type { ApplicationState } from '@/db/schema/applications'
import type { RoundState } from '@/db/schema/rounds'

/**
 * When an application may do what (R5).
 *
 * Invariants:
 * - An application is written and submitted only while its round accepts applications, in [open, close) (R5.6).
 * - A submission counts by the instant the server began to receive it, even if it is decided after the close.
 * - Submitted versions are never changed; a withdrawn application may be taken up again until the close (R5.3).
 */
export type ApplicationWindow = {
  state: RoundState
  applicationsOpenAt: Date
  applicationsCloseAt: Date
}

/** Whether the round accepts applications at an instant. */
export function isAccepting(round: ApplicationWindow, at: Date): boolean {
  return round.state === 'applications' && isWithin(round, at)
}

/**
 * Whether a submission that the server began to receive at `receivedAt` counts (R5.6). The scheduler may have moved
 * the round on to review while the submission waited.
 */
export function acceptsSubmission(round: ApplicationWindow, receivedAt: Date): boolean {
  return (round.state === 'applications' || round.state === 'review') && isWithin(round, receivedAt)
}

function isWithin(round: ApplicationWindow, at: Date): boolean {
  return at >= round.applicationsOpenAt && at < round.applicationsCloseAt
}

/** Whether drafts of an application in this state may still be written (the round must accept too). */
export function isEditable(state: ApplicationState): boolean {
  return state === 'draft' || state === 'submitted'
}

/** The word of each state on screens. */
export const applicationStateWords: Record<ApplicationState, string> = {
  draft: 'Draft',
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  'not-submitted': 'Not submitted',
}

/** Whether an application may still be withdrawn: until the bidding opens, when others rely on it. */
export function mayWithdraw(roundState: RoundState): boolean {
  return ['approved', 'applications', 'review', 'qualified', 'suspended'].includes(roundState)
}
