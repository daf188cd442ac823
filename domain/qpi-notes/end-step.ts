import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { qpiNotes, qpiStepEnds } from '@/db/schema/qpi'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'

/** Says that a step agreed with a registrar is done, or dropped (R15.4). Refuses: thing.not-found, qpi-note.ended. */
export const endStep = operation('qpi-note.end-step', {
  input: z.strictObject({ noteId: z.string().max(60), outcome: z.enum(['done', 'dropped']) }),
  async subject(tx, { noteId }) {
    const [step] = await tx
      .select({ ianaId: qpiNotes.ianaId })
      .from(qpiNotes)
      .where(and(eq(qpiNotes.id, noteId), eq(qpiNotes.kind, 'step')))
    const ended = await tx.select().from(qpiStepEnds).where(eq(qpiStepEnds.noteId, noteId))
    return step && { ...step, isEnded: ended.length > 0 }
  },
  check({ subject: { isEnded } }) {
    if (isEnded) throw refuse('qpi-note.ended')
  },
  async run({ tx, actor, at, input: { noteId, outcome }, subject: { ianaId } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.insert(qpiStepEnds).values({ noteId, outcome, endedBy: actor.userId, endedAt: at })
    return { result: { noteId }, audit: { object: noteId, facts: { ianaId, outcome } } }
  },
})
