import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { compareTexts, type Run } from '@/domain/plans/compare-texts'
import { completeSheet } from './rules'

/** What differs on one criterion; a part without a difference is absent. */
export type SheetChange = {
  criterion: string
  name: string
  /** In words: `4`, `Not applicable`, `No value`. */
  value?: { before: string; after: string }
  reason?: Run[]
  cited: string[]
  takenOut: string[]
}

/** The criteria on which two sheets differ, in the order of the rubric. */
export function compareSheets(
  criteria: readonly Pick<Criterion, 'id' | 'name'>[],
  before: readonly DraftScore[],
  after: readonly DraftScore[],
): SheetChange[] {
  const [earlier, later] = [completeSheet(criteria, before), completeSheet(criteria, after)]
  return criteria.flatMap(({ id, name }, index) => {
    const [a, b] = [earlier[index]!, later[index]!]
    const [value, reason] = [valueInWords(a) !== valueInWords(b), a.reason !== b.reason]
    const [cited, takenOut] = [quotesMissingIn(a, b), quotesMissingIn(b, a)]
    if (!value && !reason && cited.length === 0 && takenOut.length === 0) return []
    return [
      {
        criterion: id,
        name,
        ...(value && { value: { before: valueInWords(a), after: valueInWords(b) } }),
        ...(reason && { reason: compareTexts(a.reason, b.reason) }),
        cited,
        takenOut,
      },
    ]
  })
}

function valueInWords({ value, notApplicable }: DraftScore): string {
  return notApplicable ? 'Not applicable' : String(value ?? 'No value')
}

/** The passages that only the second cites. */
function quotesMissingIn(a: Required<DraftScore>, b: Required<DraftScore>): string[] {
  const known = new Set(a.citations.map((citation) => JSON.stringify(citation)))
  return b.citations
    .filter((citation) => !known.has(JSON.stringify(citation)))
    .map((citation) => citation.quote)
}
