import { describe, expect, test } from 'vitest'
import type { AwardState } from '@/db/schema/awards'
import type { AwardFacts } from './award-standing'
import { courseOf } from './course'
import { type Facts, mayPractise, nextDue, standingLine, standingWord } from './standing'

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 16))
const timetable = {
  applicationsOpenAt: day(1),
  questionsCloseAt: day(2),
  applicationsCloseAt: day(3),
  reviewDueAt: day(4),
  reviewResultsAt: day(5),
  depositDueAt: day(7),
  biddingOpensAt: day(9),
  biddingClosesAt: day(10),
  resultsAt: day(11),
  paymentDueAt: day(20),
}
const round = (state: Facts['round']['state'], rest: Partial<Facts['round']> = {}): Facts['round'] => ({
  ...timetable,
  id: 'rnd_1',
  state,
  format: 'open-ascending',
  publicReason: null,
  ...rest,
})
const facts = (rest: Partial<Facts> = {}): Facts => ({
  id: 'app_1',
  state: 'submitted',
  label: 'q7',
  createdAt: day(1),
  withdrawnAt: null,
  round: round('applications'),
  lot: { id: 'lot_1', state: 'waiting', opensAt: null, closesAt: null },
  decision: null,
  hasDeposit: false,
  clarificationDueAt: null,
  struck: false,
  result: null,
  reconsideration: null,
  award: null,
  ...rest,
})
const qualified = { outcome: 'qualified', releasedAt: day(5) } as const
const asked = { before: 'not-qualified' as const, grounds: 'The budget is per year.', requestedAt: day(6) }
const sold = { outcome: 'sold', priceMinor: 500_000n, finalAt: day(11) } as const
const lot = (state: Facts['lot']['state']) => ({ id: 'lot_1', state, opensAt: day(9), closesAt: day(10) })
const final = { decision: qualified, round: round('final'), lot: lot('final') }

const award = (state: AwardState): AwardFacts => ({
  ...{ id: 'awd_1', rank: 0, state, priceMinor: 500_000n, endReason: null },
  ...{ offeredAt: day(11), stateSince: day(12), acceptBy: day(14), payBy: day(25) },
})

const cases = {
  submitted: facts(),
  reviewed: facts({ round: round('review') }),
  questioned: facts({ round: round('review'), clarificationDueAt: day(4) }),
  refused: facts({ round: round('qualified'), decision: { ...qualified, outcome: 'not-qualified' } }),
  asked: facts({
    decision: { ...qualified, outcome: 'not-qualified' },
    reconsideration: { ...asked, outcome: null, reason: null, decidedAt: null },
  }),
  upheld: facts({
    decision: { ...qualified, outcome: 'not-qualified' },
    reconsideration: { ...asked, outcome: 'upheld', reason: 'As before.', decidedAt: day(7) },
  }),
  qualified: facts({ round: round('qualified'), decision: qualified }),
  paid: facts({ round: round('qualified'), decision: qualified, hasDeposit: true }),
  waiting: facts({ round: round('bidding'), decision: qualified, lot: lot('waiting') }),
  bidding: facts({ round: round('bidding'), decision: qualified, lot: lot('open') }),
  over: facts({ round: round('bidding'), decision: qualified, lot: lot('closed') }),
  struck: facts({ round: round('bidding'), decision: qualified, lot: lot('open'), struck: true }),
  won: facts({ ...final, result: { ...sold, won: true } }),
  toAccept: facts({ ...final, result: { ...sold, won: true }, award: award('offered') }),
  toPay: facts({ ...final, result: { ...sold, won: true }, award: award('accepted') }),
  settled: facts({ ...final, result: { ...sold, won: true }, award: award('paid') }),
  defaulted: facts({ ...final, result: { ...sold, won: true }, award: award('defaulted') }),
  asNext: facts({ ...final, result: { ...sold, won: false }, award: { ...award('offered'), rank: 1 } }),
  lost: facts({ ...final, result: { ...sold, won: false } }),
  unsold: facts({ ...final, result: { outcome: 'unsold', won: false, priceMinor: null, finalAt: day(11) } }),
  withdrawn: facts({ state: 'withdrawn', withdrawnAt: day(2) }),
  late: facts({ state: 'not-submitted', round: round('review') }),
  suspended: facts({ round: round('suspended', { publicReason: 'A power cut.' }), decision: qualified }),
}
type Case = keyof typeof cases

describe('what is due next', () => {
  test.each<[Case, number, word: string, lead: string | undefined, at: number | null, href: string | null]>([
    ['submitted', 2, 'Submitted', 'Can be replaced until', 3, null],
    ['reviewed', 4, 'Submitted', 'Result of the review by', 5, null],
    [
      'questioned',
      3,
      'Submitted',
      'The panel has a question. Answer before',
      4,
      '/portal/applications/app_1/clarifications',
    ],
    ['questioned', 4, 'Submitted', 'Result of the review by', 5, null],
    [
      'refused',
      6,
      'Not qualified',
      'You may ask for a reconsideration until',
      15,
      '/portal/applications/app_1/reconsideration',
    ],
    ['asked', 7, 'Not qualified', 'Reconsideration asked for', 6, null],
    ['upheld', 8, 'Not qualified', undefined, null, null],
    ['refused', 15, 'Not qualified', undefined, null, null],
    ['qualified', 6, 'Qualified', 'Deposit due', 7, null],
    ['qualified', 8, 'Qualified', 'Bidding opens', 9, '/portal/rounds/rnd_1/practice'],
    ['paid', 6, 'Qualified', 'Bidding opens', 9, '/portal/rounds/rnd_1/practice'],
    ['waiting', 9, 'Qualified', 'Bidding opens', 9, '/room/lot_1'],
    ['bidding', 9, 'Qualified', 'Bidding now, until', 10, '/room/lot_1'],
    ['over', 10, 'Qualified', 'Result by', 11, '/room/lot_1'],
    ['struck', 9, 'Qualified', 'You are out of the bidding', null, null],
    ['won', 12, 'Won', 'Payment of US$5,000.00 due', 20, '/results/q7'],
    ['won', 21, 'Won', 'Payment of US$5,000.00 was due', 20, '/results/q7'],
    ['toAccept', 12, 'Won', 'Accept it before', 14, '/portal/awards/awd_1'],
    ['toPay', 12, 'Won', 'Pay in full before', 25, '/portal/awards/awd_1'],
    ['settled', 12, 'Won', 'Paid in full', null, '/portal/awards/awd_1'],
    ['defaulted', 15, 'Award ended', 'Defaulted', null, '/portal/awards/awd_1'],
    ['asNext', 12, 'Offered to you', 'Offered to you: answer before', 14, '/portal/awards/awd_1'],
    ['lost', 12, 'Not won', 'Awarded to another applicant for US$5,000.00', null, '/results/q7'],
    ['unsold', 12, 'Not won', 'Not sold: no bid reached the reserve', null, '/results/q7'],
    ['withdrawn', 2, 'Withdrawn', 'Can be taken up again until', 3, null],
    ['withdrawn', 3, 'Withdrawn', undefined, null, null],
    ['late', 4, 'Not submitted', undefined, null, null],
    ['suspended', 6, 'Qualified', 'The round stands still', null, null],
  ])('%s on day %i: %s', (name, now, word, lead, at, href) => {
    const due = nextDue(cases[name], day(now))
    expect(standingWord(cases[name])).toBe(word)
    expect(due?.lead).toBe(lead)
    expect(due?.at ?? null).toEqual(at && day(at))
    expect(due?.action?.href ?? null).toBe(href)
  })

  test('nobody knows when a clock stops', () => {
    const clock = { ...cases.bidding, round: round('bidding', { format: 'ascending-clock' }) }
    expect(nextDue(clock, day(9))).toEqual({ lead: 'Bidding now', action: expect.anything() })
  })

  test('the winner reads its price; whoever did not qualify is not led to practise', () => {
    expect(standingLine(cases.won, day(12))).toBe('q7.org goes to you for US$5,000.00.')
    expect(mayPractise(cases.qualified)).toBe(true)
    expect(mayPractise(cases.refused)).toBe(false)
  })
})

describe('the course of an application', () => {
  const course = (name: Case, now: number) =>
    courseOf(cases[name], [{ number: 1, receivedAt: day(2) }], day(now)).map(
      ({ state, title }) => `${state} ${title}`,
    )

  test('a close that lies ahead is ahead, also for what was withdrawn', () => {
    expect(course('withdrawn', 2)).toEqual([
      'past Started',
      'past Submitted',
      'past Withdrawn',
      'next Applications close',
    ])
    expect(course('withdrawn', 3).at(-1)).toBe('past Applications closed')
  })

  test('results that are late are still to come, whatever their date', () => {
    expect(course('reviewed', 6).slice(3)).toEqual([
      'now Under review, until',
      'next Results of the review',
      'next Deposit due',
      'next Bidding opens',
    ])
  })

  test('bidding that goes on says until when, as far as that is known', () => {
    expect(course('bidding', 9).slice(-2)).toEqual(['now Bidding now, until', 'next Result'])
    expect(course('waiting', 9).slice(-3)).toEqual([
      'next Bidding opens',
      'next Bidding closes',
      'next Result',
    ])
  })

  test('a plan that did not qualify has no bidding before it', () => {
    expect(course('refused', 6).at(-1)).toBe('past Not qualified')
  })

  test('the winner’s goes on to the payment', () => {
    expect(course('won', 12).slice(3)).toEqual([
      'past Qualified',
      'past Deposit due',
      'past Bidding opened',
      'past Bidding closed',
      'past Awarded to you for US$5,000.00',
      'now Payment due',
    ])
    expect(course('won', 21).at(-1)).toBe('past Payment due')
    expect(course('toPay', 12).slice(-2)).toEqual([
      'past Awarded to you for US$5,000.00',
      'now Pay in full before',
    ])
    expect(course('asNext', 12).at(-1)).toBe('now Accept before')
    expect(course('lost', 12).at(-1)).toBe('past Awarded to another applicant for US$5,000.00')
  })
})
