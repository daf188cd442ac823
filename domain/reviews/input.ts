import { z } from 'zod'
import { MOST_REASON } from './rules'

export const Id = z.string().max(40)

const Score = z
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
