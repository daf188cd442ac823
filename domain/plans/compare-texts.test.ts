import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTexts } from './compare-texts'

const side = (runs: ReturnType<typeof compareTexts>, without: 'added' | 'removed') =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('finds the words that changed', () => {
  expect(compareTexts('Clean water for all', 'Clean rivers for all')).toEqual([
    { kind: 'kept', text: 'Clean ' },
    { kind: 'removed', text: 'water ' },
    { kind: 'added', text: 'rivers ' },
    { kind: 'kept', text: 'for all' },
  ])
  expect(compareTexts('', '')).toEqual([])
  expect(compareTexts('same', 'same')).toEqual([{ kind: 'kept', text: 'same' }])
})

test('gives both texts back, to the last blank', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '  ')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const runs = compareTexts(before, after)
      expect(side(runs, 'added')).toBe(before)
      expect(side(runs, 'removed')).toBe(after)
    }),
  )
})
