import { expect, test } from 'vitest'
import { boardPartOf } from './board-filter'

const row = {
  commitment: { state: 'planned', outcome: null },
  terms: 'agreed',
  ending: null,
  appealed: false,
} as const

test.each([
  [{}, 'ahead'],
  [{ terms: 'proposed' }, 'proposed'],
  [{ commitment: { state: 'submitted', outcome: null } }, 'waiting'],
  [{ commitment: { state: 'remedy', outcome: null } }, 'late'],
  [{ commitment: { state: 'remedy', outcome: null }, appealed: true }, 'waiting'],
  [{ commitment: { state: 'verified', outcome: 'kept' } }, 'done'],
  [{ ending: 'revoked', terms: 'proposed' }, 'done'],
] as const)('%j stands under %s', (differs, part) => expect(boardPartOf({ ...row, ...differs })).toBe(part))
