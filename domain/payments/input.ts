import { z } from 'zod'
import { parseAmount } from '@/lib/money'
import { calendarDay } from '@/lib/time/calendar-day'

/** An amount above zero in US dollars as a person types it, as whole cents. */
export const Amount = z
  .string()
  .max(40, 'This is too long for an amount.')
  .transform((text, context) => {
    const amount = parseAmount(text)
    if (amount.ok && amount.minor > 0n) return amount.minor
    const message = amount.ok ? 'Enter an amount above zero.' : amount.message
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

export const BankReference = z
  .string()
  .trim()
  .min(3, 'Enter the reference on the bank statement.')
  .max(140, 'Use at most 140 characters.')

export const StatementDay = calendarDay('Enter the day on the bank statement.')
