/**
 * Money is whole US cents in a bigint, never a float (R7.1). Two ways in: `parseAmount` for what a person
 * types, `parseMinor` for what a program sends. Two ways out: `formatMoney` for screens, `formatPlain` for
 * files and fields.
 */

/**
 * The largest amount the portal takes: US$10,000,000,000,000.00. Far above any bid, far below any overflow.
 */
const LARGEST_MINOR = 10n ** 15n

const SENTENCES = {
  'amount.missing': 'Enter an amount in US dollars, such as 1,250.00.',
  'amount.not-a-number': 'Enter the amount in US dollars with digits, such as 1,250.00.',
  'amount.negative': 'The amount cannot be below zero.',
  'amount.ambiguous':
    'This can be read in two ways. Use a comma between thousands and a point before cents: 1,250.00.',
  'amount.too-precise': 'Use at most two digits after the point: the smallest unit is one cent.',
  'amount.too-large': 'The amount is above US$10,000,000,000,000.00, the most the portal takes.',
  'amount.not-minor': 'Send the amount as whole US cents in a string of digits, such as "125000".',
} as const

export type AmountCode = keyof typeof SENTENCES

/** An amount in whole US cents, or the reason why the text is none. */
export type ParsedAmount = { ok: true; minor: bigint } | { ok: false; code: AmountCode; message: string }

const CURRENCY = /^(?:US\$|USD|\$)\s*/i
const PLAIN = /^\d+(?:\.\d{1,2})?$/
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$|^\d{1,3}(?: \d{3})+(?:\.\d{1,2})?$/
const COMMA_AS_POINT = /^[\d. ]*\d,(?:\d{1,2}|\d{4,})$/
const POINT_AS_COMMA = /^[1-9]\d{0,2}(?:\.\d{3})+$/
const TOO_PRECISE = /^[\d, ]+\.\d{3,}$/

/**
 * Reads an amount in US dollars as people type it: `1,250`, `1250.00`, `1 250`, `$1,250`, `US$1,250.00`.
 * Refuses what two readers could take differently (`1.250`, `1,25`), negatives, fractions of a cent and more
 * than 10^15 cents. The caller shows the value it read, so that the person can check it.
 */
export function parseAmount(text: string): ParsedAmount {
  const spaced = text.replace(/\s/g, ' ').trim()
  if (spaced === '') return refused('amount.missing')
  if (/^\S{0,3}[-−–]/.test(spaced) || /^\(.*\)$/.test(spaced)) return refused('amount.negative')
  const digits = spaced.replace(CURRENCY, '')
  if (PLAIN.test(digits) || GROUPED.test(digits)) return cents(digits.replace(/[, ]/g, ''))
  if (COMMA_AS_POINT.test(digits) || POINT_AS_COMMA.test(digits)) return refused('amount.ambiguous')
  if (TOO_PRECISE.test(digits)) return refused('amount.too-precise')
  return refused('amount.not-a-number')
}

/** Whether more digits could still make this an amount: until then it is too early to call it wrong. */
export function isUnfinishedAmount(text: string): boolean {
  return ['', '0', '00', '000', '$0'].some((rest) => parseAmount(text + rest).ok)
}

/**
 * Reads whole US cents from the decimal string that programs send (`maxMinor: "1250000"`): digits only, no
 * sign, no leading zero, at most 10^15.
 */
export function parseMinor(text: string): ParsedAmount {
  if (!/^(?:0|[1-9]\d*)$/.test(text)) return refused('amount.not-minor')
  return within(text)
}

/** `125000n` → `US$1,250.00`. Exact for any size; a negative amount (ledger entries) carries a minus sign. */
export function formatMoney(minor: bigint): string {
  const { sign, dollars, cents } = split(minor)
  return `${sign === '' ? '' : '−'}US$${dollars.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${cents}`
}

/** `125000n` → `1250.00`: for form fields and files; `parseAmount` reads it back. */
export function formatPlain(minor: bigint): string {
  const { sign, dollars, cents } = split(minor)
  return `${sign}${dollars}.${cents}`
}

/** The smaller of two amounts. */
export function lesser(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}

function cents(dollars: string): ParsedAmount {
  const [whole = '', fraction = ''] = dollars.split('.')
  return within(whole + fraction.padEnd(2, '0'))
}

/**
 * Counts the digits before converting: reading a very long string of digits as a number would cost real time.
 */
function within(digits: string): ParsedAmount {
  const significant = digits.replace(/^0+(?=\d)/, '')
  if (significant.length > 16) return refused('amount.too-large')
  const minor = BigInt(significant)
  return minor > LARGEST_MINOR ? refused('amount.too-large') : { ok: true, minor }
}

function refused(code: AmountCode): ParsedAmount {
  return { ok: false, code, message: SENTENCES[code] }
}

function split(minor: bigint) {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, '0')
  return { sign: minor < 0n ? '-' : '', dollars: digits.slice(0, -2), cents: digits.slice(-2) }
}
