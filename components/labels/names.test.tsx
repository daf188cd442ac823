import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Badge, Status } from '@/components/ui/status'
import { LabelName } from './label-name'
import { Sort } from './sort'
import { statusWords } from './status-words'

describe('Sort', () => {
  it('is read with its status and spelled', () => {
    const html = renderToStaticMarkup(<Sort label="0o" status="released" />)
    expect(html).toContain('aria-label="0o.org, Released (digit 0, letter o)"')
    expect(html).toContain('data-status="released"')
  })

  it('is narrow for a single', () => {
    expect(renderToStaticMarkup(<Sort label="6" />)).toContain('single')
    expect(renderToStaticMarkup(<Sort label="6a" />)).not.toContain('single')
  })

  it('carries the mark of practice on an invented name, whatever its state (R3.6)', () => {
    const html = renderToStaticMarkup(<Sort label="practice-1" status="live" />)
    expect(html).toContain('data-status="practice"')
    expect(html).toContain('practice-1.org, Practice')
    expect(html).toContain('<svg')
  })

  it('links to the name when it leads somewhere', () => {
    expect(renderToStaticMarkup(<Sort label="q7" status="open" href="/labels/q7" />)).toMatch(
      /^<a [^>]*href="\/labels\/q7"/,
    )
  })

  it('is silent where the name stands beside it', () => {
    const html = renderToStaticMarkup(<Sort label="q7" decorative />)
    expect(html).toContain('aria-hidden="true"')
    expect(html).not.toContain('aria-label')
  })
})

describe('LabelName', () => {
  it('stays left to right and is spelled for those who listen', () => {
    const html = renderToStaticMarkup(<LabelName label="q7" />)
    expect(html).toContain('dir="ltr"')
    expect(html).toContain('<b>q7</b>.org')
    expect(html).toContain('letter q, digit 7')
  })
})

describe('Status and Badge', () => {
  it.each(Object.entries(statusWords))('say %s in a word beside a glyph', (status, { word, short }) => {
    const html = renderToStaticMarkup(<Status status={status as keyof typeof statusWords} />)
    expect(html).toContain(word)
    expect(html).toMatch(/<svg[^>]*aria-hidden="true"/)
    expect(renderToStaticMarkup(<Badge status={status as keyof typeof statusWords} />)).toContain(short)
  })
})

describe('Money', () => {
  it('prints cents exactly, with the currency', () => {
    expect(renderToStaticMarkup(<Money minor="1234567890123456789" />)).toContain(
      'US$12,345,678,901,234,567.89',
    )
    expect(renderToStaticMarkup(<Money minor={125000n} plain />)).toContain('>1,250.00<')
  })
})

describe('When', () => {
  it('carries the instant for machines and both zones for people', () => {
    const html = renderToStaticMarkup(<When at="2026-12-01T16:00:00Z" zone="America/New_York" />)
    expect(html).toContain('dateTime="2026-12-01T16:00:00.000Z"')
    expect(html).toContain('Tue 1 Dec 2026, 11:00 EST (16:00 UTC)')
  })
})
