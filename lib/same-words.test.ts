import { expect, test } from 'vitest'
import { sameWords } from './same-words'

test.each([
  ['b1', 'b1'],
  ['b1.org', 'b1'],
  [' B1.ORG ', 'b1'],
  ['b1.org qualified', 'b1 qualified'],
  ['Round  5', 'round 5'],
])('%j is %j', (typed, expected) => expect(sameWords(typed, expected)).toBe(true))

test.each([
  ['b1.orgs', 'b1'],
  ['b10', 'b1'],
  ['b1 .org', 'b1'],
  ['.org', 'b1'],
  ['', 'b1'],
])('%j is not %j', (typed, expected) => expect(sameWords(typed, expected)).toBe(false))
