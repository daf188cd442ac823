import { expect, test } from 'vitest'
import type { PublicPlace } from './public-queries'
import { tellCourse } from './tell-course'

const day = (days: number) => new Date(Date.UTC(2026, 10, days))
const place = (more: Partial<PublicPlace>): PublicPlace => ({
  ...{ rank: 0, state: 'offered', priceMinor: 850_000n, holder: 'Example Rivers', paddle: 13 },
  ...{ offeredAt: day(1), acceptedAt: null, paidAt: null, allocatedAt: null, endedAt: null },
  ...{ endReason: null, passedOver: [], ...more },
})
const lines = (course: Parameters<typeof tellCourse>[0]) =>
  tellCourse(course).map(({ title, text, at }) => `${at.getUTCDate()} ${title}${text ? ` (${text})` : ''}`)

test('a winner that pays', () => {
  const places = [place({ state: 'paid', acceptedAt: day(2), paidAt: day(5) })]
  expect(lines({ places, returned: undefined })).toEqual([
    '1 Awarded to Example Rivers for US$8,500.00',
    '2 Accepted',
    '5 Paid in full',
  ])
})

test('a default, one passed over, the next in order by its paddle, and the return', () => {
  const ended = {
    state: 'defaulted' as const,
    endedAt: day(8),
    endReason: 'The winner did not accept in time',
  }
  const next = place({
    ...{ rank: 1, state: 'declined', holder: null, paddle: 11, priceMinor: 400_000n, offeredAt: day(9) },
    ...{ endedAt: day(10), endReason: 'The next in order declined' },
    passedOver: [{ paddle: 12, reason: 'struck' }],
  })
  const returned = { at: day(12), note: 'Returned after a default in round 2' }
  expect(lines({ places: [place(ended), next], returned })).toEqual([
    '1 Awarded to Example Rivers for US$8,500.00',
    '8 The award ended (The winner did not accept in time.)',
    '9 Offered to the next in order, paddle 11, for US$4,000.00 (Paddle 12 was passed over: it was struck from the round.)',
    '10 The award ended (The next in order declined.)',
    '12 Returned to reserved (Returned after a default in round 2.)',
  ])
})
