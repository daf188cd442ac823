import { mayMove } from '@/domain/commitments/lifecycle'
import type { CommitmentInFull } from '@/domain/commitments/read-build-out'

const acts = ['appeal', 'decide', 'step', 'extend', 'waive'] as const
export type Act = (typeof acts)[number]

export const actWords: Record<Act, string> = {
  appeal: 'Decide the appeal',
  decide: 'Decide on the evidence',
  step: 'Take the next step of the ladder',
  extend: 'Give more time',
  waive: 'Waive it',
}

/** What can be done about a commitment now, and which of it this page asks about: one question at a time. */
export function chooseAct(
  { state, rung, steps }: CommitmentInFull,
  wanted: string | string[] | undefined,
): { possible: Act[]; chosen: Act | undefined } {
  const may: Record<Act, boolean> = {
    appeal: steps.some(({ appeal }) => appeal && !appeal.outcome),
    decide: state === 'submitted',
    step: mayMove(state, rung === null ? 'notice' : 'remedy'),
    extend: mayMove(state, 'extend'),
    waive: mayMove(state, 'waive'),
  }
  const possible = acts.filter((act) => may[act])
  const usual = possible.find((act) => act === 'appeal' || act === 'decide' || act === 'step')
  return { possible, chosen: possible.find((act) => act === wanted) ?? usual }
}
