import { describe, expect, it } from 'vitest'
import { type CaseCell, writeCaseRows } from './write-case-rows'

const q7: CaseCell = {
  label: 'q7',
  status: 'open',
  href: '/labels/q7',
  accessibleName: 'q7.org, Applications open, round 4',
}
const write = (cell: CaseCell) => writeCaseRows([{ cells: [cell] }])

describe('writeCaseRows', () => {
  it('writes a head and a plain link per cell', () => {
    expect(writeCaseRows([{ head: 'q', cells: [q7] }])).toBe(
      '<tr><th scope="row">q</th><td><a href="/labels/q7" data-status="open" ' +
        'aria-label="q7.org, Applications open, round 4">q7</a></td></tr>',
    )
  })

  it('leaves a gap for a label that is not there', () => {
    expect(writeCaseRows([{ cells: [undefined] }])).toBe('<tr><td></td></tr>')
  })

  it('marks a filtered-out cell, which then shows no scale', () => {
    expect(write({ ...q7, dimmed: true, ink: 3 })).toContain('class="dim"')
    expect(write({ ...q7, dimmed: true, ink: 3 })).not.toContain('data-ink')
    expect(write({ ...q7, ink: 0 })).toContain('data-ink="0"')
    expect(write({ ...q7, ink: 'hidden' })).toContain('data-ink="hidden"')
  })

  it('escapes every value', () => {
    const nasty = `"><script>alert('&')</script>`
    const html = write({ ...q7, label: nasty, href: nasty, accessibleName: nasty, status: nasty as 'open' })
    expect(html).not.toContain('<script')
    expect(html.match(/&quot;&gt;&lt;script&gt;alert\(&#39;&amp;&#39;\)&lt;\/script&gt;/g)).toHaveLength(4)
  })
})
