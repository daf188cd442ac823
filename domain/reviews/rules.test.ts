import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftScore } from '@/db/schema/reviews'
import {
  completeSheet,
  fieldsOf,
  formatHundredths,
  formatWeight,
  isUnderReview,
  missingIn,
  progressOf,
  provisionalTotal,
  readSheet,
  scoresOf,
  scoreValues,
  writeCitation,
} from './rules'
import { scorePlan } from './score'

const criteria = [
  { id: 'quality', name: 'Quality', weightBp: 4000 },
  { id: 'creativity', name: 'Creativity', weightBp: 3000 },
  { id: 'launch', name: 'Timely launch', weightBp: 3000 },
]
const score = (criterion: string, value: number | null, reason = 'Because.'): DraftScore => ({
  criterion,
  value,
  notApplicable: false,
  reason,
  citations: [],
})
const notApplicable = (criterion: string): DraftScore => ({ ...score(criterion, null), notApplicable: true })

describe('a sheet in a form', () => {
  test('comes out as it was filled in', () => {
    const form = new FormData()
    for (const { id } of criteria) form.append('criterion', id)
    form.set(fieldsOf('quality').value, '0')
    form.set(fieldsOf('quality').reason, 'Nothing there.')
    form.set(fieldsOf('creativity').value, 'na')
    expect(readSheet(form)).toEqual([
      score('quality', 0, 'Nothing there.'),
      { ...notApplicable('creativity'), reason: '' },
      score('launch', null, ''),
    ])
  })

  test('brings its passages along: cited ones as they were, pasted ones without a section', () => {
    const form = new FormData()
    form.append('criterion', 'quality')
    const { citation, pasted } = fieldsOf('quality')
    const passages = ['One of "them".', 'Two.'].map((quote) => ({ section: 'team', quote, occurrence: 1 }))
    for (const passage of passages) form.append(citation, writeCitation(passage))
    form.append(citation, '{')
    form.set(pasted, 'Three.')
    expect(readSheet(form)[0]!.citations).toEqual([
      ...passages,
      { section: '', quote: 'Three.', occurrence: 0 },
    ])
  })

  test('anything but a digit is no value', () => {
    const form = new FormData()
    form.append('criterion', 'quality')
    form.set(fieldsOf('quality').value, '4.5')
    expect(readSheet(form)[0]).toMatchObject({ value: null, notApplicable: false })
  })
})

describe('progress', () => {
  test('begins with the first thing written', () => {
    expect(progressOf(undefined)).toBe('not-started')
    const untouched = completeSheet(criteria, [])
    expect(progressOf({ state: 'draft', draft: untouched })).toBe('not-started')
    expect(progressOf({ state: 'draft', draft: [score('quality', 0, '')] })).toBe('in-progress')
    expect(progressOf({ state: 'draft', draft: [score('quality', null, 'A word')] })).toBe('in-progress')
    expect(progressOf({ state: 'draft', draft: [notApplicable('quality')] })).toBe('in-progress')
    expect(progressOf({ state: 'submitted', draft: [] })).toBe('submitted')
  })

  test('is made while the round is under review only', () => {
    expect(isUnderReview('review')).toBe(true)
    expect(isUnderReview('applications')).toBe(false)
    expect(isUnderReview('qualified')).toBe(false)
  })
})

describe('what is missing', () => {
  test('is a value or “not applicable”, and a reason, for each criterion', () => {
    expect(missingIn(criteria, [score('quality', 4, ' '), notApplicable('creativity')])).toEqual({
      'reason.quality': 'Quality: write the reason.',
      'value.launch': 'Timely launch: choose a value from 0 to 5, or “Not applicable”.',
      'reason.launch': 'Timely launch: write the reason.',
    })
  })

  test('is nothing once every criterion has both; 0 is a value', () => {
    expect(
      missingIn(criteria, [score('quality', 0), notApplicable('creativity'), score('launch', 5)]),
    ).toEqual({})
  })
})

describe('the provisional total', () => {
  test('counts what is scored, and leaves “not applicable” out on both sides', () => {
    expect(provisionalTotal(criteria, [score('quality', 4), score('creativity', 5)])).toEqual({
      hundredths: 6200,
      ofHundredths: 10_000,
      missing: 1,
    })
    expect(provisionalTotal(criteria, [score('quality', 4), notApplicable('creativity')])).toEqual({
      hundredths: 3200,
      ofHundredths: 7000,
      missing: 1,
    })
  })

  test('of a full sheet is the score of a plan with this one review', () => {
    const values = fc.tuple(...criteria.map(() => fc.constantFrom(...scoreValues)))
    fc.assert(
      fc.property(values, (chosen) => {
        const sheet = criteria.map(({ id }, index) => score(id, chosen[index]!))
        const rubric = {
          criteria,
          scale: { min: 0, max: 5 },
          passLineHundredths: 6000,
          criterionMinimumHundredths: 200,
        }
        expect(provisionalTotal(criteria, sheet).hundredths).toBe(
          scorePlan(rubric, [scoresOf(sheet)]).scoreHundredths,
        )
      }),
    )
  })
})

test('points have two decimals, weights as many as they need', () => {
  expect(formatHundredths(6200)).toBe('62.00')
  expect(formatHundredths(5)).toBe('0.05')
  expect(formatWeight(4000)).toBe('40 %')
  expect(formatWeight(1250)).toBe('12.5 %')
})
