import { expect, test } from 'vitest'
import { workOf } from './plan-work'

type Plan = Parameters<typeof workOf>[0]
const discussed = { undiscussed: [] } as unknown as NonNullable<Plan['panel']>
const disputed = { undiscussed: [{ criterion: 'quality' }] } as unknown as NonNullable<Plan['panel']>
const plan = (given: Partial<Plan>): Plan => ({
  decision: undefined,
  state: 'submitted',
  panel: discussed,
  likely: null,
  ...given,
})
const decision = {} as NonNullable<Plan['decision']>

test.each([
  ['decided', 'a decision, whatever else', plan({ decision, panel: disputed, state: 'withdrawn' })],
  ['decide', 'an outcome that can be proposed', plan({ likely: 'qualified' })],
  [
    'decide',
    'a withdrawal, which is recorded and not discussed',
    plan({ state: 'withdrawn', panel: disputed }),
  ],
  ['discuss', 'scores far apart', plan({ panel: disputed })],
  ['waiting', 'reviews that are out', plan({})],
  ['waiting', 'scores the viewer may not know', plan({ panel: undefined })],
] as const)('%s: %s', (work, _why, given) => expect(workOf(given)).toBe(work))
