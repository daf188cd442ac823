import { z } from 'zod'

export const Id = z.string().max(60)

export const MOST_WORDS = 5000

/** What the applicant is asked. */
export const Question = z
  .string({ error: 'Write the question.' })
  .trim()
  .min(10, 'Ask in a sentence of at least 10 characters.')
  .max(2000, 'Use at most 2,000 characters.')

export const Answer = z
  .string({ error: 'Write the answer.' })
  .trim()
  .min(2, 'Write the answer.')
  .max(MOST_WORDS, 'Use at most 5,000 characters.')
