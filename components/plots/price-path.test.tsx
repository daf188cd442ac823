import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PricePath } from './price-path'

const opensAt = new Date('2026-11-21T23:00:00Z')
const closesAt = new Date('2026-11-22T06:00:00Z')
const step = { at: new Date('2026-11-21T23:30:00Z'), minor: 525_000n }

function draw(given: Partial<React.ComponentProps<typeof PricePath>> = {}) {
  return renderToStaticMarkup(
    <PricePath
      title="Price of q7"
      description="From the reserve."
      steps={[step]}
      opensAt={opensAt}
      closesAt={closesAt}
      reserveMinor={500_000n}
      {...given}
    />,
  )
}

/** What shrinks with the drawing. */
const stretched = (html: string) => /<svg class="stretched".*?<\/svg>/s.exec(html)?.[0] ?? ''

test('figures stand outside of what is stretched, so that they keep their size', () => {
  const html = draw()
  expect(html).toContain('<text')
  expect(stretched(html)).toContain('class="price"')
  expect(stretched(html)).not.toContain('<text')
  expect(html.match(/viewBox/g)).toHaveLength(1)
})

test('an early price is named to the right of its point, whole', () => {
  expect(draw()).toMatch(/text-anchor="start">US\$5,250\.00</)
})

test('without a bid the reserve is named, and no price drawn', () => {
  const html = draw({ steps: [] })
  expect(html).toContain('reserve US$5,000.00')
  expect(html).not.toContain('class="price"')
  expect(html).not.toContain('end-value')
})
