import { describe, expect, it } from 'vitest'
import { utcMonths, utcWeeks } from './list-ticks'

const from = new Date('2026-08-25T00:00:00Z')
const to = new Date('2027-02-01T00:00:00Z')

describe('utcMonths', () => {
  it('names the first of each month inside the span; the year where it begins', () => {
    expect(utcMonths(from, to).map(({ name }) => name)).toEqual(['Sep 2026', 'Oct', 'Nov', 'Dec', 'Jan 2027'])
  })

  it('includes a month that begins at the start and not one that begins at the end', () => {
    const months = utcMonths(new Date('2026-09-01T00:00:00Z'), new Date('2026-10-01T00:00:00Z'))
    expect(months).toEqual([{ at: new Date('2026-09-01T00:00:00Z'), name: 'Sep 2026' }])
  })
})

describe('utcWeeks', () => {
  it('steps by seven days, ends excluded', () => {
    const weeks = utcWeeks(new Date('2026-09-01T00:00:00Z'), new Date('2026-09-15T00:00:00Z'))
    expect(weeks.map((at) => at.getUTCDate())).toEqual([1, 8])
  })

  it('has none in an empty span', () => {
    expect(utcWeeks(to, from)).toEqual([])
  })
})
