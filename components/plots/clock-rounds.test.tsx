import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type ClockBar, ClockRounds } from './clock-rounds'

function draw(rounds: ClockBar[], priceMinor: bigint | null = 650_000n) {
  return renderToStaticMarkup(
    <ClockRounds
      title="Rounds of the clock on q7.org"
      description="From the reserve."
      rounds={rounds}
      priceMinor={priceMinor}
      reserveMinor={500_000n}
    />,
  )
}

const round = (number: number, given: Partial<ClockBar> = {}): ClockBar => ({
  round: number,
  openedAt: null,
  startMinor: BigInt(400_000 + number * 100_000),
  endMinor: BigInt(500_000 + number * 100_000),
  remaining: 3,
  exits: [],
  ...given,
})

test('a bar for each round, a dot where somebody left, the price, and who remained', () => {
  const html = draw([round(1), round(2, { remaining: 1, exits: [{ name: 'Paddle 8', minor: 650_000n }] })])
  expect(html.match(/class="middle"/g)).toHaveLength(2)
  const dot = /class="end" cx="[\d.]+%" cy="([\d.]+)"/.exec(html)?.[1]
  expect(html).toContain(`class="paid" d="M0 ${dot}H1000"`)
  expect(html).toContain('<td>Paddle 8 at US$6,500.00</td><td class="n">1</td>')
  expect(html).toContain('pays US$6,500.00')
})

test('of very many rounds some are numbered, the last always; unsold draws no price', () => {
  const html = draw(
    Array.from({ length: 41 }, (_, index) => round(index + 1)),
    null,
  )
  expect(html.match(/class="middle"/g)).toHaveLength(41)
  expect(html.match(/text-anchor="middle">\d+<\/text>/g)?.length).toBeLessThanOrEqual(20)
  expect(html).toContain('>41</text>')
  expect(html).not.toContain('class="paid"')
})
