import type { CommitmentState, RemedyRung } from '@/db/schema/build-out'

/**
 * The life of a commitment (R12.1, R12.2).
 *
 * Invariants:
 * - A commitment moves only along `commitmentTransitions`, and only once its terms are agreed or fixed.
 * - What is submitted waits for the programme: no date moves it. What comes back late takes up the ladder where it was.
 * - `closed` is the end; `verified` and `waived` lead nowhere else.
 */

type Transition = { from: readonly CommitmentState[]; to: CommitmentState; rule: string }

const ahead = ['planned', 'due-soon', 'extended', 'returned'] as const
const late = ['overdue', 'cure-notice'] as const

/** Every move of a commitment. */
export const commitmentTransitions = {
  approach: { from: ['planned', 'extended'], to: 'due-soon', rule: 'R12.1' },
  submit: { from: [...ahead, ...late, 'remedy'], to: 'submitted', rule: 'R12.1' },
  verify: { from: ['submitted'], to: 'verified', rule: 'R12.1' },
  return: { from: ['submitted'], to: 'returned', rule: 'R12.1' },
  waive: { from: [...ahead, ...late, 'submitted', 'remedy'], to: 'waived', rule: 'R12.1' },
  extend: { from: [...ahead, ...late], to: 'extended', rule: 'R12.1' },
  lapse: { from: ahead, to: 'overdue', rule: 'R12.1' },
  'resume-notice': { from: ['returned'], to: 'cure-notice', rule: 'R12.2' },
  'resume-remedy': { from: ['returned'], to: 'remedy', rule: 'R12.2' },
  notice: { from: ['overdue'], to: 'cure-notice', rule: 'R12.2' },
  remedy: { from: ['cure-notice', 'remedy'], to: 'remedy', rule: 'R12.2' },
  lift: { from: ['cure-notice', 'remedy'], to: 'overdue', rule: 'R12.2' },
  close: {
    from: [...ahead, ...late, 'submitted', 'remedy', 'verified', 'waived'],
    to: 'closed',
    rule: 'R12.1',
  },
} as const satisfies Record<string, Transition>

export type CommitmentMove = keyof typeof commitmentTransitions

/** Whether the move leads on from this state. */
export function mayMove(state: CommitmentState, move: CommitmentMove): boolean {
  return commitmentTransitions[move].from.some((from) => from === state)
}

const DAY = 86_400_000
/** A commitment is due soon from here on. */
export const SOON_DAYS = 30

type Dated = { state: CommitmentState; dueAt: Date; rung: RemedyRung | null }

/** What the date alone does to a commitment at this instant, if anything: asked again until nothing is due. */
export function moveByDate({ state, dueAt, rung }: Dated, at: Date): CommitmentMove | undefined {
  if (at >= dueAt) {
    if (state === 'returned' && rung) return rung === 'cure-notice' ? 'resume-notice' : 'resume-remedy'
    return mayMove(state, 'lapse') ? 'lapse' : undefined
  }
  const soon = at.getTime() >= dueAt.getTime() - SOON_DAYS * DAY
  return soon && mayMove(state, 'approach') ? 'approach' : undefined
}

/** What a reminder says; each is said once for a date, and what was overtaken is not said at all (R12.2). */
export const reminderStages = ['30-days', '7-days', '1-day', 'late'] as const
export type ReminderStage = (typeof reminderStages)[number]

/** The reminder that holds at this instant, for what the registrant has still to do. */
export function reminderStage({ state, dueAt }: Dated, at: Date): ReminderStage | undefined {
  if (at >= dueAt) return state === 'overdue' ? 'late' : undefined
  if (!ahead.some((one) => one === state)) return undefined
  const left = dueAt.getTime() - at.getTime()
  if (left <= DAY) return '1-day'
  if (left <= 7 * DAY) return '7-days'
  return left <= 30 * DAY ? '30-days' : undefined
}

/** The states in words for people. */
export const commitmentStateWords: Record<CommitmentState, string> = {
  planned: 'Planned',
  'due-soon': 'Due soon',
  extended: 'Extended',
  submitted: 'Being checked',
  returned: 'Returned',
  verified: 'Verified',
  waived: 'Waived',
  overdue: 'Overdue',
  'cure-notice': 'Cure notice',
  remedy: 'Remedy',
  closed: 'Closed',
}
