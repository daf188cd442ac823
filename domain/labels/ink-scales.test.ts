import { expect, test } from 'vitest'
import { inkStep, interestScale, priceScale } from './ink-scales'

test.each([
  [0, 0],
  [1, 1],
  [4, 3],
  [5, 4],
  [12, 5],
  [400, 6],
])('%d applications are step %d', (figure, step) => expect(inkStep(interestScale, figure)).toBe(step))

test.each([
  [499_999n, 0],
  [500_000n, 1],
  [1_825_000n, 2],
  [25_000_000n, 6],
  [10n ** 15n, 6],
])('%d cents are step %d', (figure, step) => expect(inkStep(priceScale, figure)).toBe(step))

test('both scales have seven rising steps from zero', () => {
  for (const scale of [interestScale, priceScale]) {
    expect(scale).toHaveLength(7)
    expect(scale[0]!.from).toBe(0n)
    for (const [index, { from }] of scale.entries())
      if (index > 0) expect(from > scale[index - 1]!.from).toBe(true)
  }
})
