import { z } from 'zod'
import { registry } from '@/lib/errors'
import { sameSitePath } from '@/lib/same-site-path'
import { isZone } from '@/lib/time/zones'
import { normaliseEmail } from './normalise-email'
import { PASSWORD_MAX, PASSWORD_MIN } from './rules'

/** An address as typed; its one spelling goes on. */
export const Email = z
  .string()
  .max(300, 'This address is too long.')
  .transform((typed, context) => {
    const address = normaliseEmail(typed)
    if (address) return address
    context.addIssue({ code: 'custom', message: 'Enter an e-mail address such as name@example.org.' })
    return z.NEVER
  })

/** A password as typed: nothing is cut or changed. Whether its words will do is `passwordProblem`'s question. */
export const NewPassword = z
  .string()
  .refine((typed) => [...typed].length >= PASSWORD_MIN, registry['password.too-short'][1])
  .refine((typed) => [...typed].length <= PASSWORD_MAX, registry['password.too-long'][1])

export const PresentPassword = z
  .string()
  .min(1, 'Enter your password.')
  .max(512, 'This password is too long.')

export const PersonName = z
  .string()
  .trim()
  .min(1, 'Enter your name.')
  .max(120, 'Use at most 120 characters.')
  .regex(/^[^\p{Cc}\p{Cs}<>]*$/u, 'Leave control characters and angle brackets out of the name.')

/** Empty stands for none chosen. */
export const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => zone === '' || isZone(zone), 'Choose a time zone from the list.')

export const Token = z.string().min(1, 'Open the link from the letter again.').max(100)
export const Code = z.string().trim().min(1, 'Enter the code.').max(40, 'This code is too long.')

/** Where the person was going, so that confirming leads there: a path on this site, or `/` for nowhere in particular. */
export const NextPath = z.string().max(500).default('/').transform(sameSitePath)
