import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PairMatrix } from './pair-matrix'
import { ValueCountsPlot } from './value-counts'

test('a square stands in the row and the column of its two, darker the closer they are', () => {
  const html = renderToStaticMarkup(
    <PairMatrix
      title="Reviewers"
      description="Half of it."
      names={['Ann', 'Bob', 'A name that goes on and on']}
      pairs={[
        { row: 1, column: 0, far: 0, text: '0.0' },
        { row: 2, column: 1, far: 1, text: '5.0' },
      ]}
    />,
  )
  const squares = /<path class="close" d="M(\d+) (\d+)h32v32h-32z" opacity="([\d.]+)"/g
  expect([...html.matchAll(squares)].map(([, x, y, opacity]) => [x, y, opacity])).toEqual([
    ['169', '61', '0.42'],
    ['203', '95', '0.00'],
  ])
  expect(html).toContain('A name that goes on… 3')
})

test('bars are as tall as their counts, and a value nobody gave has none', () => {
  const html = renderToStaticMarkup(
    <ValueCountsPlot name="Quality" lowest={0} counts={[0, 0, 2, 4, 1, 0]} without={3} />,
  )
  const heights = [...html.matchAll(/class="middle"[^>]*height="([\d.]+)"/g)].map(([, each]) => Number(each))
  expect(heights).toEqual([45, 90, 22.5])
  expect(html).toContain('2: 2, 3: 4, 4: 1, 5: 0. Without a value: 3.')
})
