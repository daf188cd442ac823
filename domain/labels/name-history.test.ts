import { expect, test } from 'vitest'
import type { RoundState } from '@/db/schema/rounds'
import { nameHistory } from './name-history'

const at = (day: number) => new Date(Date.UTC(2026, 9, day))
const moved = (day: number, from: RoundState, to: RoundState, reason = '') => ({
  id: `mov_${day}`,
  at: at(day),
  from,
  to,
  reason,
  number: 2,
})

test('a name’s own moves and its round’s stand in one order, newest first', () => {
  const history = nameHistory(
    [
      { id: 'a', at: at(1), from: 'reserved', to: 'released', note: 'Released for allocation.' },
      { id: 'b', at: at(2), from: 'released', to: 'offered', note: 'Offered in round 2.' },
    ],
    [moved(2, 'draft', 'approved'), moved(3, 'approved', 'applications'), moved(4, 'applications', 'review')],
  )
  expect(history.map(({ what, by }) => [what, by])).toEqual([
    ['Applications closed', 'Clock'],
    ['Applications opened in round 2', 'Clock'],
    ['Offered in round 2.', 'Two officers'],
    ['Released for allocation.', 'Two officers'],
  ])
})

test('a suspension gives its reason, and the round goes on as resumed', () => {
  const history = nameHistory(
    [],
    [moved(5, 'bidding', 'suspended', 'A power cut.'), moved(6, 'suspended', 'bidding')],
  )
  expect(history.map(({ what }) => what)).toEqual(['Round 2 resumed', 'Round 2 suspended. A power cut.'])
})

test('what moved the label itself is told once, by the label', () => {
  expect(nameHistory([], [moved(7, 'closed', 'final'), moved(8, 'suspended', 'cancelled')])).toEqual([])
})
