import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabelState } from '@/db/schema/labels'
import { anyText } from '@/db/testing/any-text'
import { allLabels, canMove, classOf, labelTransitions, parseLabel } from './rules'

describe('the labels', () => {
  test('are 1,332, each once, singles first, letters before digits', () => {
    expect(allLabels).toHaveLength(1332)
    expect(new Set(allLabels).size).toBe(1332)
    expect(allLabels.slice(0, 3)).toEqual(['a', 'b', 'c'])
    expect(allLabels.slice(34, 39)).toEqual(['8', '9', 'aa', 'ab', 'ac'])
    expect(allLabels.at(-1)).toBe('99')
  })

  test('have a class by their characters', () => {
    const count = (name: string) => allLabels.filter((label) => classOf(label) === name).length
    expect([count('single'), count('with-digit'), count('letter-letter')]).toEqual([36, 620, 676])
    expect(['q', '7', 'q7', '7q', '77', 'qq'].map(classOf)).toEqual([
      'single',
      'single',
      'with-digit',
      'with-digit',
      'with-digit',
      'letter-letter',
    ])
  })
})

describe('reading a label', () => {
  test.each([
    ['Q7', 'q7'],
    [' q7 ', 'q7'],
    ['q7.org', 'q7'],
    ['Q7.ORG', 'q7'],
    ['q7.org.', 'q7'],
    ['EU', 'eu'],
    ['7', '7'],
  ])('%j is %s', (input, label) => expect(parseLabel(input)).toEqual({ ok: true, label }))

  test.each([
    ['', 'There is nothing to read.'],
    ['  ', 'There is nothing to read.'],
    ['.org', 'There is nothing to read.'],
    ['-a', 'It holds a hyphen.'],
    ['--', 'It holds a hyphen.'],
    ['q77', 'It has 3 characters.'],
    ['q7.com', 'Only names directly under .org are allocated here.'],
    ['www.q7.org', 'Only names directly under .org are allocated here.'],
    ['é', 'It holds a character other than a letter a–z or a digit.'],
    ['\u212a', 'It holds a character other than a letter a–z or a digit.'],
    ['İ', 'It holds a character other than a letter a–z or a digit.'],
    ['q７', 'It holds a character other than a letter a–z or a digit.'],
    ['а', 'It holds a character other than a letter a–z or a digit.'],
    ['q 7', 'It holds a character other than a letter a–z or a digit.'],
    ['q\u0000', 'It holds a character other than a letter a–z or a digit.'],
  ])('%j is refused with the reason', (input, reason) =>
    expect(parseLabel(input)).toEqual({
      ok: false,
      code: 'label.not-a-label',
      message: `${reason} A label is one or two characters of a–z and 0–9.`,
    }),
  )

  test('whatever is accepted is one of the 1,332', () => {
    const labels = new Set(allLabels)
    fc.assert(
      fc.property(anyText({ maxLength: 4 }), (text) => {
        const result = parseLabel(text)
        expect(result.ok ? labels.has(result.label) : true).toBe(true)
      }),
    )
  })
})

describe('the states of a label', () => {
  const states: LabelState[] = [
    'reserved',
    'released',
    'offered',
    'awarded',
    'allocated',
    'withheld',
    'registered-before-programme',
  ]

  test('allow these moves and no other', () => {
    const moves = states.flatMap((from) =>
      states.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`),
    )
    expect(moves).toEqual([
      'reserved → released',
      'reserved → withheld',
      'released → offered',
      'released → withheld',
      'offered → released',
      'offered → awarded',
      'awarded → reserved',
      'awarded → allocated',
      'allocated → reserved',
      'withheld → reserved',
    ])
  })

  test('each move cites its paragraph', () => {
    for (const move of Object.values(labelTransitions)) expect(move.rule).toMatch(/^R\d+\.\d+$/)
  })
})
