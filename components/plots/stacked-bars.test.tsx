import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StackedBars } from './stacked-bars'

test('parts lie end to end, and the same figures stand in a table', () => {
  const html = renderToStaticMarkup(
    <StackedBars
      title="Proceeds"
      description="By phase"
      partNames={['Work', 'Mission']}
      bars={[{ name: '1', long: 'Phase 1', parts: [5100n, 4900n] }]}
    />,
  )
  const rects = [...html.matchAll(/<rect class="(part-\d)" x="([\d.]+)" y="15" width="([\d.]+)"/g)]
  expect(rects.map(([, shade]) => shade)).toEqual(['part-0', 'part-1'])
  const [first, second] = rects.map(([, , x, width]) => [Number(x), Number(width)])
  expect(second![0]).toBeCloseTo(first![0]! + first![1]!)
  expect(first![1]! / second![1]!).toBeCloseTo(51 / 49)
  expect(html).toContain('<td class="n">US$100.00</td><td class="n">US$51.00</td><td class="n">US$49.00</td>')
})
