import { describe, expect, test } from 'vitest'
import type { AwardState } from '@/db/schema/awards'
import type { Timetable } from '@/domain/rounds/timetable'
import { type NextStep, nextStep, type Subject, type Viewer } from './next-step'
import { type PublicStatus, publicStatuses } from './public-status'

const day = (number: number) => new Date(Date.UTC(2026, 10, number, 16))
const timetable: Timetable = {
  applicationsOpenAt: day(1),
  questionsCloseAt: day(2),
  applicationsCloseAt: day(3),
  reviewDueAt: day(4),
  reviewResultsAt: day(5),
  depositDueAt: day(6),
  biddingOpensAt: day(7),
  biddingClosesAt: day(8),
  resultsAt: day(9),
  paymentDueAt: day(10),
}
const offer = {
  ...timetable,
  lotId: 'lot_1',
  phase: 1,
  number: 2,
  suspended: false,
  publicReason: null,
  closesAt: null,
}
const offered: PublicStatus[] = ['open', 'review', 'qualified', 'live', 'closed']

const subject = (status: PublicStatus, rest: Partial<Subject> = {}): Subject => ({
  label: 'q7',
  status,
  ...(offered.includes(status) && { offer }),
  ...(['awarded', 'allocated'].includes(status) && { result: { paymentDueAt: day(10), award: null } }),
  ...rest,
})
const own = (
  state: 'draft' | 'submitted' | 'withdrawn' | 'not-submitted',
  outcome: null | 'qualified' | 'not-qualified' = null,
) => ({ kind: 'applicant', id: 'app_1', reference: 'PIR-2026-Q7-K3ZE-9', state, outcome }) as const

const viewers = {
  anyone: { kind: 'anyone' },
  officer: { kind: 'programme', manages: true },
  reviewer: { kind: 'programme', manages: false },
  draft: own('draft'),
  submitted: own('submitted'),
  withdrawn: own('withdrawn'),
  late: own('not-submitted'),
  qualified: own('submitted', 'qualified'),
  refused: own('submitted', 'not-qualified'),
} satisfies Record<string, Viewer>

type Row = [PublicStatus, keyof typeof viewers, action: string | null, at: number | null]

describe('the one next step', () => {
  test.each<Row>([
    ['reserved', 'anyone', '/labels?status=open', null],
    ['withheld', 'anyone', '/labels?status=open', null],
    ['before', 'anyone', '/labels?status=open', null],
    ['released', 'anyone', '/rounds', null],
    ['open', 'anyone', '/portal/applications/new?lot=lot_1', 3],
    ['open', 'officer', '/admin/labels/q7', 3],
    ['open', 'reviewer', '/rounds/1-2', 3],
    ['open', 'draft', '/portal/applications/app_1', 3],
    ['open', 'submitted', '/portal/applications/app_1', 3],
    ['open', 'withdrawn', '/portal/applications/app_1', 3],
    ['review', 'anyone', '/rounds/1-2', 5],
    ['review', 'officer', '/rounds/1-2', 5],
    ['review', 'submitted', '/portal/applications/app_1', 5],
    ['review', 'late', '/portal/applications/app_1', 5],
    ['qualified', 'anyone', '/rounds/1-2', 7],
    ['qualified', 'qualified', '/room/lot_1', 7],
    ['qualified', 'refused', '/portal/applications/app_1', 7],
    ['live', 'anyone', '/room/lot_1', 8],
    ['live', 'reviewer', '/room/lot_1', 8],
    ['live', 'qualified', '/room/lot_1', 8],
    ['closed', 'anyone', '/rounds/1-2', 9],
    ['awarded', 'anyone', '/results/q7', 10],
    ['allocated', 'anyone', '/results/q7', null],
  ])('%s for %s leads to %s', (status, viewer, href, at) => {
    const step = nextStep(subject(status), viewers[viewer])
    expect(step.action?.href ?? null).toBe(href)
    expect(step.at ?? null).toEqual(at && day(at))
  })

  test('a name whose round is approved says when it opens', () => {
    const step = nextStep(subject('released', { offer }), viewers.anyone)
    expect(step).toMatchObject({ at: day(1), action: { href: '/rounds/1-2' } })
  })

  test('a lot’s own close counts, which a late bid may have moved', () => {
    const step = nextStep(subject('live', { offer: { ...offer, closesAt: day(20) } }), viewers.anyone)
    expect(step.at).toEqual(day(20))
  })

  test('only who may bid is told to enter', () => {
    const text = (viewer: Viewer) => nextStep(subject('live'), viewer).action?.text
    expect(text(viewers.qualified)).toBe('Enter the auction room')
    expect(text(viewers.refused)).toBe('Watch the auction')
    expect(text(viewers.submitted)).toBe('Watch the auction')
    expect(text(own('withdrawn', 'qualified'))).toBe('Watch the auction')
  })

  test('a withdrawn application is not continued but taken up again (R5.3)', () => {
    expect(nextStep(subject('open'), viewers.withdrawn)).toMatchObject({
      action: { text: 'Take your application up again' },
      sentence: 'PIR-2026-Q7-K3ZE-9 is withdrawn. You can take it up again until applications close.',
    })
  })

  test('a suspended round says why, with no date, to everyone', () => {
    const suspended = { ...offer, suspended: true, publicReason: 'A power cut.' }
    for (const status of offered)
      for (const viewer of Object.values(viewers)) {
        const step = nextStep(subject(status, { offer: suspended }), viewer)
        expect(step.sentence).toContain('A power cut.')
        expect(step.at).toBeUndefined()
        expect(step.action?.href).toBe('/rounds/1-2')
      }
  })

  test('a withheld name gives its public reason', () => {
    const withheldReason = 'Kept for the registry’s own use.'
    expect(nextStep(subject('withheld', { withheldReason }), viewers.anyone).sentence).toBe(withheldReason)
  })

  test('every status and every viewer has a sentence and at most one strong action', () => {
    for (const status of publicStatuses)
      for (const viewer of Object.values(viewers)) {
        const step: NextStep = nextStep(subject(status), viewer)
        expect(step.sentence).toMatch(/^[A-Z].*\.$/)
        expect(step.lead).not.toBe('')
        if (viewer.kind === 'programme') expect(step.action?.href).not.toMatch(/^\/portal/)
      }
  })
})

describe('an awarded name', () => {
  const awarded = (rank: number, state: AwardState) =>
    nextStep(
      subject('awarded', { result: { paymentDueAt: day(10), award: { rank, state } } }),
      viewers.anyone,
    )

  test.each([
    [0, 'offered', 'Payment due in'],
    [0, 'paid', 'Paid'],
    [0, 'defaulted', 'The award ended'],
    [1, 'offered', 'Offered to the next in order'],
    [1, 'accepted', 'Accepted, to be paid'],
  ] as const)('at place %i, %s, says “%s”', (rank, state, lead) => {
    expect(awarded(rank, state).lead).toBe(lead)
    expect(awarded(rank, state).at).toEqual(lead === 'Payment due in' ? day(10) : undefined)
  })
})
