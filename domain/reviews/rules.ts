import type { Citation, DraftScore } from '@/db/schema/reviews'
import type { Criterion, RoundSettings, RoundState } from '@/db/schema/rounds'
import type { Rubric, Scores } from './score'

/**
 * Review of plans: how a sheet of scores is filled in, and when (R6.1, R6.4).
 *
 * Invariants:
 * - Each criterion of the round's rubric gets a whole value from 0 to 5 or “not applicable”, and a written reason.
 *   “Not applicable” and blank are never 0.
 * - Reviews are written while the round is under review and the panel has not decided on the plan. The instant until
 *   which reviews are due is a date to keep, not a wall: a late review is late, and nothing is lost.
 */

export const scoreValues = [0, 1, 2, 3, 4, 5] as const

export const MOST_REASON = 4000

export type ReviewProgress = 'not-started' | 'in-progress' | 'submitted'

export const reviewProgressWords: Record<ReviewProgress, string> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  submitted: 'Submitted',
}

/** Whether plans of a round in this state are reviewed and decided on. */
export function isUnderReview(state: RoundState): boolean {
  return state === 'review'
}

/** How far a review is; a row without anything in it is not started. */
export function progressOf(
  review: { state: 'draft' | 'submitted'; draft: readonly DraftScore[] } | null | undefined,
): ReviewProgress {
  if (!review) return 'not-started'
  if (review.state === 'submitted') return 'submitted'
  return review.draft.some(isTouched) ? 'in-progress' : 'not-started'
}

function isTouched({ value, notApplicable, reason, citations }: DraftScore): boolean {
  return value !== null || notApplicable || reason.trim() !== '' || (citations ?? []).length > 0
}

/** What the arithmetic of scores needs to know of a round's settings. */
export function rubricOf(settings: RoundSettings): Rubric {
  return {
    criteria: settings.rubric,
    scale: { min: 0, max: 5 },
    passLineHundredths: settings.passLineHundredths,
    criterionMinimumHundredths: settings.criterionMinimumHundredths,
  }
}

/** A sheet as `scorePlan` takes it: not applicable and blank are null. */
export function scoresOf(sheet: readonly Pick<DraftScore, 'criterion' | 'value'>[]): Scores {
  return Object.fromEntries(sheet.map(({ criterion, value }) => [criterion, value]))
}

/** Names of the fields of one criterion in a form. */
export const fieldsOf = (criterion: string) => ({
  value: `value.${criterion}`,
  reason: `reason.${criterion}`,
  /** One field for each passage, as JSON. */
  citation: `citation.${criterion}`,
  /** A passage pasted where no script runs. */
  pasted: `pasted.${criterion}`,
})

/** Reads a sheet out of a form: the criteria it shows are named in its fields `criterion`. */
export function readSheet(form: FormData): DraftScore[] {
  return form.getAll('criterion').map((criterion) => {
    const fields = fieldsOf(String(criterion))
    const value = form.get(fields.value)
    return {
      criterion: String(criterion),
      value: /^\d$/.test(String(value)) ? Number(value) : null,
      notApplicable: value === 'na',
      // A sent form has the line ends of the wire, a read one those of the page.
      reason: String(form.get(fields.reason) ?? '').replace(/\r\n?/g, '\n'),
      citations: [
        ...form.getAll(fields.citation).flatMap((field) => readCitation(String(field))),
        ...form
          .getAll(fields.pasted)
          .filter((quote) => String(quote).trim() !== '')
          .map((quote) => ({ section: '', quote: String(quote), occurrence: 0 })),
      ],
    }
  })
}

/** A citation out of its field; nothing when the field holds something else. */
function readCitation(field: string): Citation[] {
  try {
    const { section, quote, occurrence } = JSON.parse(field)
    return [{ section, quote, occurrence }]
  } catch {
    return []
  }
}

/** The field of a citation. */
export function writeCitation({ section, quote, occurrence }: Citation): string {
  return JSON.stringify({ section, quote, occurrence })
}

/** A sheet in the order of the rubric, with a blank entry for each criterion without one. */
export function completeSheet(
  criteria: readonly Pick<Criterion, 'id'>[],
  sheet: readonly DraftScore[],
): Required<DraftScore>[] {
  return criteria.map(({ id }) => {
    const known = sheet.find(({ criterion }) => criterion === id)
    return {
      criterion: id,
      value: known?.value ?? null,
      notApplicable: known?.notApplicable ?? false,
      reason: known?.reason ?? '',
      // The storage keeps no order of keys, and sheets are compared as text.
      citations: (known?.citations ?? []).map(({ section, quote, occurrence }) => ({
        section,
        quote,
        occurrence,
      })),
    }
  })
}

/** What a sheet still lacks, as sentences by the name of the form's field; empty when it can be submitted (R6.1). */
export function missingIn(
  criteria: readonly Pick<Criterion, 'id' | 'name'>[],
  sheet: readonly DraftScore[],
): Record<string, string> {
  const missing: Record<string, string> = {}
  for (const [index, { value, notApplicable, reason }] of completeSheet(criteria, sheet).entries()) {
    const { id, name } = criteria[index]!
    const fields = fieldsOf(id)
    if (value === null && !notApplicable)
      missing[fields.value] = `${name}: choose a value from 0 to 5, or “Not applicable”.`
    if (reason.trim() === '') missing[fields.reason] = `${name}: write the reason.`
  }
  return missing
}

/**
 * One reviewer's weighted total so far, in hundredths of a point: what is scored, of what can be scored. Criteria that
 * are not applicable count on neither side.
 */
export function provisionalTotal(
  criteria: readonly Pick<Criterion, 'id' | 'weightBp'>[],
  sheet: readonly DraftScore[],
): { hundredths: number; ofHundredths: number; missing: number } {
  const weighed = completeSheet(criteria, sheet).map((score, index) => ({
    ...score,
    weightBp: criteria[index]!.weightBp,
  }))
  const applicable = weighed.filter(({ notApplicable }) => !notApplicable)
  const points = applicable.reduce((sum, { value, weightBp }) => sum + weightBp * (value ?? 0), 0)
  return {
    hundredths: Math.round(points / 5),
    ofHundredths: applicable.reduce((sum, { weightBp }) => sum + weightBp, 0),
    missing: applicable.filter(({ value }) => value === null).length,
  }
}

/** Hundredths of a point as written on screens and in letters: `62.00`. */
export function formatHundredths(hundredths: number): string {
  return (hundredths / 100).toFixed(2)
}

/** A weight in basis points as a percentage: `40 %`, `12.5 %`. */
export function formatWeight(weightBp: number): string {
  return `${weightBp / 100} %`
}
