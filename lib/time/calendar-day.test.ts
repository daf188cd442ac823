import { expect, test } from 'vitest'
import { calendarDay, isCalendarDay } from './calendar-day'

test.each([
  ['2026-12-01', true],
  ['2028-02-29', true],
  ['1900-01-01', true],
  ['9999-12-31', true],
  ['0000-01-01', false],
  ['0026-12-01', false],
  ['1899-12-31', false],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['12026-12-01', false],
  ['-2026-12-01', false],
  ['2026-12-01T00:00', false],
  ['２０２６-12-01', false],
  ['', false],
])('%s is a day: %s', (text, is) => expect(isCalendarDay(text)).toBe(is))

test('what is no day is told in the words of its field, and a year too early as that alone', () => {
  const told = (text: string) =>
    calendarDay('Enter a day.')
      .safeParse(text)
      .error?.issues.map(({ message }) => message)
  expect(told('soon')).toEqual(['Enter a day.'])
  expect(told('0026-12-01')).toEqual(['Enter the year in four digits, from 1900 on.'])
})
