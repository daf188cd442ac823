import { describe, expect, it } from 'vitest'
import { spell } from './spell'

describe('spell', () => {
  it.each([
    ['q7', 'letter q, digit 7'],
    ['0o', 'digit 0, letter o'],
    ['1l', 'digit 1, letter l'],
    ['vv', 'letter v, letter v'],
    ['x', 'letter x'],
    ['6', 'digit 6'],
  ])('reads %s as "%s"', (label, words) => {
    expect(spell(label)).toBe(words)
  })
})
