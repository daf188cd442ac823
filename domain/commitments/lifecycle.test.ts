import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommitmentState, commitmentStates, remedyRungs } from '@/db/schema/build-out'
import {
  type CommitmentMove,
  commitmentTransitions,
  mayMove,
  moveByDate,
  reminderStage,
  reminderStages,
} from './lifecycle'

const moves = Object.keys(commitmentTransitions) as CommitmentMove[]
const DAY = 86_400_000
const dueAt = new Date('2028-03-01T05:00:00Z')
const anyCommitment = fc.record({
  state: fc.constantFrom(...commitmentStates),
  dueAt: fc.constant(dueAt),
  rung: fc.constantFrom(null, ...remedyRungs),
})
const anyInstant = fc.integer({ min: -400, max: 400 }).map((days) => new Date(dueAt.getTime() + days * DAY))

describe('the life of a commitment', () => {
  test('R12.1 whatever happens, it can be closed until it is, and then nothing leads on', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), (tried) => {
        let state: CommitmentState = 'planned'
        let closed = false
        for (const move of tried) {
          if (!mayMove(state, move)) continue
          expect(closed).toBe(false)
          state = commitmentTransitions[move].to
          closed = state === 'closed'
        }
        expect(mayMove(state, 'close')).toBe(!closed)
      }),
    )
  })

  test('every state is reached, and only what was submitted is verified or returned', () => {
    const reached = new Set<CommitmentState>(['planned'])
    for (const _ of commitmentStates)
      for (const move of moves)
        if ([...reached].some((state) => mayMove(state, move))) reached.add(commitmentTransitions[move].to)
    expect([...reached].sort()).toEqual([...commitmentStates].sort())
    for (const move of ['verify', 'return'] as const)
      expect(commitmentStates.filter((state) => mayMove(state, move))).toEqual(['submitted'])
  })

  test('R12.2 no remedy without a cure notice, no cure notice before it is overdue', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), (tried) => {
        let state: CommitmentState = 'planned'
        const passed: CommitmentState[] = [state]
        for (const move of tried.filter((each) => each !== 'resume-notice' && each !== 'resume-remedy'))
          if (mayMove(state, move)) {
            state = commitmentTransitions[move].to
            passed.push(state)
          }
        const first = (wanted: CommitmentState) => {
          const place = passed.indexOf(wanted)
          return place === -1 ? Number.POSITIVE_INFINITY : place
        }
        if (passed.includes('remedy')) expect(first('cure-notice')).toBeLessThan(first('remedy'))
        if (passed.includes('cure-notice')) expect(first('overdue')).toBeLessThan(first('cure-notice'))
      }),
    )
  })

  test('the date moves only what may move, comes to rest, and never touches what waits for the programme', () => {
    fc.assert(
      fc.property(anyCommitment, anyInstant, (commitment, at) => {
        let { state } = commitment
        for (let turns = 0; turns < 5; turns++) {
          const move = moveByDate({ ...commitment, state }, at)
          if (!move) break
          expect(mayMove(state, move)).toBe(true)
          expect(state).not.toBe('submitted')
          state = commitmentTransitions[move].to
        }
        expect(moveByDate({ ...commitment, state }, at)).toBeUndefined()
      }),
    )
  })

  test('the due instant is half-open: late from it on, in time just before', () => {
    const commitment = { state: 'due-soon' as const, dueAt, rung: null }
    expect(moveByDate(commitment, new Date(dueAt.getTime() - 1))).toBeUndefined()
    expect(moveByDate(commitment, dueAt)).toBe('lapse')
  })

  test('what comes back late takes up the ladder where it was', () => {
    const move = (rung: 'cure-notice' | 'transfer-lock' | null) =>
      moveByDate({ state: 'returned', dueAt, rung }, dueAt)
    expect([move(null), move('cure-notice'), move('transfer-lock')]).toEqual([
      'lapse',
      'resume-notice',
      'resume-remedy',
    ])
  })
})

describe('reminders', () => {
  test.each([
    [-31, undefined],
    [-30, '30-days'],
    [-8, '30-days'],
    [-7, '7-days'],
    [-2, '7-days'],
    [-1, '1-day'],
    [0, undefined],
  ])('%i days from the due instant: %s', (days, stage) => {
    const at = new Date(dueAt.getTime() + days * DAY)
    expect(reminderStage({ state: 'planned', dueAt, rung: null }, at)).toBe(stage)
  })

  test('one at a time, in order, and late only once it is overdue', () => {
    fc.assert(
      fc.property(anyCommitment, anyInstant, anyInstant, (commitment, one, other) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        const [before, after] = [reminderStage(commitment, first), reminderStage(commitment, second)]
        if (before && after)
          expect(reminderStages.indexOf(before)).toBeLessThanOrEqual(reminderStages.indexOf(after))
      }),
    )
    expect(reminderStage({ state: 'overdue', dueAt, rung: null }, dueAt)).toBe('late')
    expect(reminderStage({ state: 'submitted', dueAt, rung: null }, dueAt)).toBeUndefined()
  })
})
