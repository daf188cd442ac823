import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Course } from '@/domain/allocations/read-course'
import { AllocationCourse } from './allocation-course'
import { EppCommand } from './epp-command'
import { NextAct } from './next-act'
import { standingOf } from './token-words'

const at = new Date('2026-11-22T08:00:00Z')
const token = (state: 'issued' | 'shown' | 'redeemed' | 'expired' | 'revoked') => ({
  id: 'tok_1',
  state,
  registrarIanaId: 48,
  issuedAt: at,
  expiresAt: new Date('2026-12-22T08:00:00Z'),
  shownAt: null,
  redeemedAt: state === 'redeemed' ? at : null,
  endedAt: state === 'expired' || state === 'revoked' ? at : null,
  endReason: 'Lost in a ticket.',
})
const course = (change: Partial<Course> = {}): Course => ({
  awardId: 'awd_1',
  label: 'q7',
  state: 'paid',
  paidAt: at,
  allocatedAt: null,
  holder: 'Example Rivers Trust (fictional)',
  round: 'Round 1',
  registrar: {
    ianaId: 48,
    name: 'Sample Registrar (fictional)',
    status: 'Accredited',
    canSponsor: true,
    contactEmail: null,
  },
  terms: { tokenDays: 30, premium: true },
  settings: { allocation: undefined },
  token: undefined,
  tokens: [],
  reports: [],
  lookups: [],
  asked: undefined,
  ...change,
})
const lost = { ...course().registrar, status: 'Terminated' as const, canSponsor: false }
const failed = (resultCode: number) => ({
  id: 'rep_1',
  receivedAt: at,
  kind: 'domain.create_failed',
  outcome: 'failure-noted' as const,
  resultCode,
  registrarIanaId: 48,
})
const said = (change: Partial<Course>) => renderToStaticMarkup(<NextAct course={course(change)} />)

describe('what the registrar does next', () => {
  test.each<[string, Partial<Course>]>([
    ['Nothing to do yet', { state: 'accepted' }],
    ['Your token is being issued', {}],
    ['Take over the token', { token: token('issued') }],
    ['Send the command', { token: token('shown') }],
    ['Created; being confirmed', { token: token('redeemed') }],
    ['The last one expired unused.', { token: token('expired') }],
    ['The last one was revoked: Lost in a ticket.', { token: token('revoked') }],
    ['You are not accredited at present', { token: token('issued'), registrar: lost }],
    ['The registry did not create it: EPP 2201', { token: token('shown'), reports: [failed(2201)] }],
    ['the token is used up, out of date', { token: token('shown'), reports: [failed(2304)] }],
    ['There is nothing left to do.', { state: 'allocated', token: token('redeemed') }],
  ])('%s', (words, change) => expect(said(change)).toContain(words))

  test('a list says the same in a few words', () => {
    expect(standingOf('paid', token('issued'), true).words).toBe('Token to be taken over')
    expect(standingOf('paid', token('issued'), false).words).toBe('Registrar not accredited')
    expect(standingOf('paid', token('expired'), true).words).toBe('A new token is needed')
    expect(standingOf('allocated', token('redeemed'), true).words).toBe('Allocated')
  })
})

describe('the course', () => {
  const steps = (change: Partial<Course>) => {
    const markup = renderToStaticMarkup(<AllocationCourse course={course(change)} zone="UTC" />)
    return [...markup.matchAll(/<li class="(\w+)"/g)].map(([, state]) => state)
  }

  test.each<[Partial<Course>, string]>([
    [{ state: 'accepted', paidAt: null }, 'now next next next'],
    [{}, 'past now next next'],
    [{ token: token('issued') }, 'past past now next'],
    [{ token: token('expired') }, 'past now next next'],
    [{ token: token('redeemed') }, 'past past past now'],
    [{ state: 'allocated', allocatedAt: at, token: token('redeemed') }, 'past past past past'],
  ])('%# is %s', (change, states) => expect(steps(change).join(' ')).toBe(states))
})

test('a command is shown as it is, and kept as a file without being fetched', () => {
  const markup = renderToStaticMarkup(<EppCommand label="q7" command={'<epp a="b">&amp;</epp>'} />)
  expect(markup).toContain('&lt;epp a=&quot;b&quot;&gt;&amp;amp;&lt;/epp&gt;')
  expect(markup).toContain('href="data:application/xml;charset=utf-8,%3Cepp')
})
