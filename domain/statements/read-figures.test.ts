import { expect, test } from 'vitest'
import { readFiguresCsv } from './read-figures'

test('reads quarters in any order of columns, as people and programs write them', () => {
  expect(
    readFiguresCsv(
      '\uFEFFincrements,Quarter,revenue\n"2,600,040",2013q2,"19,500,000.00"\n300000,2013Q3,1200000\n',
    ),
  ).toEqual([
    { quarter: '2013Q2', revenueMinor: 1_950_000_000n, increments: 2_600_040n },
    { quarter: '2013Q3', revenueMinor: 120_000_000n, increments: 300_000n },
  ])
})

test.each([
  ['', /names the columns/],
  ['2013Q2,1,1\n', /names the columns/],
  ['quarter,revenue,increments\n', /no row/],
  ['quarter,revenue,increments\n"2013Q2,1,1\n', /quotes on this line do not match/],
  ['quarter,revenue,increments\n2013Q2,1,1\n2013Q2,2,2\n', /^Line 3: 2013Q2 stands in line 2 already\.$/],
  ['quarter,revenue,increments\n2006Q4,1,1\n', /^Line 2: Write the quarter/],
  ['quarter,revenue,increments\n2013Q2,1.250,1\n', /^Line 2: .*two ways/],
  ['quarter,revenue,increments\n2013Q2,1,-1\n', /^Line 2: Enter the annual increments/],
  ['quarter,revenue,increments\n2013Q2\n', /^Line 2: Enter an amount.* Line 2: Enter the annual/],
  [`quarter,revenue,increments\n${'x,1,1\n'.repeat(7)}`, /And 2 more\.$/],
  [`quarter,revenue,increments\n${'2013Q2,1,1\n'.repeat(201)}`, /at most 200/],
])('refuses %j', (csv, sentence) => expect(readFiguresCsv(csv)).toMatch(sentence))
