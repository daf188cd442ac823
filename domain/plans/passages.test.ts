import { describe, expect, test } from 'vitest'
import { findPassages, plainQuote, searchText } from './passages'

const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)

describe('a passage', () => {
  test('is found however its lines break', () => {
    const text = 'Rivers have\n  no press office.Rivers have no press office.'
    const places = findPassages(text, 'Rivers have no press office.')
    expect(places.map((place) => cut(text, place))).toEqual([
      'Rivers have\n  no press office.',
      'Rivers have no press office.',
    ])
  })

  test('differs by a letter or a capital and is not found', () => {
    expect(findPassages('Rivers have no press office.', 'rivers have')).toEqual([])
    expect(findPassages('Rivers have no press office.', 'Rivers had')).toEqual([])
    expect(findPassages('Rivers', ' \n')).toEqual([])
  })

  test('never overlaps itself', () => {
    expect(findPassages('aaaa', 'aa')).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ])
  })

  test('is kept on one line', () => {
    expect(plainQuote('  one\n two\tthree ')).toBe('one two three')
  })
})

describe('what somebody looks for', () => {
  test('is found in capitals and with accents, and leads to the text as it stands', () => {
    const text = 'Zürich and ZURICH, zurich.'
    expect(searchText(text, 'zürich').map((place) => cut(text, place))).toEqual([
      'Zürich',
      'ZURICH',
      'zurich',
    ])
  })

  test('keeps words apart', () => {
    expect(searchText('in dependence', 'independence')).toEqual([])
    expect(searchText('in \n dependence', ' in  dependence ')).toEqual([{ start: 0, end: 15 }])
    expect(searchText('anything', ' ')).toEqual([])
  })
})
