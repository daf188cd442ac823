import { describe, expect, test } from 'vitest'
import { panelScore } from '@/domain/reviews/panel-score'
import type { Rubric } from '@/domain/reviews/score'
import { hindranceOf, likelyOutcome } from './rules'

const rubric: Rubric = {
  criteria: [{ id: 'quality', weightBp: 10_000 }],
  scale: { min: 0, max: 5 },
  passLineHundredths: 6000,
  criterionMinimumHundredths: 200,
}
const judged = (
  values: number[],
  { agreed = {}, outstanding = 0 }: { agreed?: Record<string, number | null>; outstanding?: number } = {},
) => ({
  ...panelScore(
    rubric,
    values.map((quality) => ({ quality })),
    agreed,
  ),
  submitted: values.length,
  outstanding,
})

describe('the pass line decides', () => {
  test.each([
    [[3, 3, 3], 'qualified'],
    [[3, 3, 2], 'not-qualified'],
  ] as const)('%j is %s', (values, outcome) => {
    const other = outcome === 'qualified' ? 'not-qualified' : 'qualified'
    const panel = judged([...values])
    expect(hindranceOf(outcome, 'submitted', panel, 3)).toBeNull()
    expect(hindranceOf(other, 'submitted', panel, 3)).toBe(
      outcome === 'qualified' ? 'above-pass-line' : 'below-pass-line',
    )
    expect(likelyOutcome('submitted', panel, 3)).toBe(outcome)
  })

  test('with the value agreed on', () => {
    expect(likelyOutcome('submitted', judged([5, 1, 2], { agreed: { quality: 3 } }), 3)).toBe('qualified')
    expect(likelyOutcome('submitted', judged([5, 1, 2], { agreed: { quality: null } }), 3)).toBe(
      'not-qualified',
    )
  })
})

describe('nothing is decided before', () => {
  test('every assigned review is in', () =>
    expect(hindranceOf('qualified', 'submitted', judged([4, 4, 4], { outstanding: 1 }), 3)).toBe(
      'reviews-outstanding',
    ))
  test('there are as many as the round promised', () =>
    expect(hindranceOf('qualified', 'submitted', judged([4, 4]), 3)).toBe('reviews-missing'))
  test('disagreements are discussed', () => {
    const panel = judged([5, 3, 4])
    expect(hindranceOf('qualified', 'submitted', panel, 3)).toBe('undiscussed')
    expect(likelyOutcome('submitted', panel, 3)).toBeNull()
  })
})

describe('what is not about the plan', () => {
  test('needs no review', () => expect(hindranceOf('ineligible', 'submitted', judged([]), 3)).toBeNull())
  test('withdrawn is for the withdrawn alone, and nothing else is', () => {
    expect(likelyOutcome('withdrawn', judged([]), 3)).toBe('withdrawn')
    expect(hindranceOf('withdrawn', 'submitted', judged([]), 3)).toBe('wrong-state')
    expect(hindranceOf('qualified', 'withdrawn', judged([4, 4, 4]), 3)).toBe('wrong-state')
  })
})
