import { expect, test } from 'vitest'
import { awardCourse, type CourseFacts } from './course'

const day = (days: number) => new Date(Date.UTC(2026, 10, 1 + days))
const facts = (more: Partial<CourseFacts>): CourseFacts => ({
  ...{ rank: 0, state: 'offered', offeredAt: day(0), acceptBy: day(7), payBy: day(28) },
  ...{ moves: [], extensions: [], ...more },
})
const told = (more: Partial<CourseFacts>) =>
  awardCourse(facts(more)).map(
    ({ state, title, at }) => `${state} ${title}${at ? ` ${at.getUTCDate()}` : ''}`,
  )

test('an offered award is to be accepted, then paid, then registered', () => {
  expect(told({})).toEqual([
    'past Awarded with the result 1',
    'now Accept before 8',
    'next Pay in full before 29',
    'next The registrar registers the name',
  ])
})

test('what happened stands in the order of time, more time among it', () => {
  const moves = [{ to: 'accepted' as const, at: day(5), reason: '' }]
  const extensions = [
    { deadline: 'pay' as const, after: day(30), at: day(3), reason: 'The bank was closed.' },
  ]
  expect(told({ rank: 1, state: 'accepted', moves, extensions })).toEqual([
    'past Offered to the next in order 1',
    'past More time to pay was given 4',
    'past Accepted 6',
    'now Pay in full before 29',
    'next The registrar registers the name',
  ])
})

test('after an end nothing is to come, and the reason stands with it', () => {
  const moves = [{ to: 'defaulted' as const, at: day(8), reason: 'The winner did not pay in time (R10.3)' }]
  expect(awardCourse(facts({ state: 'defaulted', moves })).at(-1)).toEqual({
    state: 'past',
    title: 'Ended by default',
    at: day(8),
    text: 'The winner did not pay in time (R10.3)',
  })
})
