import { z } from 'zod'
import { parseLabel } from '@/domain/labels/rules'
import { normaliseEmail } from '@/domain/users/normalise-email'

/** Two letters, as a country code is; written as people write names. */
export const CodeLabel = z.string().transform((text, context) => {
  const parsed = parseLabel(text.slice(0, 40))
  if (parsed.ok && /^[a-z]{2}$/.test(parsed.label)) return parsed.label
  context.addIssue({ code: 'custom', message: 'Enter the two letters of the name, such as zz or zz.org.' })
  return z.NEVER
})

export const Address = z.string().transform((text, context) => {
  const address = normaliseEmail(text)
  if (address) return address
  context.addIssue({ code: 'custom', message: 'Enter an e-mail address such as name@example.org.' })
  return z.NEVER
})

/** A page on the web; it is shown as text and never fetched. */
export const PageAddress = z
  .string()
  .trim()
  .max(500, 'Use at most 500 characters.')
  .refine(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''),
    'Enter the address of the page, such as https://zz.org/page.',
  )

export const Words = (least: number, most: number, sentence: string) =>
  z
    .string()
    .trim()
    .min(least, sentence)
    .max(most, `Use at most ${most.toLocaleString('en')} characters.`)

export const CaseId = z.string().max(60, 'This is no id.')
