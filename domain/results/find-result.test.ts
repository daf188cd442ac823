import { expect, test } from 'vitest'
import { makeReferenceNumber } from '@/domain/applications/reference-number'
import { findResultByText } from './find-result'

const results = [{ label: 'z3' }]
const reference = makeReferenceNumber('z3', new Date(Date.UTC(2026, 0, 1)), new Uint8Array([1, 2, 3]))

test.each(['z3', 'Z3.ORG', ` ${reference.toLowerCase()} `])('finds %s', (text) => {
  expect(findResultByText(text, results)).toEqual({ ok: true, label: 'z3' })
})

test.each(['', 'rivers', `${reference.slice(0, -1)}?`])('says what would do instead of %j', (text) => {
  expect(findResultByText(text, results)).toMatchObject({
    ok: false,
    message: expect.stringContaining('Enter'),
  })
})

test('a name without a result says so', () => {
  expect(findResultByText('q7', results)).toEqual({
    ok: false,
    message: 'There is no result for q7.org yet.',
  })
})
