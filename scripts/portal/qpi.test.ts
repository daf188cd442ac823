import { describe, expect, test } from 'vitest'
import { transactionColumns } from '@/domain/qpi/transaction-columns'
import { answer } from './answer'
import qpi from './qpi'

const ask = (input: unknown) => answer([qpi], ['qpi', 'score'], async () => JSON.stringify(input))
const importing = (path: string, text: string) =>
  answer([qpi], ['qpi', 'import', '--file', path], async () => text)

const model = {
  version: 'placeholder-1',
  minimumDomains: 100,
  gate: { kpi: 'abuse', maxPer10k: 15 },
  kpis: [
    { id: 'renewal', weightBp: 3000, floor: 0.5, target: 0.85 },
    { id: 'abuseTakedown', weightBp: 3000, floor: 96, target: 24 },
  ],
}
const registrar = {
  ianaId: 146,
  domains: 100_000,
  kpis: {
    abuse: { numerator: 12, denominator: 100_000 },
    renewal: { numerator: 800, denominator: 1000 },
    abuseTakedown: { numerator: 4800, denominator: 100 },
  },
}

describe('qpi score', () => {
  test('R15.1 answers the example of the command line', async () => {
    const { exitCode, document } = await ask({ model, registrars: [registrar] })
    expect(exitCode).toBe(0)
    expect(document).toEqual({
      registrars: [
        {
          ianaId: 146,
          score: expect.closeTo(76.190476, 6),
          status: 'pass',
          kpis: {
            renewal: { raw: 0.8, value: expect.closeTo(0.857143, 6), weightBp: 3000 },
            abuseTakedown: { raw: 48, value: expect.closeTo(0.666667, 6), weightBp: 3000 },
          },
        },
      ],
    })
  })

  test.each([
    [{ model: { ...model, extra: 1 }, registrars: [] }, 'input.unknown-key', 'model.extra'],
    [{ model: { ...model, kpis: [] }, registrars: [] }, 'input.invalid', 'model.kpis'],
    [
      { model: { ...model, kpis: [{ ...model.kpis[0], weightBp: 0 }] }, registrars: [] },
      'input.invalid',
      'model.kpis',
    ],
    [
      { model: { ...model, kpis: [{ ...model.kpis[0], target: 0.5 }] }, registrars: [] },
      'input.invalid',
      'model.kpis.0',
    ],
    [
      { model: { ...model, kpis: [model.kpis[0], model.kpis[0]] }, registrars: [] },
      'model.repeated-kpi',
      'model.kpis',
    ],
    [{ model, registrars: [registrar, registrar] }, 'registrar.repeated', 'registrars'],
    [
      { model, registrars: [{ ...registrar, kpis: { abuse: { numerator: -1, denominator: 1 } } }] },
      'input.invalid',
      'registrars.0.kpis.abuse.numerator',
    ],
  ])('refuses %#', async (input, code, path) => {
    const { exitCode, document } = await ask(input)
    expect([exitCode, document]).toMatchObject([2, { error: { code, path } }])
  })
})

describe('qpi import', () => {
  test('R15.3 answers rows, totals and errors, and the period from the name', async () => {
    const cells = (name: string, id: string, first: number) =>
      [name, id, first, ...Array(36).fill(0)].join(',')
    const text = [
      transactionColumns.join(','),
      cells('Example (fictional)', '146', 5),
      cells('Bad (fictional)', 'x', 1),
      cells('Totals', '', 6),
    ].join('\n')
    const { exitCode, document } = await importing('some/org-transactions-202608-en.csv', text)
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({
      file: 'org-transactions-202608-en.csv',
      tld: 'org',
      period: '2026-08',
      columns: 39,
      rows: [{ ianaId: 146, figures: { 'total-domains': 5 } }],
      totals: { ok: false, line: 4, differences: [{ column: 'total-domains', stated: 6, summed: 5 }] },
      errors: [{ line: 3, column: 'iana-id' }],
    })
  })

  test('refuses a file that is no such report', async () => {
    expect(await importing('a.csv', 'a,b\n1,2')).toMatchObject({
      exitCode: 2,
      document: { error: { code: 'report.not-transactions' } },
    })
  })
})
