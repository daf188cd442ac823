import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { qpiNotes, qpiScores } from '@/db/schema/qpi'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { calendarDay } from '@/lib/time/calendar-day'

const Text = z.string().trim().min(3, 'Write a sentence.').max(2000, 'Use at most 2,000 characters.')
const IanaId = z.int('This is no IANA id.')

/**
 * Keeps what the account manager notes of a scored registrar: a note for PIR alone, or a step agreed with the registrar,
 * which sees it, with its day (R15.4). Refuses: thing.not-found, qpi-note.day-past.
 */
export const addNote = operation('qpi-note.add', {
  input: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('note'), ianaId: IanaId, text: Text }),
    z.strictObject({
      kind: z.literal('step'),
      ianaId: IanaId,
      text: Text,
      dueOn: calendarDay('Enter the day until which it is to be done.'),
    }),
  ]),
  async subject(tx, { ianaId }) {
    const [scored] = await tx
      .select({ ianaId: qpiScores.ianaId })
      .from(qpiScores)
      .where(eq(qpiScores.ianaId, ianaId))
      .limit(1)
    return scored
  },
  check({ at, input }) {
    if (input.kind === 'step' && input.dueOn < at.toISOString().slice(0, 10))
      throw refuse('qpi-note.day-past', {}, { dueOn: 'Enter today or a later day.' })
  },
  async run({ tx, actor, at, input }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const noteId = newId('qnt', at)
    await tx.insert(qpiNotes).values({ ...input, id: noteId, writtenBy: actor.userId, writtenAt: at })
    const { kind, ianaId } = input
    return { result: { noteId }, audit: { object: noteId, facts: { kind, ianaId } } }
  },
})
