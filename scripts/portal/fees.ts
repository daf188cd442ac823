import { z } from 'zod'
import { feeOf } from '@/domain/statements/fee'
import { feeTables, isInForce } from '@/domain/statements/fee-tables'
import { formatHundredths } from '@/domain/statements/fractions'
import { boundsOf, QUARTER } from '@/domain/statements/quarters'
import { capHundredths, serviceFeeCaps } from '@/domain/statements/service-fee-cap'
import type { Area } from './area'
import { Cents } from './auctions/input'
import { InputRefused } from './input-refused'

const Year = z.int().min(1985, 'The year is before .ORG.').max(2200, 'The year is too far ahead.')

const QuarterInput = z.strictObject({
  quarter: z.string().regex(QUARTER, 'Write the quarter as 2013Q2.'),
  revenueMinor: Cents,
  programmeRevenueMinor: Cents,
  increments: z.int().min(0, 'Increments cannot be below zero.'),
  table: z.enum(['A', 'B'], 'The tables are A and B.'),
})

const CapInput = z.strictObject({
  start: z.strictObject({ year: Year, capMinor: Cents }),
  charged: z.record(z.string().regex(/^\d{4}$/, 'Write the year with four digits.'), Cents),
  until: Year,
})

/** The money rules of the registry agreement (R14.1, R14.2). */
export default {
  area: 'fees',
  verbs: {
    quarter: {
      summary: 'Average annual price and fee of a quarter under 7.2(a); the average is rounded half up',
      input: QuarterInput,
      run: quarterFee,
    },
    cap: {
      summary:
        'Maximum Service Fee of ordinary names under 7.3(a), by year; rounded half up, computed exactly',
      input: CapInput,
      run: caps,
    },
  },
} satisfies Area

function quarterFee({ quarter, table: tableId, increments, ...revenue }: z.output<typeof QuarterInput>) {
  const table = feeTables[tableId]
  if (!isInForce(table, boundsOf(quarter).from)) {
    const sentence = `Table ${tableId} is in force from ${table.validFrom}.`
    throw new InputRefused('fee.table-not-in-force', sentence, 'quarter')
  }
  const fee = feeOf({ ...revenue, increments: BigInt(increments) }, table)
  if (!fee) {
    const sentence = 'Without annual increments there is no average price, so no rate.'
    throw new InputRefused('fee.no-increments', sentence, 'increments')
  }
  return {
    averageMinor: formatHundredths(fee.averageHundredths),
    ratePerIncrementMinor: fee.ratePerIncrementMinor,
    feeMinor: fee.feeMinor,
    verified: table.verified,
    atCap: fee.atCap,
  }
}

function caps({ start, charged, until }: z.output<typeof CapInput>) {
  if (until < start.year)
    throw new InputRefused('fee.years-out-of-order', `The caps begin in ${start.year}.`, 'until')
  const byYear = new Map(Object.entries(charged).map(([year, fee]) => [Number(year), fee]))
  const answer = serviceFeeCaps({ start, charged: byYear, until })
  if (!answer.ok) {
    const { missingYear } = answer
    const sentence = `Give the highest fee charged in ${missingYear}: the cap of ${missingYear + 1} rests on it.`
    throw new InputRefused('fee.charge-missing', sentence, `charged.${missingYear}`)
  }
  const shown = [...answer.caps].map(([year, cap]) => [year, formatHundredths(capHundredths(cap))])
  return { caps: Object.fromEntries(shown) }
}
