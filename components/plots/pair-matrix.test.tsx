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
  expect([...html.matchAll(/translate\((\d+) (\d+)\)/g)].map(([, x, y]) => [x, y])).toEqual([
    ['168', '60'],
    ['202', '94'],
  ])
  expect([...html.matchAll(/class="close"[^>]*opacity="([\d.]+)"/g)].map(([, opacity]) => opacity)).toEqual([
    '0.42',
    '0.00',
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
