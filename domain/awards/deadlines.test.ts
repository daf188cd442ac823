import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@/domain/rounds/default-settings'
import { answerDays, deadlinesOf, overdue } from './deadlines'

const zone = 'America/New_York'
const final = new Date('2026-11-20T17:00:00Z')
const settings = defaultSettings()
const published = new Date('2026-12-01T22:00:00Z')

describe('the deadlines of an award', () => {
  it('R10.1 a winner accepts within 5 and pays within 20 business days, at the same time of day in the zone', () => {
    expect(deadlinesOf({ zone, settings, paymentDueAt: published }, final, 0)).toEqual({
      acceptBy: new Date('2026-11-30T17:00:00Z'),
      payBy: new Date('2026-12-21T17:00:00Z'),
    })
  })

  it('R10.3 the next in order has 4 business days to answer', () => {
    const { acceptBy } = deadlinesOf({ zone, settings, paymentDueAt: published }, final, 1)
    expect(acceptBy).toEqual(new Date('2026-11-27T17:00:00Z'))
  })

  it('nobody pays sooner than the round published, nor before the answer is due', () => {
    const later = new Date('2027-01-15T22:00:00Z')
    expect(deadlinesOf({ zone, settings, paymentDueAt: later }, final, 0).payBy).toEqual(later)
    const short = { ...settings, paymentBusinessDays: 1 }
    const { acceptBy, payBy } = deadlinesOf({ zone, settings: short, paymentDueAt: final }, final, 0)
    expect(payBy).toEqual(acceptBy)
  })

  it('rounds from before there was a choice have the rulebook’s days', () => {
    const { acceptanceBusinessDays, nextBusinessDays, ...old } = settings
    expect(answerDays({ ...old })).toEqual({ accept: acceptanceBusinessDays, next: nextBusinessDays })
    expect(answerDays({ ...settings, acceptanceBusinessDays: 7 })).toMatchObject({ accept: 7 })
  })
})

describe('what has passed', () => {
  const instants = { acceptBy: new Date(1_000), payBy: new Date(2_000) }
  const at = (state: 'offered' | 'accepted' | 'paid', ms: number) =>
    overdue({ state, ...instants }, new Date(ms))

  it('R10.1 deadlines are half-open: the instant itself is too late', () => {
    expect([at('offered', 999), at('offered', 1_000)]).toEqual([undefined, 'not-accepted'])
    expect([at('accepted', 1_999), at('accepted', 2_000)]).toEqual([undefined, 'not-paid'])
    expect(at('paid', 9_000)).toBeUndefined()
  })
})
