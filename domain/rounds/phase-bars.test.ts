import { expect, test } from 'vitest'
import type { RoundState } from '@/db/schema/rounds'
import { phaseBars } from './phase-bars'
import { timetableWords } from './timetable'

const timetable = Object.fromEntries(
  Object.keys(timetableWords).map((field, index) => [field, new Date(Date.UTC(2026, 0, 1 + index))]),
) as Parameters<typeof phaseBars>[1]

test.each<[RoundState, string[]]>([
  ['approved', ['planned', 'planned', 'planned']],
  ['applications', ['applications', 'planned', 'planned']],
  ['review', ['applications', 'review', 'planned']],
  ['qualified', ['applications', 'review', 'planned']],
  ['bidding', ['applications', 'review', 'bidding']],
  ['closed', ['applications', 'review', 'closed']],
  ['final', ['applications', 'review', 'closed', 'awards']],
])('a round in %s is drawn as %j', (stage, kinds) => {
  expect(phaseBars(stage, timetable).map(({ kind }) => kind)).toEqual(kinds)
})

test('every bar has a length', () => {
  for (const { from, to } of phaseBars('final', timetable)) expect(to > from).toBe(true)
})
