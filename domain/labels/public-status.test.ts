import { describe, expect, test } from 'vitest'
import type { LabelState } from '@/db/schema/labels'
import type { LotState, RoundState } from '@/db/schema/rounds'
import { type PublicStatus, publicStatus } from './public-status'

const offer = (round: RoundState, lot: LotState = 'waiting', suspendedFrom: RoundState | null = null) => ({
  round,
  lot,
  suspendedFrom,
})

describe('the public status of a label', () => {
  test.each<[LabelState, PublicStatus]>([
    ['reserved', 'reserved'],
    ['released', 'released'],
    ['awarded', 'awarded'],
    ['allocated', 'allocated'],
    ['withheld', 'withheld'],
    ['registered-before-programme', 'before'],
  ])('%s is its own, whatever round holds it', (state, status) => {
    expect(publicStatus(state)).toBe(status)
    expect(publicStatus(state, offer('bidding', 'open'))).toBe(status)
  })

  test.each<[RoundState, LotState, PublicStatus]>([
    ['approved', 'waiting', 'released'],
    ['applications', 'waiting', 'open'],
    ['review', 'waiting', 'review'],
    ['qualified', 'waiting', 'qualified'],
    ['bidding', 'waiting', 'qualified'],
    ['bidding', 'open', 'live'],
    ['bidding', 'closed', 'closed'],
    ['closed', 'closed', 'closed'],
  ])('offered in a round in %s with the lot %s', (round, lot, status) => {
    expect(publicStatus('offered', offer(round, lot))).toBe(status)
  })

  test('a suspension leaves it where it was, only nobody bids', () => {
    expect(publicStatus('offered', offer('suspended', 'waiting', 'review'))).toBe('review')
    expect(publicStatus('offered', offer('suspended', 'closed', 'bidding'))).toBe('closed')
    expect(publicStatus('offered', offer('suspended', 'open', 'bidding'))).toBe('qualified')
  })

  test('a draft round never shows', () => {
    expect(publicStatus('released', offer('draft'))).toBe('released')
    expect(publicStatus('offered', offer('draft'))).toBe('released')
  })
})
