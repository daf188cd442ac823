import { expect, test } from 'vitest'
import { z } from 'zod'
import { readInput } from './read-input'

const Schema = z.strictObject({
  version: z.number().int().min(0).max(9),
  content: z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))])),
})
const fieldsOf = (raw: unknown) => {
  const read = readInput(Schema, raw)
  return read.ok ? undefined : read.error.fields
}

test('what fits is handed on', () => {
  const raw = { version: 1, content: { purpose: 'Words, \u0001 and \u{1f600}.' } }
  expect(readInput(Schema, raw)).toEqual({ ok: true, data: raw })
})

test.each([
  ['a zero byte', { version: 1, content: { purpose: 'a\0b' } }, 'content.purpose'],
  [
    'half a pair',
    { version: 1, content: { rows: [{ name: 'x' }, { name: '\ud800' }] } },
    'content.rows.1.name',
  ],
  ['a zero byte in a key', { version: 1, content: { 'a\0': 'x' } }, 'content'],
])('%s is refused at its field', (_, raw, field) => {
  expect(fieldsOf(raw)).toEqual({ [field]: 'Leave control characters out.' })
})

test.each([
  ['nothing', undefined, { '': 'This is missing.' }],
  ['fields missing', {}, { version: 'This is missing.', content: 'This is missing.' }],
  ['another kind', { version: '1', content: {} }, { version: 'This is not a number.' }],
  ['too small', { version: -1, content: {} }, { version: 'This is too small.' }],
  ['too large', { version: 1e20, content: {} }, { version: 'This is too large.' }],
  [
    'none of several kinds',
    { version: 1, content: { a: 7 } },
    { 'content.a': 'This is not what belongs here.' },
  ],
  ['one too many', { version: 1, content: {}, more: 1 }, { more: 'This is not expected here.' }],
])('%s gets a sentence per field', (_, raw, fields) => {
  expect(fieldsOf(raw)).toEqual(fields)
})

test('depth is no danger', () => {
  let raw: unknown = 'end'
  for (let level = 0; level < 50_000; level++) raw = [raw]
  expect(fieldsOf({ version: 1, content: raw })).toEqual({ content: 'This is not a record.' })
})
