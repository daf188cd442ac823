import type { LadderPlan } from './read-ladder'

/** What a plan on the ladder waits for, in the order in which the panel works. */
export const planWorks = ['discuss', 'decide', 'waiting', 'decided'] as const
export type PlanWork = (typeof planWorks)[number]

export const planWorkWords: Record<PlanWork, string> = {
  discuss: 'Must be discussed',
  decide: 'To be decided',
  waiting: 'Waits for reviews',
  decided: 'Decided',
}

/** Of a plan whose scores the viewer may not know yet, nothing but that it waits: their own review is out (R6.4). */
export function workOf({
  decision,
  state,
  panel,
  likely,
}: Pick<LadderPlan, 'decision' | 'state' | 'panel' | 'likely'>): PlanWork {
  if (decision) return 'decided'
  if (state === 'withdrawn') return 'decide'
  if (panel && panel.undiscussed.length > 0) return 'discuss'
  return likely ? 'decide' : 'waiting'
}
