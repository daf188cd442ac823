import { expect, test } from 'vitest'
import { timetableWords } from './timetable'
import { type CalendarRound, writeCalendar } from './write-calendar'

const timetable = Object.fromEntries(
  Object.keys(timetableWords).map((field, index) => [field, new Date(Date.UTC(2026, 11, 1 + index, 16))]),
) as CalendarRound['timetable']
const round: CalendarRound = {
  id: 'rnd_1',
  phase: 1,
  number: 2,
  name: 'Digits, letters; and more',
  state: 'applications',
  version: 3,
  stateSince: new Date(Date.UTC(2026, 10, 3, 15)),
  path: '/rounds/1-2',
  timetable,
}
const write = (change: Partial<CalendarRound> = {}) =>
  writeCalendar('Round 2', [{ ...round, ...change }], 'https://names.example.org')
const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n')

test('is an iCalendar file of eight entries', () => {
  const lines = unfolded(write())
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines.at(-2)).toBe('END:VCALENDAR')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(8)
  expect(lines).toContain('DTSTART:20261203T160000Z')
  expect(lines).toContain('UID:applications-close.rnd_1@names.example.org')
  expect(lines).toContain('SUMMARY:Applications close: round 2 of phase 1\\, short names in .ORG')
  expect(lines).toContain('DESCRIPTION:Digits\\, letters\\; and more\\nhttps://names.example.org/rounds/1-2')
})

test('bidding has an end', () => {
  expect(unfolded(write()).filter((line) => line.startsWith('DTEND'))).toEqual(['DTEND:20261208T160000Z'])
})

test('no line is longer than 75 octets, and no character is cut', () => {
  const text = write({ name: 'Übergrößenträger — '.repeat(12) })
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(unfolded(text).join('\n')).toContain('Übergrößenträger — '.repeat(12))
})

test('a change keeps the UID and raises the sequence; a cancelled round says so', () => {
  const uids = (text: string) => unfolded(text).filter((line) => line.startsWith('UID'))
  expect(uids(write({ version: 4 }))).toEqual(uids(write()))
  expect(unfolded(write({ version: 4 }))).toContain('SEQUENCE:4')
  expect(unfolded(write({ state: 'cancelled' }))).toContain('STATUS:CANCELLED')
})
