import type { Tx } from '@/db/client'
import type { Citation, DraftScore } from '@/db/schema/reviews'
import { findPassages } from '@/domain/plans/passages'
import { readingOfVersion } from '@/domain/plans/queries'
import { textOfSection } from '@/domain/plans/reading-text'
import { refuse } from '@/lib/errors'
import { fieldsOf } from './rules'

type Sheet = Required<DraftScore>[]

/**
 * Holds each cited passage against the version of the plan that is judged (R6.1): its words stand in its section, so
 * often at least. A passage without a section gets the first that has it; the same one twice is one.
 * Refuses: review.citation-not-found, with the field of the criterion.
 */
export async function settleCitations(tx: Tx, planVersionId: string, sheet: Sheet): Promise<Sheet> {
  if (sheet.every(({ citations }) => citations.length === 0)) return sheet
  const reading = (await readingOfVersion(tx, planVersionId)) ?? []
  const texts = new Map(reading.map((section) => [section.id, textOfSection(section)]))
  return sheet.map((score) => {
    const settled = score.citations.map((citation) => settle(texts, citation))
    const lost = score.citations[settled.indexOf(undefined)]
    if (lost)
      throw refuse(
        'review.citation-not-found',
        {},
        { [fieldsOf(score.criterion).pasted]: `“${lost.quote}” does not stand in this version of the plan.` },
      )
    return { ...score, citations: withoutRepeats(settled as Citation[]) }
  })
}

function settle(texts: ReadonlyMap<string, string>, citation: Citation): Citation | undefined {
  const { section, quote, occurrence } = citation
  const stands = (text = '') => findPassages(text, quote).length > occurrence
  if (section !== '') return stands(texts.get(section)) ? citation : undefined
  const [found] = [...texts].find(([, text]) => stands(text)) ?? []
  return found === undefined ? undefined : { ...citation, section: found }
}

function withoutRepeats(citations: Citation[]): Citation[] {
  const known = new Map(citations.map((citation) => [JSON.stringify(citation), citation]))
  return [...known.values()]
}
