import { isCalendarDay } from '@/lib/time/calendar-day'

/** Money that arrived, as the bank says it. */
export type Receipt = {
  /** Where it stands in the file, from 1, for people who look it up. */
  line: number
  account: string
  /** The bank’s own reference; the same money never has two. */
  reference: string
  /** A day such as 2026-12-01. */
  bookedOn: string
  amountMinor: bigint
  payer: string
  message: string
}

/** Money that left the account, as the bank says it. */
export type Debit = Pick<Receipt, 'line' | 'reference' | 'bookedOn' | 'amountMinor' | 'message'> & {
  payee: string
}

export type Problem = { line: number; reason: string; text: string }

/** What a bank file says, whatever its format: what arrived, what left, and every line that is neither, with the reason. */
export type Statement = {
  format: 'camt.053' | 'csv'
  receipts: Receipt[]
  debits: Debit[]
  problems: Problem[]
}

/** What a line of any format comes to, before it is checked. */
export type Draft = {
  line: number
  account: string
  reference: string
  bookedOn: string
  amount: string
  currency: string
  direction: 'in' | 'out' | 'unknown'
  booked: boolean
  reversal: boolean
  /** Who is on the other side: of money that left, who got it. */
  payer: string
  message: string
}

/** The most bytes and lines of one file: a month of a busy account, and no more than the portal reads at once. */
export const MOST_STATEMENT_BYTES = 2 * 1024 * 1024
export const MOST_LINES = 2000

/** The longest an account or a reference is; an IBAN has 34 letters, a bank’s reference within its statement 71. */
const LONGEST_NAME = 140

/** Sorts a line into what counts and what does not; nothing is dropped. */
export function weigh(draft: Draft, statement: Statement): void {
  const reason = whyNot(draft)
  const { line, bookedOn, amount, currency } = draft
  const [account, reference] = [printable(draft.account), printable(draft.reference)]
  const [payer, message] = [printable(draft.payer), printable(draft.message)]
  const out = draft.direction === 'out' || MINUS.test(amount)
  const amountMinor = minorOf(amount.replace(MINUS, ''))
  if (reason || amountMinor === undefined) {
    const text = [bookedOn, `${amount} ${currency}`.trim(), payer, reference, message]
      .filter(Boolean)
      .join(', ')
    statement.problems.push({
      line,
      reason: reason ?? 'The amount cannot be read.',
      text: text.slice(0, 300),
    })
  } else if (out)
    statement.debits.push({
      ...{ line, reference, bookedOn, amountMinor },
      payee: payer.slice(0, 140),
      message: message.slice(0, 500),
    })
  else
    statement.receipts.push({
      ...{ line, account, reference, bookedOn, amountMinor },
      payer: payer.slice(0, 140),
      message: message.slice(0, 500),
    })
}

/** Control characters as spaces: a bank means nothing by them, and the database keeps no zero. */
const printable = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim()

const MINUS = /^\s*[-−]/

function whyNot(draft: Draft): string | undefined {
  if (draft.reversal) return 'A reversal: look at what it takes back.'
  if (draft.direction === 'unknown') return 'It does not say whether money came or left.'
  if (!draft.booked) return 'Not booked yet; it comes again when it is.'
  if (draft.currency !== 'USD') return 'Not in US dollars.'
  if (minorOf(draft.amount.replace(MINUS, '')) === undefined) return 'The amount cannot be read.'
  if (!isCalendarDay(draft.bookedOn)) return 'The day cannot be read.'
  const [account, reference] = [printable(draft.account), printable(draft.reference)]
  if (account === '') return 'It does not name the account.'
  if (Math.max(account.length, reference.length) > LONGEST_NAME)
    return 'Its account or reference is longer than any bank’s.'
  if (reference === '') return 'It has no reference of the bank, so it could be counted twice.'
  return undefined
}

/** Dollars with at most two digits after the point, as machines write them; undefined when it is none above zero. */
export function minorOf(amount: string): bigint | undefined {
  const [, dollars, cents = ''] = /^(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(amount.trim()) ?? []
  if (dollars === undefined) return undefined
  const minor = BigInt(dollars + cents.padEnd(2, '0'))
  return minor > 0n ? minor : undefined
}
