import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { qpiFiles, qpiTakeOvers } from '@/db/schema/qpi'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { currentFileAt } from './current-files'

/**
 * Lets a file count in the place of the one that counts now, by somebody who saw the difference (R15.3). What counted
 * before stays, and may be taken over again; scores that were computed from it stay too. Refuses: thing.not-found,
 * qpi-file.counts, thing.changed where yet another counts now than was shown.
 */
export const takeOver = operation('qpi-file.take-over', {
  input: z.strictObject({
    fileId: z.string().max(60),
    /** The file it was compared with. */
    insteadOf: z.string().max(60),
  }),
  async subject(tx, { fileId }) {
    const [file] = await tx.select({ place: qpiFiles.place }).from(qpiFiles).where(eq(qpiFiles.id, fileId))
    return file && { ...file, current: await currentFileAt(tx, file.place) }
  },
  check({ input, subject: { current } }) {
    if (current?.id === input.fileId) throw refuse('qpi-file.counts')
    if (current?.id !== input.insteadOf) throw refuse('thing.changed')
  },
  async run({ tx, actor, at, input: { fileId, insteadOf }, subject: { place, current } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const number = (current?.number ?? 0) + 1
    await tx
      .insert(qpiTakeOvers)
      .values({ id: newId('qto', at), fileId, place, number, takenBy: actor.userId, takenAt: at })
    return { result: { fileId }, audit: { object: fileId, facts: { insteadOf } } }
  },
})
