import type { CommitmentState } from '@/db/schema/build-out'

/** What comes next for a commitment, and whether it is the registrant’s turn. */
export function whatToDo({ state }: { state: CommitmentState }): { mine: boolean; text: string } {
  return next[state]
}

const next: Record<CommitmentState, { mine: boolean; text: string }> = {
  planned: { mine: true, text: 'Submit evidence when it is done.' },
  'due-soon': { mine: true, text: 'Submit evidence before the date.' },
  extended: { mine: true, text: 'You have more time. Submit evidence before the new date.' },
  submitted: { mine: false, text: 'Nothing to do: an officer looks at your evidence.' },
  returned: { mine: true, text: 'Read what is missing and submit evidence again.' },
  verified: { mine: false, text: 'Done.' },
  waived: { mine: false, text: 'You need not do this any more.' },
  overdue: { mine: true, text: 'The date is over. Submit evidence now; a cure notice may follow.' },
  'cure-notice': { mine: true, text: 'Submit evidence before the cure notice ends, or appeal.' },
  remedy: { mine: true, text: 'Read the step that was taken. Submit evidence, or appeal.' },
  closed: { mine: false, text: '' },
}
