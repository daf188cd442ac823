import { describe, expect, test } from 'vitest'
import { classify } from './classify'
import { inventory } from './inventory'
import { requiredEvidence } from './release-routes'

const codeRoutes = ['government-and-cctld-manager', 'confusion-measures']
const otherRoutes = ['iso-3166-ma', 'confusion-measures']

describe('a label is classified', () => {
  test.each([
    ['q', 'single', null, false, ['no-country-code']],
    ['7', 'single', null, false, ['no-country-code']],
    ['7a', 'with-digit', null, false, ['no-country-code']],
    ['ch', 'letter-letter', 'officially-assigned', true, codeRoutes],
    ['eh', 'letter-letter', 'officially-assigned', false, codeRoutes],
    ['eu', 'letter-letter', 'exceptionally-reserved', true, codeRoutes],
    ['un', 'letter-letter', 'exceptionally-reserved', false, otherRoutes],
    ['yu', 'letter-letter', 'transitionally-reserved', false, otherRoutes],
    ['rb', 'letter-letter', 'indeterminately-reserved', false, otherRoutes],
    ['dd', 'letter-letter', 'formerly-assigned', false, otherRoutes],
    ['xk', 'letter-letter', 'user-assigned', false, otherRoutes],
    ['ts', 'letter-letter', 'unassigned', false, otherRoutes],
  ])('%s', (label, name, iso3166, cctld, routes) =>
    expect(classify(label)).toEqual({ label, class: name, iso3166, cctld, routes }),
  )
})

test('the inventory counts every label', () => {
  expect(inventory()).toEqual({
    total: 1332,
    single: 36,
    withDigit: 620,
    letterLetter: 676,
    iso3166: {
      'officially-assigned': 249,
      'exceptionally-reserved': 13,
      'transitionally-reserved': 7,
      'indeterminately-reserved': 30,
      'formerly-assigned': 14,
      'user-assigned': 42,
      unassigned: 321,
    },
    cctld: 248,
  })
})

describe('what must be filed', () => {
  test.each([
    ['no-country-code', null, []],
    [
      'government-and-cctld-manager',
      'officially-assigned',
      ['government-agreement', 'cctld-manager-agreement'],
    ],
    ['iso-3166-ma', 'unassigned', ['maintenance-agency-consent']],
    ['iso-3166-ma', 'user-assigned', ['user-assigned-check']],
    ['confusion-measures', 'exceptionally-reserved', ['measures-package']],
  ] as const)('%s, %s', (route, category, evidence) =>
    expect(requiredEvidence(route, category)).toEqual(evidence),
  )
})
