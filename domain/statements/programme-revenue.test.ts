import { expect, test } from 'vitest'
import { countedMinor, FIRST_SETTINGS, settingsWords } from './programme-revenue'

test('gross counts the price, net leaves out the commission, rounded half up', () => {
  expect(countedMinor(1_250_000n, FIRST_SETTINGS)).toBe(1_250_000n)
  const net = { ...FIRST_SETTINGS, basis: 'net', commissionBp: 250 } as const
  expect(countedMinor(1_250_000n, net)).toBe(1_218_750n)
  expect(countedMinor(20n, net)).toBe(19n)
  expect(countedMinor(19n, net)).toBe(19n)
})

test('a statement prints its choice', () => {
  expect(settingsWords(FIRST_SETTINGS)).toBe(
    'Gross, on the day the price was paid in full, in full in that quarter (the portal’s first setting).',
  )
})
