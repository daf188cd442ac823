import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { type ProceedsPart, proceedsShares } from '@/db/schema/statements'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { calendarDay } from '@/lib/time/calendar-day'
import { readShares } from './read-shares'
import { PLACEHOLDER, type Shares } from './shares'

const Part = z.strictObject({
  name: z.string().trim().min(3, 'Name what the money is for.').max(80, 'Use at most 80 characters.'),
  /** Per cent. */
  share: z
    .string()
    .trim()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, 'Enter a percentage such as 52.2.')
    .transform((text) => Math.round(Number(text) * 100)),
})

/**
 * Records how proceeds are split from a day on, by two people (R14.3). What was published stays: a new split begins
 * after the last one. Refuses: proceeds.earlier-day, input.invalid where the shares are not 100 % together.
 */
export const recordShares = operation('proceeds.record-shares', {
  input: z.strictObject({
    validFrom: calendarDay('Enter the day from which the shares hold.'),
    parts: z
      .array(Part)
      .min(1, 'Name what the money is for.')
      .max(6, 'Name at most 6 parts.')
      .refine(
        (parts) => parts.reduce((sum, { share }) => sum + share, 0) === 10_000,
        'The shares must be 100 % together.',
      )
      .refine(
        (parts) => new Set(parts.map(({ name }) => name.toLowerCase())).size === parts.length,
        'Name each part once.',
      ),
    note: z
      .string()
      .trim()
      .min(10, 'Say in a sentence what the split rests on.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async subject(tx) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('proceeds', 0))`)
    return { last: (await readShares(tx)).at(-1) }
  },
  check({ input, subject: { last } }) {
    if (last?.validFrom && input.validFrom <= last.validFrom)
      throw refuse('proceeds.earlier-day', {}, { validFrom: `Enter a day after ${last.validFrom}.` })
  },
  secondPerson(input, { last }) {
    return {
      object: 'proceeds',
      summary: `Split proceeds from ${input.validFrom} on: ${words(partsOf(input))}`,
      typed: input.validFrom,
      reason: input.note,
      changes: [{ what: 'Shares', before: words((last ?? PLACEHOLDER).parts), after: words(partsOf(input)) }],
      fingerprint: last?.validFrom ?? null,
    }
  },
  async run({ tx, actor, at, input }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { validFrom, note } = input
    const parts = partsOf(input)
    await tx
      .insert(proceedsShares)
      .values({ id: newId('shr', at), validFrom, parts, note, recordedBy: actor.userId, recordedAt: at })
    return { result: { validFrom }, audit: { object: 'proceeds', facts: { validFrom, parts } } }
  },
})

const partsOf = ({ parts }: { parts: { name: string; share: number }[] }): ProceedsPart[] =>
  parts.map(({ name, share }) => ({ name, shareBp: share }))

const words = (parts: Shares['parts']) =>
  parts.map(({ name, shareBp }) => `${name} ${shareBp / 100} %`).join('; ')
