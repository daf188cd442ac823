import { describe, expect, it } from 'vitest'
import { awardStates } from '@/db/schema/awards'
import { awardTransitions, isActive, mayMove } from './lifecycle'

describe('the life of an award', () => {
  it('R10.1 goes from offered over accepted and paid to allocated, and skips none', () => {
    expect(awardStates.filter((state) => mayMove(state, 'accept'))).toEqual(['offered'])
    expect(awardStates.filter((state) => mayMove(state, 'settle'))).toEqual(['accepted'])
    expect(awardStates.filter((state) => mayMove(state, 'allocate'))).toEqual(['paid'])
  })

  it('R10.3 cannot default once it is paid, nor be revoked before', () => {
    expect(awardStates.filter((state) => mayMove(state, 'default'))).toEqual(['offered', 'accepted'])
    expect(awardStates.filter((state) => mayMove(state, 'revoke'))).toEqual(['paid', 'allocated'])
  })

  it('nothing leads on from an end, and every end is inactive', () => {
    for (const { from, to } of Object.values(awardTransitions)) {
      for (const state of from) expect(isActive(state)).toBe(true)
      if (!isActive(to))
        expect(Object.values(awardTransitions).some((t) => [...t.from].includes(to as never))).toBe(false)
    }
  })
})
