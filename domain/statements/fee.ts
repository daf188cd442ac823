import type { FeeTable } from './fee-tables'
import { roundToHundredths } from './fractions'

export type QuarterFigures = {
  /** What ordinary registrations, renewals and transfers brought, whole US cents. */
  revenueMinor: bigint
  /** What the Programme brought in the quarter, whole US cents. */
  programmeRevenueMinor: bigint
  /** Annual increments registered, renewed or transferred with renewal; the Programme’s names count too. */
  increments: bigint
}

export type QuarterFee = {
  /** Hundredths of a cent, rounded half up: for reading. The rate follows from the exact average. */
  averageHundredths: bigint
  ratePerIncrementMinor: bigint
  feeMinor: bigint
  /** The rate is the most there is: more revenue would not change it. */
  atCap: boolean
}

/**
 * The fee of one quarter under 7.2(a) (R14.1): the average annual price, its rate, and rate × increments. Exact: the
 * average is compared as a fraction and never rounded before. Undefined without increments: then there is no average.
 */
export function feeOf(
  { revenueMinor, programmeRevenueMinor, increments }: QuarterFigures,
  table: FeeTable,
): QuarterFee | undefined {
  if (increments <= 0n) return undefined
  const totalMinor = revenueMinor + programmeRevenueMinor
  const ratePerIncrementMinor = rateOf(totalMinor, increments, table)
  return {
    averageHundredths: roundToHundredths(totalMinor, increments),
    ratePerIncrementMinor,
    feeMinor: ratePerIncrementMinor * increments,
    atCap: ratePerIncrementMinor === table.capMinor,
  }
}

/** Cents per increment for an average of `totalMinor / increments`. */
function rateOf(totalMinor: bigint, increments: bigint, table: FeeTable): bigint {
  const above = totalMinor - table.thresholdMinor * increments
  if (above < 0n) return table.floorMinor
  const rate = table.floorMinor + (above / (table.stepMinor * increments)) * table.stepFeeMinor
  if (rate > table.capMinor) return table.capMinor
  return rate
}
