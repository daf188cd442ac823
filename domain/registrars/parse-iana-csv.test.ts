import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseIanaCsv } from './parse-iana-csv'
import { canSponsor, isReservedId } from './rules'

const header = '"ID",Registrar Name,Status,RDAP Base URL'
const csv = (...lines: string[]) => `${[header, ...lines].join('\n')}\n`

describe('IANA’s list', () => {
  test('is read row by row', () => {
    const text = csv(
      '1,Reserved,Reserved,',
      '2,"Network Solutions, LLC",Accredited,https://rdap.networksolutions.com/rdap/',
      '4,"The ""Quoted"" Registrar",Terminated,',
      '10007,Société Exemple,Accredited,',
    )
    expect(parseIanaCsv(text)).toEqual({
      rows: [
        { ianaId: 1, name: 'Reserved', status: 'Reserved', rdapUrl: '' },
        {
          ianaId: 2,
          name: 'Network Solutions, LLC',
          status: 'Accredited',
          rdapUrl: 'https://rdap.networksolutions.com/rdap/',
        },
        { ianaId: 4, name: 'The "Quoted" Registrar', status: 'Terminated', rdapUrl: '' },
        { ianaId: 10007, name: 'Société Exemple', status: 'Accredited', rdapUrl: '' },
      ],
      errors: [],
    })
  })

  test('may carry a byte order mark, Windows line ends, blank lines, its columns in any order and case', () => {
    const text =
      '\ufeffstatus, REGISTRAR NAME ,rdap base url,Id,Notes\r\n\r\nAccredited,Example Registrar,,146,x\r\n'
    expect(parseIanaCsv(text)).toEqual({
      rows: [{ ianaId: 146, name: 'Example Registrar', status: 'Accredited', rdapUrl: '' }],
      errors: [],
    })
  })

  test.each([
    ['x,Name,Accredited,', 'The id “x” is not a whole number above zero.'],
    ['0,Name,Accredited,', 'The id “0” is not a whole number above zero.'],
    ['-5,Name,Accredited,', 'The id “-5” is not a whole number above zero.'],
    ['1e3,Name,Accredited,', 'The id “1e3” is not a whole number above zero.'],
    ['9999999999,Name,Accredited,', 'The id “9999999999” is not a whole number above zero.'],
    ['7,,Accredited,', 'The registrar has no name.'],
    ['7,Name,Suspended,', 'The status “Suspended” is not Accredited, Terminated or Reserved.'],
    [
      '7,Name,Accredited,javascript:alert(1)',
      'The RDAP base URL “javascript:alert(1)” is not a web address.',
    ],
    ['7,Name', 'The row has too few columns.'],
    ['2,Again,Accredited,', 'The id 2 is listed twice.'],
    ['7,Na"me,Accredited,', 'The quotes on this line do not match.'],
  ])('names the line of a row it cannot take: %s', (line, message) => {
    const { rows, errors } = parseIanaCsv(csv('2,Name,Accredited,', line, '3,Other,Reserved,'))
    expect(errors).toEqual([{ line: 3, message }])
    expect(rows.map((row) => row.ianaId)).toEqual([2, 3])
  })

  test.each(['', '\n', 'ID,Name\n1,x\n', '<html></html>', '1,Reserved,Reserved,\n'])(
    'without its headings is refused: %j',
    (text) => {
      const { rows, errors } = parseIanaCsv(text)
      expect(rows).toEqual([])
      expect(errors[0]).toEqual({
        line: 1,
        message: 'The first line must name the columns ID, Registrar Name, Status and RDAP Base URL.',
      })
    },
  )

  test('with a quote that never closes is read up to there', () => {
    const { rows, errors } = parseIanaCsv(
      csv('2,Name,Accredited,', '3,"Other,Accredited,', '4,Lost,Accredited,'),
    )
    expect(rows.map((row) => row.ianaId)).toEqual([2])
    expect(errors).toEqual([{ line: 4, message: 'The quotes on this line do not match.' }])
  })
})

const wholeList = fileURLToPath(
  new URL('../../../shared/data/iana-registrar-ids-2026-03-13.csv', import.meta.url),
)

test.skipIf(!existsSync(wholeList))('the whole list of 13 March 2026 is read', () => {
  const { rows, errors } = parseIanaCsv(readFileSync(wholeList, 'utf8'))
  const count = (status: string) => rows.filter((row) => row.status === status).length
  expect(errors).toEqual([])
  expect([count('Accredited'), count('Terminated'), count('Reserved')]).toEqual([3020, 1142, 15])
  expect(rows.find((row) => row.ianaId === 146)?.name).toMatch(/GoDaddy/i)
})

describe('sponsoring', () => {
  test.each([
    [146, 'Accredited', true],
    [146, 'Terminated', false],
    [1, 'Reserved', false],
    [9993, 'Accredited', true],
    [9994, 'Accredited', false],
    [9999, 'Accredited', false],
    [10_000, 'Accredited', true],
  ])('id %i, %s: %s', (ianaId, status, may) => expect(canSponsor({ ianaId, status })).toBe(may))

  test('ids 9994 to 9999 are reserved', () => {
    expect([9993, 9994, 9999, 10_000].map(isReservedId)).toEqual([false, true, true, false])
  })
})
