import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type SealedBar, SealedBids } from './sealed-bids'

const plain = (name: string, minor: bigint): SealedBar => ({ name, minor, countsMinor: minor, plan: null })

function draw(bids: SealedBar[], price: { minor: bigint; countsMinor: bigint } | null) {
  return renderToStaticMarkup(
    <SealedBids
      title="Sealed bids on q7.org"
      description="The best first."
      bids={bids}
      price={price}
      reserveMinor={500_000n}
    />,
  )
}

const widths = (html: string, kind: string) =>
  [...html.matchAll(new RegExp(`class="${kind}" x="([\\d.]+)"[^>]*width="([\\d.]+)"`, 'g'))].map(
    ([, from, width]) => Number(from) + Number(width),
  )
const paid = (html: string) => Number(/class="paid" d="M([\d.]+) /.exec(html)?.[1])

test('the line of the second price meets the end of the second bar', () => {
  const html = draw([plain('Paddle 7', 900_000n), plain('Paddle 12', 800_000n)], {
    minor: 800_000n,
    countsMinor: 800_000n,
  })
  expect(paid(html)).toBeCloseTo(widths(html, 'middle')[1]!)
  expect(html).toContain('pays US$8,000.00')
  expect(html).not.toContain('Counts as')
})

test('where quality counts the line meets what the runner-up counts as, and the table tells the weights', () => {
  const html = draw(
    [
      {
        name: 'Paddle 7',
        minor: 900_000n,
        countsMinor: 1_077_120n,
        plan: { score: '82.50', adds: '19.68 %' },
      },
      {
        name: 'Paddle 12',
        minor: 1_000_000n,
        countsMinor: 1_000_000n,
        plan: { score: '60.00', adds: '0.00 %' },
      },
    ],
    { minor: 835_562n, countsMinor: 1_000_000n },
  )
  expect(paid(html)).toBeCloseTo(widths(html, 'middle')[1]!)
  expect(widths(html, 'added')[0]).toBeGreaterThan(widths(html, 'middle')[0]!)
  expect(html).toContain('<td class="n">19.68 %</td><td class="n">US$10,771.20</td>')
})

test('of very many bids the table alone has all', () => {
  const html = draw(
    Array.from({ length: 40 }, (_, index) => plain(`Paddle ${index + 1}`, BigInt(900_000 - index))),
    null,
  )
  expect(html.match(/class="middle"/g)).toHaveLength(12)
  expect(html.match(/<tr>/g)).toHaveLength(41)
  expect(html).toContain('The first 12 of 40')
})
