import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTransactions } from './read-transactions'
import { transactionColumns } from './transaction-columns'

/** A synthetic report: no real one of .org is public yet. */
const heading = transactionColumns.join(',')
const row = (name: string, id: number | '', first: number | '' = 1) =>
  [name, id, first, ...Array(36).fill('0')].join(',')
const report = (...lines: string[]) => [heading, ...lines].join('\r\n')

describe('R15.3 the transactions report of ICANN', () => {
  it('has 39 columns, and each row comes back with its 37 figures', () => {
    const read = readTransactions(report(row('Example One (fictional)', 146, 41), row('Totals', '', 41)))!
    expect(read.columns).toBe(39)
    expect(read.rows).toMatchObject([{ line: 2, registrarName: 'Example One (fictional)', ianaId: 146 }])
    expect(Object.keys(read.rows[0]!.figures)).toHaveLength(37)
    expect(read.rows[0]!.figures['total-domains']).toBe(41)
    expect(read).toMatchObject({ totals: { line: 3, differences: [] }, errors: [] })
  })

  it('is read in any order and case of columns, after a mark, a title and a TLD, with blanks as 0', () => {
    const turned = [...transactionColumns].reverse()
    const cells = (of: Record<string, string>) => turned.map((column) => of[column] ?? '')
    const text = [
      '\ufeff"ICANN Monthly Consolidated Data Report"',
      ['TLD', ...turned.map((column) => column.toUpperCase().replaceAll('-', ' '))].join(','),
      [
        'org',
        ...cells({
          'registrar-name': '"Example, Two (fictional)"',
          'iana-id': '292',
          'net-adds-1-yr': ' 7 ',
        }),
      ].join(','),
    ].join('\n')
    const read = readTransactions(text)!
    expect(read.errors).toEqual([])
    expect(read.totals).toBeNull()
    expect(read.rows).toMatchObject([
      {
        registrarName: 'Example, Two (fictional)',
        ianaId: 292,
        figures: { 'net-adds-1-yr': 7, 'total-domains': 0 },
      },
    ])
  })

  it('is read in the older form of 36 columns with the TLD', () => {
    const columns = transactionColumns.slice(0, transactionColumns.indexOf('restored-noreport') + 1)
    const text = [
      ['tld', ...columns].join(','),
      ['org', 'Example (fictional)', 1, ...Array(33).fill(2)].join(','),
    ].join('\n')
    const read = readTransactions(text)!
    expect([read.columns, read.errors, read.rows[0]?.figures['restored-noreport']]).toEqual([36, [], 2])
  })

  it('lists each row that cannot be taken over, and takes over the rest', () => {
    const text = report(
      row('Good (fictional)', 1, 5),
      row('No id (fictional)', ''),
      row('Again (fictional)', 1),
      'Short (fictional),7,1',
      row('Negative (fictional)', 8).replace(',0,', ',-1,'),
      row('Thousands (fictional)', 9).replace(',0,', ',1.000,'),
      '"broken,10,1',
    )
    const read = readTransactions(text)!
    expect(read.rows.map(({ ianaId }) => ianaId)).toEqual([1])
    expect(read.errors.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8])
    expect(read.errors[3]).toEqual({
      line: 6,
      column: 'total-nameservers',
      message: '“-1” is no whole number from 0.',
    })
  })

  it('says where the totals differ from the sums', () => {
    const read = readTransactions(
      report(row('One (fictional)', 1, 5), row('Two (fictional)', 2, 6), row('totals', '', 12)),
    )!
    expect(read.totals).toEqual({
      line: 4,
      differences: [{ column: 'total-domains', stated: 12, summed: 11 }],
    })
  })

  it('says which columns are missing, and does not read another file as one', () => {
    expect(readTransactions('registrar-name,iana-id\nOne,1')?.errors.map(({ column }) => column)).toContain(
      'total-domains',
    )
    for (const text of ['', 'a,b\n1,2', '<html>']) expect(readTransactions(text)).toBeUndefined()
  })

  it('never throws and never drops a line in silence', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', '-1', '"', 'Totals', '=1+1', '1e3', '\u0000'),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 41 }), { maxLength: 6 }), (lines) => {
        const read = readTransactions(report(...lines.map((cells) => cells.join(','))))
        expect(read).toBeDefined()
        for (const { figures } of read!.rows)
          for (const figure of Object.values(figures)) expect(Number.isSafeInteger(figure)).toBe(true)
      }),
    )
  })
})
