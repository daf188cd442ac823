import { describe, expect, test } from 'vitest'
import type { Seen } from '@/domain/allocations/judge-seen'
import { judgeRegistrant } from './judge-registrant'

const OF = { name: 'q7.org', ianaId: 48, from: 'Example Rivers (fictional)', to: 'Example Lakes (fictional)' }
const seen = (registrants: string[], change: object = {}): Seen =>
  ({ kind: 'domain', name: 'Q7.ORG', registrarIanaIds: ['48'], registrants, ...change }) as Seen

describe('what RDAP says of a transfer (R12.3)', () => {
  test.each([
    [['Example Lakes (fictional)'], 'new-registrant'],
    [['EXAMPLE  LAKES (Fictional)', 'example lakes (fictional)'], 'new-registrant'],
    [['Example Rivers (fictional)'], 'old-registrant'],
    [['Example Rivers (fictional)', 'Example Lakes (fictional)'], 'other-registrant'],
    [['Example Lakes'], 'other-registrant'],
    [['Example Privacy Service (fictional)'], 'other-registrant'],
    [['REDACTED FOR PRIVACY'], 'not-told'],
    [['Data Redacted'], 'not-told'],
    [[], 'not-told'],
  ] as const)('%j is %s', (registrants, outcome) => {
    expect(judgeRegistrant(seen([...registrants]), OF).outcome).toBe(outcome)
  })

  test('a new holder whose name begins like what is kept back is still named', () => {
    const to = 'Redacted Writers (fictional)'
    expect(judgeRegistrant(seen([to]), { ...OF, to }).outcome).toBe('new-registrant')
  })

  test('of two organisations of one name nobody can say which is meant', () => {
    expect(judgeRegistrant(seen([OF.to]), { ...OF, from: OF.to.toUpperCase() }).outcome).toBe('not-told')
  })

  test.each([
    [seen([OF.to], { name: 'q8.org' }), 'wrong-name'],
    [seen([OF.to], { registrarIanaIds: ['146'] }), 'wrong-registrar'],
    [seen([OF.to], { registrarIanaIds: [] }), 'wrong-registrar'],
    [{ kind: 'not-found' }, 'not-found'],
    [{ kind: 'unreachable', why: 'No answer in time' }, 'unreachable'],
    [{ kind: 'unreadable', why: 'The answer is no JSON' }, 'unreadable'],
  ] as [Seen, string][])('%j completes nothing', (answer, outcome) => {
    expect(judgeRegistrant(answer, OF).outcome).toBe(outcome)
  })
})
