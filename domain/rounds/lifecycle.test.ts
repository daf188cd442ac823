import { describe, expect, test } from 'vitest'
import type { RoundState } from '@/db/schema/rounds'
import {
  canTransition,
  dueTransition,
  type RoundProgress,
  type RoundTransition,
  roundStateWords,
  roundTransitions,
  stateAfter,
} from './lifecycle'

const states = Object.keys(roundStateWords) as RoundState[]
const transitions = Object.keys(roundTransitions) as RoundTransition[]

test('a round moves along these transitions and no other', () => {
  const all = states.flatMap((state) =>
    transitions
      .filter((transition) => canTransition(state, transition))
      .map((transition) => `${state}: ${transition} → ${stateAfter(transition, state)}`),
  )
  expect(all).toEqual([
    'draft: approve → approved',
    'draft: cancel → cancelled',
    'approved: open-applications → applications',
    'approved: suspend → suspended',
    'approved: cancel → cancelled',
    'applications: close-applications → review',
    'applications: suspend → suspended',
    'applications: cancel → cancelled',
    'review: release-decisions → qualified',
    'review: suspend → suspended',
    'review: cancel → cancelled',
    'qualified: open-bidding → bidding',
    'qualified: suspend → suspended',
    'qualified: cancel → cancelled',
    'bidding: close → closed',
    'bidding: suspend → suspended',
    'bidding: cancel → cancelled',
    'closed: finalise → final',
    'closed: cancel → cancelled',
    'suspended: resume → suspended',
    'suspended: cancel → cancelled',
  ])
})

test('a resumed round goes back to the state it was suspended in', () => {
  expect(stateAfter('resume', 'bidding')).toBe('bidding')
  expect(stateAfter('resume', 'applications')).toBe('applications')
})

test('final needs the replay, suspension and cancellation a public reason', () => {
  expect(roundTransitions.finalise.guards).toEqual(['replay-equals-tables'])
  expect(roundTransitions.suspend.guards).toEqual(['public-reason'])
  expect(roundTransitions.cancel.guards).toEqual(['public-reason'])
})

describe('what is due', () => {
  const round: RoundProgress = {
    state: 'approved',
    applicationsOpenAt: new Date('2026-11-03T15:00:00Z'),
    applicationsCloseAt: new Date('2026-12-01T16:00:00Z'),
    biddingOpensAt: new Date('2027-02-09T15:00:00Z'),
    decisionsReleased: false,
    openLots: 3,
    pendingReconsiderations: 0,
    hasProvenKey: true,
  }
  const due = (change: Partial<RoundProgress>, at: string) =>
    dueTransition({ ...round, ...change }, new Date(at))

  test('applications open at their instant, not a millisecond before', () => {
    expect(due({}, '2026-11-03T14:59:59.999Z')).toBeNull()
    expect(due({}, '2026-11-03T15:00:00Z')).toBe('open-applications')
  })

  test('applications close at their instant', () => {
    expect(due({ state: 'applications' }, '2026-12-01T15:59:59.999Z')).toBeNull()
    expect(due({ state: 'applications' }, '2026-12-01T16:00:00Z')).toBe('close-applications')
  })

  test('review ends with the release of the decisions, however late', () => {
    expect(due({ state: 'review' }, '2030-01-01T00:00:00Z')).toBeNull()
    expect(due({ state: 'review', decisionsReleased: true }, '2027-01-01T00:00:00Z')).toBe(
      'release-decisions',
    )
  })

  test('bidding opens at its instant', () => {
    expect(due({ state: 'qualified' }, '2027-02-09T14:59:59.999Z')).toBeNull()
    expect(due({ state: 'qualified' }, '2027-02-09T15:00:00Z')).toBe('open-bidding')
  })

  test('bidding ends with its last lot', () => {
    expect(due({ state: 'bidding', openLots: 1 }, '2030-01-01T00:00:00Z')).toBeNull()
    expect(due({ state: 'bidding', openLots: 0 }, '2027-02-10T00:00:00Z')).toBe('close')
  })

  test.each(['draft', 'closed', 'final', 'suspended', 'cancelled'] as const)(
    'nothing by the clock in %s',
    (state) => {
      expect(due({ state, decisionsReleased: true, openLots: 0 }, '2030-01-01T00:00:00Z')).toBeNull()
    },
  )

  test('after downtime the steps are caught up one by one', () => {
    const at = new Date('2027-02-10T00:00:00Z')
    const made: RoundTransition[] = []
    let state: RoundState = 'approved'
    for (;;) {
      const transition = dueTransition({ ...round, state, decisionsReleased: true }, at)
      if (transition === null) break
      made.push(transition)
      state = stateAfter(transition, state)
    }
    expect(made).toEqual(['open-applications', 'close-applications', 'release-decisions', 'open-bidding'])
  })
})
