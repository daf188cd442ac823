import { expect, test } from 'vitest'
import { awardStates } from '@/db/schema/awards'
import { awardFilters, matches, nextAct, orderWords } from './next-act'

const [acceptBy, payBy] = [new Date(1_000), new Date(2_000)]
const act = (state: (typeof awardStates)[number], waits = false) => nextAct({ state, acceptBy, payBy, waits })

test('it is said who acts next, and until when', () => {
  expect(act('offered')).toEqual({ text: 'Applicant accepts before', at: acceptBy })
  expect(act('accepted')).toEqual({ text: 'Applicant pays before', at: payBy })
  expect(act('paid')?.text).toBe('Registrar registers the name')
  expect(act('allocated')).toBeUndefined()
  expect(act('defaulted')).toBeUndefined()
  expect(act('defaulted', true)?.text).toBe('Offer to the next in order')
})

test('every award is found under one filter, and under a second while officers are waited for', () => {
  for (const state of awardStates)
    for (const waits of [false, true])
      expect(awardFilters.filter((filter) => matches({ state, waits }, filter))).toHaveLength(waits ? 2 : 1)
})

test.each([
  [0, 'Winner'],
  [1, '1st after the winner'],
  [2, '2nd after the winner'],
  [3, '3rd after the winner'],
  [4, '4th after the winner'],
  [11, '11th after the winner'],
  [21, '21st after the winner'],
])('place %i reads %s', (rank, words) => expect(orderWords(rank)).toBe(words))
