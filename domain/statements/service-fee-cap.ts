import { roundToHundredths } from './fractions'

/** An exact amount of cents: a cap of 10 % more each year soon has more decimals than a screen. */
export type ExactCents = { numerator: bigint; denominator: bigint }

/** Up to the end of 2006 the fee was US$6.00 for a year; the caps follow from it (R14.2). */
export const FEE_BEFORE_2007_MINOR = 600n

export type CapsWanted = {
  /** A year whose cap is known. */
  start: { year: number; capMinor: bigint }
  /** The highest fee charged in each year for an ordinary name, whole US cents. */
  charged: ReadonlyMap<number, bigint>
  /** The last year asked for. */
  until: number
}

export type Caps = { ok: true; caps: Map<number, ExactCents> } | { ok: false; missingYear: number }

/**
 * The Maximum Service Fee of ordinary names under 7.3(a), year by year (R14.2):
 * `cap(y) = 1.10 × min(cap(y − 1), highest fee charged in y − 1)`. Names of the Programme are not under it (Amendment
 * No. 4, Appendix 7, section 7). A year without a fee charged leaves the next one open.
 */
export function serviceFeeCaps({ start, charged, until }: CapsWanted): Caps {
  let cap: ExactCents = { numerator: start.capMinor, denominator: 1n }
  const caps = new Map([[start.year, cap]])
  for (let year = start.year; year < until; year++) {
    const fee = charged.get(year)
    if (fee === undefined) return { ok: false, missingYear: year }
    const { numerator, denominator } = isAtMost(fee, cap) ? { numerator: fee, denominator: 1n } : cap
    cap = { numerator: numerator * 11n, denominator: denominator * 10n }
    caps.set(year + 1, cap)
  }
  return { ok: true, caps }
}

/** Whether a fee of whole cents keeps to the cap, exactly. */
export function isAtMost(feeMinor: bigint, { numerator, denominator }: ExactCents): boolean {
  return feeMinor * denominator <= numerator
}

/** The highest fee of whole cents that keeps to the cap. */
export function highestFee({ numerator, denominator }: ExactCents): bigint {
  return numerator / denominator
}

/** In hundredths of a cent, rounded half up: for reading. */
export function capHundredths({ numerator, denominator }: ExactCents): bigint {
  return roundToHundredths(numerator, denominator)
}
