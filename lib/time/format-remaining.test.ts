import { describe, expect, it } from 'vitest'
import { formatRemaining } from './format-remaining'

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]

describe('formatRemaining', () => {
  it.each([
    [11 * day + 23 * hour + 56 * minute, '11 d 23 h'],
    [day, '1 d 0 h'],
    [day - second, '23:59:59'],
    [56 * minute + 38 * second, '00:56:38'],
    [1, '00:00:01'],
    [0, '00:00:00'],
    [-5 * second, '00:00:00'],
  ])('%d ms reads %s', (milliseconds, text) => {
    expect(formatRemaining(milliseconds)).toBe(text)
  })

  it('adds minutes on request', () => {
    expect(formatRemaining(11 * day + 23 * hour + 56 * minute, { minutes: true })).toBe('11 d 23 h 56 m')
  })
})
