import { z } from 'zod'
import { type DraftContent, MOST_ROWS } from './rules'

const MOST_BYTES = 48 * 1024
const LONGEST_TEXT = 20_000

const Key = z.string().max(40)
const Cell = z.string().max(1000, 'Shorten this to 1,000 characters.')

/** A draft as it is saved: any subset of the answers, bounded in size. */
export const DraftContentInput: z.ZodType<DraftContent> = z
  .record(
    Key,
    z.union([
      z.string().max(LONGEST_TEXT, 'This text is too long to save. Shorten it to 20,000 characters.'),
      z.array(z.record(Key, Cell)).max(MOST_ROWS, 'This table has too many rows to save.'),
    ]),
  )
  .refine((content) => new TextEncoder().encode(JSON.stringify(content)).length <= MOST_BYTES, {
    message: 'This section is too long to save. Shorten it.',
  })
