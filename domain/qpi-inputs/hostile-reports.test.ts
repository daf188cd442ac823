import { describe, expect, test } from 'vitest'
import { transactionColumns } from '@/domain/qpi/transaction-columns'
import { writeCsv } from '@/lib/write-csv'
import { readInputFile } from './read-input'

/** Reports as they come, and as nobody should send them (R15.3): every row is read or told, nothing throws. */
const heading = transactionColumns.join(',')
const row = (name: string, id: number | string, first: number | string = 5) =>
  [name, id, first, ...Array(36).fill('0')].join(',')
const older = transactionColumns.slice(0, transactionColumns.indexOf('restored-noreport') + 1)
const read = (text: string | Uint8Array) =>
  readInputFile('transactions', '2026-08', typeof text === 'string' ? new TextEncoder().encode(text) : text)

type Expected = { ids: number[]; errors?: number[]; name?: string; totals?: number }
const good: Expected = { ids: [146] }

const corpus: Record<string, [text: string, expected: Expected]> = {
  'a byte order mark': [`\ufeff${heading}\n${row('One', 146)}`, good],
  'a heading in capitals, with spaces': [
    `${heading.toUpperCase().replaceAll('-', ' ')}\n${row('One', 146)}`,
    good,
  ],
  'a heading with underscores': [`${heading.replaceAll('-', '_')}\n${row('One', 146)}`, good],
  'a leading column of the TLD': [`tld,${heading}\norg,${row('One', 146)}`, good],
  'the older form of 36 columns': [
    `tld,${older.join(',')}\norg,One,146,5${',0'.repeat(older.length - 3)}`,
    good,
  ],
  'a totals row': [`${heading}\n${row('One', 146)}\n${row('Totals', '')}`, { ids: [146], totals: 0 }],
  'a totals row that says another sum': [
    `${heading}\n${row('One', 146)}\n${row('TOTALS', '', 6)}`,
    { ids: [146], totals: 1 },
  ],
  'a second totals row': [
    `${heading}\n${row('One', 146)}\n${row('Totals', '')}\n${row('Totals', '')}`,
    { ids: [146], totals: 0, errors: [4] },
  ],
  'quotes, with commas, quotes and a line break within': [
    `${heading}\n${row('"One, ""the"" first\nof all"', '"146"')}`,
    { ids: [146], name: 'One, "the" first\nof all' },
  ],
  'quotes that are never closed': [`${heading}\n${row('One', 146)}\n"Two,292,5`, { ids: [146], errors: [3] }],
  'a quote amid a cell': [`${heading}\n${row('One', 146)}\n${row('T"wo', 292)}`, { ids: [146], errors: [3] }],
  'lines that end as on Windows': [`${heading}\r\n${row('One', 146)}\r\n\r\n`, good],
  'lines that end as on an old Macintosh': [`${heading}\r${row('One', 146)}\r`, good],
  'NUL in a name': [`${heading}\n${row('O\0ne', 146)}`, { ids: [146], name: 'O\ufffdne' }],
  'NUL in a figure': [`${heading}\n${row('One', 146, '5\0')}`, { ids: [], errors: [2] }],
  'a formula as a figure': [
    `${heading}\n${row('One', 146)}\n${row('Two', 292, '=1+1')}`,
    { ids: [146], errors: [3] },
  ],
  'a formula as an id': [
    `${heading}\n${row('One', 146)}\n${row('Two', '=146')}`,
    { ids: [146], errors: [3] },
  ],
  'an id twice': [`${heading}\n${row('One', 146)}\n${row('Two', 146)}`, { ids: [146], errors: [3] }],
  'an id twice, once with zeros before it': [
    `${heading}\n${row('One', 146)}\n${row('Two', '0146')}`,
    { ids: [146], errors: [3] },
  ],
  'ids that IANA keeps for registries: read, and never ranked': [
    `${heading}\n${row('One', 146)}\n${row('Kept', 9994)}\n${row('Kept', 9999)}`,
    { ids: [146, 9994, 9999] },
  ],
  'an id that fits no registrar': [
    `${heading}\n${row('One', 146)}\n${row('Two', 0)}\n${row('Three', '99999999999')}`,
    { ids: [146], errors: [3, 4] },
  ],
  'a figure beyond what counts exactly': [
    `${heading}\n${row('One', 146)}\n${row('Two', 292, '9'.repeat(16))}`,
    { ids: [146], errors: [3] },
  ],
  'too many cells and too few': [
    `${heading}\n${row('One', 146)}\n${row('Two', 292)},0\nThree,3`,
    { ids: [146], errors: [3, 4] },
  ],
  'signs that only look like digits': [
    `${heading}\n${row('One', 146)}\n${row('Two', '１４６')}\n${row('Three', 3, '٣')}`,
    { ids: [146], errors: [3, 4] },
  ],
  'a column twice': [`${heading},total-domains\n${row('One', 146)},6`, { ids: [146], errors: [1] }],
}

describe('R15.3 a report with', () => {
  test.each(Object.entries(corpus))('%s', (_what, [text, expected]) => {
    const file = read(text)!
    expect(file.rows.map(({ ianaId }) => ianaId)).toEqual(expected.ids)
    expect(file.errors.map(({ line }) => line)).toEqual(expected.errors ?? [])
    expect(file.totals?.differences.length).toBe(expected.totals)
    if (expected.name !== undefined) expect(file.rows[0]!.name).toBe(expected.name)
  })

  test('a line of 10 MB, closed or not, is an error of its line or of no report at all', () => {
    const long = 'x'.repeat(10_000_000)
    const file = read(`${heading}\n${row('One', 146)}\n${long}\n${row('Two', 292)}`)!
    expect(file.rows.map(({ ianaId }) => ianaId)).toEqual([146, 292])
    expect(file.errors).toEqual([{ line: 3, message: 'The line is longer than a million characters.' }])
    expect(read(`"${long}`)).toBeUndefined()
  })

  test('bytes that are no text is no report', () => {
    expect(read(Uint8Array.from({ length: 4096 }, (_, n) => (n * 37) % 256))).toBeUndefined()
  })

  test('a formula as a name is kept as it is, and harmless in what is downloaded', () => {
    const file = read(`${heading}\n${row('"=HYPERLINK(""https://bad.example"")"', 146)}`)!
    expect(file.rows[0]!.name).toBe('=HYPERLINK("https://bad.example")')
    expect(writeCsv([[file.rows[0]!.name]])).toMatch(/^"'=HYPERLINK/)
  })
})
