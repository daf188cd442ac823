import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { qpiFiles, qpiTakeOvers } from '@/db/schema/qpi'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { currentFiles, placeOf } from './current-files'

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
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('qpi-files', 0))`)
    const [file] = await tx
      .select({ kind: qpiFiles.kind, source: qpiFiles.source, period: qpiFiles.period })
      .from(qpiFiles)
      .where(eq(qpiFiles.id, fileId))
    if (!file) return undefined
    const current = await currentFiles(tx, file)
    return { current: current.find((each) => placeOf(each) === placeOf(file)) }
  },
  check({ input, subject: { current } }) {
    if (current?.id === input.fileId) throw refuse('qpi-file.counts')
    if (current?.id !== input.insteadOf) throw refuse('thing.changed')
  },
  async run({ tx, actor, at, input: { fileId, insteadOf } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.insert(qpiTakeOvers).values({ id: newId('qto', at), fileId, takenBy: actor.userId, takenAt: at })
    return { result: { fileId }, audit: { object: fileId, facts: { insteadOf } } }
  },
})
