import { expect, test } from 'vitest'
import type { RoundState } from '@/db/schema/rounds'
import { timetableWords } from '@/domain/rounds/timetable'
import { nameTimeline } from './name-timeline'

const timetable = Object.fromEntries(
  Object.keys(timetableWords).map((field, index) => [field, new Date(Date.UTC(2026, 0, 1 + index))]),
) as Parameters<typeof nameTimeline>[1]
const states = (stage: RoundState) => nameTimeline(stage, timetable, null).map(({ state }) => state)

test.each<[RoundState, string[]]>([
  ['approved', ['next', 'next', 'next', 'next']],
  ['applications', ['now', 'next', 'next', 'next']],
  ['review', ['past', 'now', 'next', 'next']],
  ['qualified', ['past', 'past', 'now', 'next']],
  ['bidding', ['past', 'past', 'now', 'next']],
  ['closed', ['past', 'past', 'past', 'now']],
  ['final', ['past', 'past', 'past', 'past']],
])('in %s it reads %j', (stage, expected) => expect(states(stage)).toEqual(expected))

test('says when one can apply, and until when', () => {
  expect(nameTimeline('approved', timetable, null)[0]!.at).toEqual(timetable.applicationsOpenAt)
  expect(nameTimeline('applications', timetable, null)[0]).toMatchObject({
    until: timetable.applicationsCloseAt,
  })
  expect(nameTimeline('applications', timetable, null)[0]!.at).toBeUndefined()
})

test('a moved close of the lot counts', () => {
  const moved = new Date(Date.UTC(2026, 1, 1))
  expect(nameTimeline('bidding', timetable, moved)[2]).toMatchObject({
    until: moved,
    title: 'Bidding is open',
  })
})

test('a suspended round says of now that it stands still, and promises no instant', () => {
  const now = nameTimeline('bidding', timetable, null, true)[2]
  expect(now).toEqual({ state: 'now', title: 'Suspended, the time left is kept' })
})
