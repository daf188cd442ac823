/**
 * How the fee of 7.2(a) follows from the average annual price: dated data, not code (R14.1). The agreement’s own
 * schedule was not seen; both readings agree with what is public of it: at least US$0.15, at most US$0.25, US$0.01 more
 * for each full US$0.20 of the average.
 */
export type FeeTable = {
  id: 'A' | 'B'
  name: string
  /** Half-open, in days; no end: until another is entered. */
  validFrom: string
  validTo: string | null
  /** Whether it was compared with the signed agreement. */
  verified: boolean
  /** Up to this average the rate is the floor. */
  thresholdMinor: bigint
  /** Each full step above the threshold adds `stepFeeMinor` to the rate. */
  stepMinor: bigint
  stepFeeMinor: bigint
  floorMinor: bigint
  capMinor: bigint
}

const inCommon = {
  validFrom: '2007-01-01',
  validTo: null,
  verified: false,
  stepMinor: 20n,
  stepFeeMinor: 1n,
  floorMinor: 15n,
  capMinor: 25n,
} as const

export const feeTables: Record<FeeTable['id'], FeeTable> = {
  A: { id: 'A', name: 'Reading A: US$0.15 up to US$3.00', thresholdMinor: 300n, ...inCommon },
  B: { id: 'B', name: 'Reading B: US$0.15 up to US$4.99', thresholdMinor: 499n, ...inCommon },
}

/** Whether the table is in force on a day, such as the first of a quarter. */
export function isInForce({ validFrom, validTo }: FeeTable, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}
