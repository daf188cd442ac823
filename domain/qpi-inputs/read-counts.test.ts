import { describe, expect, test } from 'vitest'
import { monthOfName } from './kinds'
import { readCounts } from './read-counts'
import { readHolders } from './read-holders'

describe('R15.3 names counted by registrar', () => {
  test('are found by their heading, in any order, with their lines', () => {
    const read = readCounts('dnssec', '\ufeffDomains,IANA ID,Signed\r\n10,800001,3\r\n0,800002,0\r\n')!
    expect(read.rows).toEqual([
      { ianaId: 800001, line: 2, name: '', figures: [3, 10] },
      { ianaId: 800002, line: 3, name: '', figures: [0, 0] },
    ])
    expect(read.errors).toEqual([])
  })

  test('each row that is none is told', () => {
    const rows = [
      '1,2,3',
      '1,2,3',
      'x,1,2',
      '3,5,4',
      '4,-1,4',
      '5,1e3,4',
      '6,1',
      '0,1,2',
      '99999999999,1,2',
      '"7,1,2',
    ]
    const read = readCounts('usage', ['iana-id,used,domains', ...rows].join('\n'))!
    expect(read.rows.map(({ ianaId }) => ianaId)).toEqual([1])
    expect(read.errors.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  test('another kind’s columns are not taken for these', () => {
    expect(readCounts('ssl', 'iana-id,signed,domains\n1,2,3')).toBeUndefined()
  })

  test('R15.3 registrars of names: one each, under .org', () => {
    const read = readHolders(
      'IANA-ID,Domain\n800001,WWW.One.ORG\n800002,one.org\n800002,two.net\n0,three.org',
    )!
    expect(read.rows).toEqual([{ domain: 'one.org', ianaId: 800001, line: 2 }])
    expect(read.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'domain'],
      [4, 'domain'],
      [5, 'iana-id'],
    ])
  })

  test('the month stands in the name of the file', () => {
    expect(monthOfName('org-transactions-202608-en.csv')).toBe('2026-08')
    expect(monthOfName('usage_2026-01.csv')).toBe('2026-01')
    for (const name of ['usage.csv', 'x-202613.csv', 'x-20260801.csv'])
      expect(monthOfName(name)).toBeUndefined()
  })
})
