import { expect, test } from 'vitest'
import { defaultSettings } from './default-settings'
import { proposeTimetable } from './propose-timetable'
import { type Candidate, checkReadiness } from './readiness'

const opens = new Date('2026-10-01T15:00:00Z')
const before = new Date('2026-09-30T15:00:00Z')
const ready: Candidate = {
  format: 'open-ascending',
  ...proposeTimetable(opens, '2026-10-01T11:00', 'America/New_York'),
  settings: defaultSettings(),
  phasePublished: true,
  lots: [{ label: 'q7', state: 'released', flagged: false, releaseStands: true }],
}
const softClose = { windowSeconds: 600, extendSeconds: 600 }

function missing(changed: Partial<Candidate>, at = before): string[] {
  return checkReadiness({ ...ready, ...changed }, at).flatMap(({ id, ok }) => (ok ? [] : [id]))
}

test('a round with everything in place is ready', () => expect(missing({})).toEqual([]))

test.each([
  ['phase', { phasePublished: false }],
  ['lots', { lots: [] }],
  ['released', { lots: [{ label: 'q7', state: 'withheld', flagged: false, releaseStands: false }] }],
  ['released', { lots: [{ label: 'q7', state: 'released', flagged: true, releaseStands: true }] }],
  ['released', { lots: [{ label: 'q7', state: 'released', flagged: false, releaseStands: false }] }],
  ['timetable', { resultsAt: opens }],
  [
    'hard-end',
    { settings: { ...defaultSettings(), softClose: { ...softClose, hardEnd: opens.toISOString() } } },
  ],
  ['rubric', { settings: { ...defaultSettings(), rubric: defaultSettings().rubric.slice(1) } }],
] as [string, Partial<Candidate>][])('%s is asked for', (id, changed) =>
  expect(missing(changed)).toEqual([id]),
)

test('approval comes before applications open: at the instant itself it is too late', () => {
  expect(missing({}, opens)).toEqual(['opening'])
})

test('a hard end after the close is fine', () => {
  const hardEnd = new Date(ready.biddingClosesAt.getTime() + 3_600_000).toISOString()
  expect(missing({ settings: { ...defaultSettings(), softClose: { ...softClose, hardEnd } } })).toEqual([])
})

test.each([
  [{ state: 'withheld', flagged: false, releaseStands: false }, 'q7.org is withheld, not released.'],
  [{ state: 'released', flagged: true, releaseStands: true }, 'q7.org is flagged and waits for its review.'],
  [
    { state: 'released', flagged: false, releaseStands: false },
    'q7.org was released anew: take it out and add it again.',
  ],
])('says of a name what keeps it from being offered, and names it: %j', (lot, sentence) => {
  const found = checkReadiness({ ...ready, lots: [{ label: 'q7', ...lot }] }, before)
  expect(found.find(({ id }) => id === 'released')).toMatchObject({ ok: false, sentence, labels: ['q7'] })
})
