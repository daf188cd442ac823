import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { completeDrafts } from '@/db/factories/applications'
import { addToReading } from '@/domain/clarifications/add-to-reading'
import { frozenContentOf } from '@/domain/plans/freeze-plan'
import { readPlan } from '@/domain/plans/read-plan'
import { textOfSection } from '@/domain/plans/reading-text'
import { planSections } from '@/domain/plans/sections'
import { PlanDocument } from './plan-document'

const written = [
  'A **bold** word, a [link](https://example.org/here) and `code`.',
  '',
  '> Quoted, with an ![image](x.png) and <b>marks</b> of HTML &amp; an entity.',
  '',
  '1. First',
  '2. Second \\*not bold\\*',
  '',
  '| not | a table |',
  '',
  '    indented',
].join('\n')

/** What a reader can select, without blanks. */
function selectable(html: string): string {
  const text = html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#x27);/g, (_whole, name: string) => {
    return { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }[name]!
  })
  return text.replace(/\s+/g, '')
}

test('what the page shows of a section is what a citation is looked for in', () => {
  const drafts = completeDrafts('q7', new Date('2031-01-01T00:00:00Z'))
  const budget = [{ what: 'Bottle labels & signs', channel: 'Outdoor', amount: '1800000' }]
  const content = {
    ...drafts,
    purpose: { purpose: written, benefit: '', audience: 'Short.' },
    marketing: { ...drafts.marketing, budget },
  }
  const reading = readPlan(frozenContentOf({ content }), planSections)
  const [askedAt, dueAt] = [new Date('2031-01-02T00:00:00Z'), new Date('2031-01-09T00:00:00Z')]
  const asked = { planVersionId: 'pln_1', question: 'Who & how?', askedAt, dueAt }
  const added = addToReading(
    reading,
    [
      { ...asked, id: 'cla_1', answer: 'Two of us\n\n  do.', answeredAt: dueAt },
      { ...asked, id: 'cla_2', answer: null, answeredAt: null },
    ],
    'UTC',
  )
  expect(added.length).toBe(reading.length + 1)
  expect(reading.length).toBeGreaterThan(3)
  for (const section of added)
    expect(selectable(renderToStaticMarkup(<PlanDocument reading={[section]} />)), section.id).toBe(
      textOfSection(section).replace(/\s+/g, ''),
    )
})
