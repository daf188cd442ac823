import { describe, expect, test } from 'vitest'
import { pageOfPlans, placeOfLine, readView, viewHref } from './narrow-plans'

const plan = (n: number) => ({ label: `l${n}`, reference: `PIR-2026-${n}`, score: 10 - n })
const plans = Array.from({ length: 7 }, (_, n) => plan(n))
const view = { show: '', find: '', page: 1 }
const every = () => true

describe('the view of an address', () => {
  test('takes what is known, and lets the rest be', () => {
    expect(readView({ show: 'near', find: ' Q1 ', page: '3' }, ['near'])).toEqual({
      show: 'near',
      find: 'Q1',
      page: 3,
    })
    for (const page of ['0', '-1', 'x', '', undefined])
      expect(readView({ show: 'other', page }, ['near'])).toEqual(view)
    expect(readView({ show: ['near', 'far'], page: '1e9' }, ['near'])).toEqual({ ...view, show: 'near' })
    expect(readView({ page: '999999999' }, []).page).toBe(1000)
  })

  test('is written as short as it goes, and a change begins at the first page', () => {
    expect(viewHref('/x', view)).toBe('/x')
    expect(viewHref('/x', { show: 'near', find: 'a&b', page: 2 }, { page: 3 })).toBe(
      '/x?show=near&find=a%26b&page=3',
    )
    expect(viewHref('/x', { show: 'near', find: '', page: 2 }, { show: '' })).toBe('/x')
  })
})

describe('a page of plans', () => {
  test('holds each plan once, and ends at the last', () => {
    const labels = [1, 2, 3].flatMap((page) =>
      pageOfPlans(plans, { ...view, page }, 3, every).rows.map(({ label }) => label),
    )
    expect(labels).toEqual(plans.map(({ label }) => label))
    expect(pageOfPlans(plans, { ...view, page: 9 }, 3, every)).toMatchObject({ page: 3, pages: 3, before: 6 })
    expect(pageOfPlans([], view, 3, every)).toMatchObject({ rows: [], page: 1, pages: 1 })
  })

  test('finds by name and by reference', () => {
    const found = (find: string) =>
      pageOfPlans(plans, { ...view, find }, 3, every).fitting.map(({ label }) => label)
    expect(found('L4.ORG')).toEqual(['l4'])
    expect(found('2026-5')).toEqual(['l5'])
    expect(found('nothing')).toEqual([])
  })
})

describe('the pass line', () => {
  const lineOn = (page: number, line: number) =>
    placeOfLine(pageOfPlans(plans, { ...view, page }, 3, every), 3, ({ score }) => score < line)

  test('stands on one page alone: before the first plan below it', () => {
    // Scores 10 to 4: the first below 6 is the sixth.
    expect([1, 2, 3].map((page) => lineOn(page, 6))).toEqual([
      { index: undefined, page: 2 },
      { index: 2, page: 2 },
      { index: undefined, page: 2 },
    ])
  })

  test('heads the next page where a page ends with the last plan above it', () => {
    expect([lineOn(1, 8), lineOn(2, 8)]).toEqual([
      { index: undefined, page: 2 },
      { index: 0, page: 2 },
    ])
  })

  test('ends the list where every plan is above it', () => {
    expect(lineOn(1, 1)).toEqual({ index: undefined, page: 3 })
    expect(lineOn(3, 1)).toEqual({ index: 1, page: 3 })
  })
})
