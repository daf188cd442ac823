import { z } from 'zod'
import { evidenceKinds, releaseBases } from '@/db/schema/labels'
import { calendarDay } from '@/lib/time/calendar-day'
import { labelList } from './input'
import { MeasuresInput } from './measures'

/** A document: what it is, who signed it, the day it bears, and the file (R2.3). */
const Evidence = z.strictObject({
  kind: z.enum(evidenceKinds, { error: 'Say what the document is.' }),
  title: z
    .string({ error: 'Name the document.' })
    .trim()
    .min(3, 'Name the document in at least 3 characters.')
    .max(200, 'Keep the name of the document to 200 characters.'),
  party: z
    .string({ error: 'Name the parties.' })
    .trim()
    .min(3, 'Name the parties of the document.')
    .max(300, 'Keep the parties to 300 characters.'),
  dated: calendarDay('Enter the day the document bears, such as 2026-10-02.'),
  fileId: z.string().max(40, 'This is no file.').optional(),
})

export const ReleaseInput = z
  .strictObject({
    labels: labelList(700),
    basis: z.enum(releaseBases, { error: 'Choose the basis of the release.' }),
    note: z.string().trim().max(500, 'Keep the note to 500 characters.').default(''),
    measures: MeasuresInput,
    evidence: z.array(Evidence).max(20, 'File at most 20 documents.').default([]),
  })
  .superRefine(({ labels, basis }, context) => {
    if (labels.length > 1 && basis !== 'no-country-code')
      context.addIssue({
        code: 'custom',
        path: ['labels'],
        message: 'Names with a country code are released one at a time, each with its own evidence.',
      })
  })

export type ReleaseInput = z.output<typeof ReleaseInput>
