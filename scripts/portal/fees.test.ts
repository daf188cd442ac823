import { describe, expect, test } from 'vitest'
import { answer } from './answer'
import fees from './fees'

/** The document as the command line prints it, and its exit code. */
async function ask(command: string, input?: unknown) {
  const { exitCode, document } = await answer([fees], command.split(' '), async () => JSON.stringify(input))
  const text = JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  return { exitCode, document: JSON.parse(text) }
}
const quarter = {
  quarter: '2013Q2',
  revenueMinor: '120000000',
  programmeRevenueMinor: '100000000',
  increments: 300_000,
  table: 'A',
}
const cap = { start: { year: 2007, capMinor: '660' }, charged: { 2007: '615', 2008: '675' }, until: 2009 }

describe('fees quarter', () => {
  test('answers average, rate and fee, and that the table is not verified', async () => {
    const document = {
      averageMinor: '733.33',
      ratePerIncrementMinor: '25',
      feeMinor: '7500000',
      verified: false,
      atCap: true,
    }
    for (const table of ['A', 'B'])
      expect(await ask('fees quarter', { ...quarter, table })).toEqual({ exitCode: 0, document })
  })

  test.each([
    [{ increments: 0 }, 'fee.no-increments', 'increments'],
    [{ increments: -1 }, 'input.invalid', 'increments'],
    [{ increments: 1.5 }, 'input.invalid', 'increments'],
    [{ increments: '300000' }, 'input.invalid', 'increments'],
    [{ quarter: '2006Q4' }, 'fee.table-not-in-force', 'quarter'],
    [{ quarter: '2013Q5' }, 'input.invalid', 'quarter'],
    [{ revenueMinor: '1200000.5' }, 'input.invalid', 'revenueMinor'],
    [{ revenueMinor: 120 }, 'input.invalid', 'revenueMinor'],
    [{ programmeRevenueMinor: '-1' }, 'input.invalid', 'programmeRevenueMinor'],
    [{ table: 'C' }, 'input.invalid', 'table'],
    [{ net: true }, 'input.unknown-key', 'net'],
  ])('refuses %j', async (change, code, path) => {
    const { exitCode, document } = await ask('fees quarter', { ...quarter, ...change })
    expect({ exitCode, document }).toMatchObject({ exitCode: 2, document: { error: { code, path } } })
    expect(document.error.message).toMatch(/\.$/)
  })
})

describe('fees cap', () => {
  test('answers the cap of each year', async () => {
    const caps = { 2007: '660.00', 2008: '676.50', 2009: '742.50' }
    expect(await ask('fees cap', cap)).toEqual({ exitCode: 0, document: { caps } })
  })

  test.each([
    [{ charged: { 2007: '615' } }, 'fee.charge-missing', 'charged.2008'],
    [{ until: 2006 }, 'fee.years-out-of-order', 'until'],
    [{ charged: { '07': '615' } }, 'input.invalid', 'charged.07'],
    [{ charged: { 2007: '6.15' } }, 'input.invalid', 'charged.2007'],
    [{ start: { year: 2007, capMinor: '660', note: '' } }, 'input.unknown-key', 'start.note'],
    [{ also: 1 }, 'input.unknown-key', 'also'],
  ])('refuses %j', async (change, code, path) => {
    const { exitCode, document } = await ask('fees cap', { ...cap, ...change })
    expect({ exitCode, document }).toMatchObject({ exitCode: 2, document: { error: { code, path } } })
    expect(document.error.message).toMatch(/\.$/)
  })
})

test('explains itself at every level', async () => {
  for (const command of ['--help', 'fees --help', 'fees quarter --help', 'fees cap --help'])
    expect((await ask(command)).exitCode).toBe(0)
})
