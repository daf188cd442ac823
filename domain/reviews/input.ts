import { z } from 'zod'
import { MOST_CITATIONS, MOST_QUOTE, plainQuote } from '@/domain/plans/passages'
import { MOST_REASON } from './rules'

export const Id = z.string().max(40)

/** Without a section the quote is looked for in the whole plan: it was pasted where nothing could be selected. */
const Citation = z.strictObject({
  section: z.string().max(40),
  quote: z
    .string()
    .max(2 * MOST_QUOTE, 'Cite at most 1,000 characters at once.')
    .transform(plainQuote)
    .pipe(
      z.string().min(3, 'Cite at least a word.').max(MOST_QUOTE, 'Cite at most 1,000 characters at once.'),
    ),
  occurrence: z.number().int().min(0).max(9999),
})

export const Score = z
  .strictObject({
    criterion: z.string().max(40),
    value: z
      .number({ error: 'Choose a value from 0 to 5.' })
      .int('Choose a whole value from 0 to 5.')
      .min(0, 'Choose a value from 0 to 5.')
      .max(5, 'Choose a value from 0 to 5.')
      .nullable(),
    notApplicable: z.boolean(),
    reason: z.string().max(MOST_REASON, 'Keep the reason to 4,000 characters.'),
    citations: z.array(Citation).max(MOST_CITATIONS, 'Cite at most ten passages for one reason.').default([]),
  })
  .refine(({ value, notApplicable }) => value === null || !notApplicable, {
    path: ['value'],
    error: 'Either choose a value or say “Not applicable”.',
  })

/**
 * A reviewer's sheet as it stands. `planVersionId` is the version that was read, `version` the stored sheet the writer
 * started from.
 */
export const SheetInput = z.strictObject({
  assignmentId: Id,
  planVersionId: Id,
  version: z.number().int().min(1),
  scores: z
    .array(Score)
    .max(20, 'There are not so many criteria.')
    .refine((scores) => new Set(scores.map(({ criterion }) => criterion)).size === scores.length, {
      error: 'A criterion stands here twice.',
    }),
})

export const Reason = z
  .string({ error: 'Write the reason.' })
  .trim()
  .min(10, 'Write the reason in a sentence.')
  .max(MOST_REASON, 'Keep the reason to 4,000 characters.')
