import type { ProceedsPart } from '@/db/schema/statements'

/** How proceeds are split from a day on. A placeholder until the registry enters its own. */
export type Shares = {
  validFrom: string | null
  parts: readonly ProceedsPart[]
  note: string
  isPlaceholder: boolean
}

/**
 * What stands until two people enter shares (R14.3): the registry states that more than half goes to the Internet
 * Society’s work, and published figures of 2018 make it 52.2 % (US$48.7 million of US$93.3 million).
 */
export const PLACEHOLDER: Shares = {
  validFrom: null,
  parts: [
    { name: 'Work of the Internet Society', shareBp: 5220 },
    { name: 'The registry’s own mission', shareBp: 4780 },
  ],
  note: 'Placeholder. The registry states that more than half goes to the work of the Internet Society; 52.2 % is what published figures make it for 2018.',
  isPlaceholder: true,
}

/** The shares in force on a day: the last that began by then. `rows` in the order of their days. */
export function sharesOn(rows: readonly Shares[], day: string): Shares {
  return rows.findLast(({ validFrom }) => validFrom !== null && validFrom <= day) ?? PLACEHOLDER
}

/** Splits cents by shares that are whole together; cents left over go to the largest remainders, the first in order. */
export function splitMinor(minor: bigint, parts: readonly ProceedsPart[]): bigint[] {
  const exact = parts.map(({ shareBp }) => minor * BigInt(shareBp))
  const whole = exact.map((value) => value / 10_000n)
  const left = minor - whole.reduce((sum, value) => sum + value, 0n)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % 10_000n }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  const raised = new Set(byRemainder.slice(0, Number(left)).map(({ index }) => index))
  return whole.map((value, index) => (raised.has(index) ? value + 1n : value))
}
