import { expect, test } from 'vitest'
import { eventFromJson, eventToJson, MalformedJson } from './json'

const accepted = {
  type: 'bid-accepted',
  sequence: 2,
  at: '2026-11-21T10:00:00.000Z',
  bidder: 'A',
  maxMinor: '123456789012345678901234567890',
  leader: 'A',
  priceMinor: '10000',
}

test('money is a decimal string, an instant RFC 3339 with milliseconds, both ways', () => {
  const event = eventFromJson(accepted)
  expect(event).toMatchObject({
    at: new Date('2026-11-21T10:00:00.000Z'),
    maxMinor: 123_456_789_012_345_678_901_234_567_890n,
  })
  expect(eventToJson(event)).toEqual(accepted)
})

test.each([
  ['at', 'yesterday'],
  ['at', 1_795_255_200_000],
  ['maxMinor', 12],
  ['maxMinor', '12.5'],
  ['maxMinor', '0x10'],
  ['maxMinor', ''],
])('refuses %s: %j, naming the field', (field, value) => {
  expect(() => eventFromJson({ ...accepted, [field]: value })).toThrow(MalformedJson)
  expect(() => eventFromJson({ ...accepted, [field]: value })).toThrow(field)
})
