import { z } from 'zod'
import { parseLabel } from './rules'

/** A label as people write it, folded (R1.1). */
export const LabelText = z
  .string({ error: 'Enter a name of one or two characters.' })
  .max(64, 'A name here is one or two characters.')
  .transform((text, context) => {
    const parsed = parseLabel(text)
    if (parsed.ok) return parsed.label
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })

/** Several labels, each named once; kept in alphabetical order, so that two operations lock them alike. */
export function labelList(most: number) {
  return z
    .array(LabelText, { error: 'Choose at least one name.' })
    .min(1, 'Choose at least one name.')
    .max(most, `Choose at most ${most} names at a time.`)
    .transform((names) => [...new Set(names)].sort())
}

/** A sentence that everyone can read beside what was decided. */
export const PublicReason = z
  .string({ error: 'Give the reason. It will be public.' })
  .trim()
  .min(10, 'Give the reason in at least 10 characters. It will be public.')
  .max(500, 'Keep the reason to 500 characters.')
