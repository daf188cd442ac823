import { count, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { evidence } from '@/db/schema/build-out'
import { lockCommitment, requireRunning } from '@/domain/commitments/lock-build-out'
import { moveCommitment, requireMove } from '@/domain/commitments/move-commitment'
import { keepFile } from '@/domain/files/keep-file'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { MOST_PIECES } from './backoff'
import { SubmittedEvidence } from './input'
import { lookJob } from './look-job'

/**
 * A piece of evidence for a commitment, which waits for the programme from the first on (R12.1). The worker looks at
 * what can be looked at. Refuses: thing.not-found, build-out.not-settled, build-out.ended, commitment.wrong-state,
 * evidence.wrong-kind, evidence.too-many.
 */
export const submitEvidence = operation('evidence.submit', {
  input: SubmittedEvidence,
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor, ['owner', 'editor']),
  check({ input, subject }) {
    requireRunning(subject)
    const { commitment } = subject
    if (commitment.state !== 'submitted') requireMove(commitment, 'submit')
    if (!commitment.proofKinds.includes(input.kind)) throw refuse('evidence.wrong-kind')
  },
  async run({ tx, actor, at, input, subject: { commitment, award } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    if ((await piecesOf(tx, commitment.id)) >= MOST_PIECES)
      throw refuse('evidence.too-many', { most: MOST_PIECES })
    const { kind, target, note, file } = input
    const by = actor.userId
    const id = newId('evd', at)
    const fileId = file ? await keepFile(tx, file, by, at) : null
    await tx.insert(evidence).values({
      id,
      commitmentId: commitment.id,
      kind,
      target,
      fileId,
      note,
      submittedBy: by,
      submittedAt: at,
      nextCheckAt: fileId ? null : at,
    })
    if (commitment.state !== 'submitted') await moveCommitment(tx, commitment, 'submit', { at, by })
    return {
      result: { awardId: award.id, evidenceId: id, fileId },
      audit: {
        object: award.id,
        facts: { commitment: commitment.number, evidenceId: id, kind, sha256: file?.sha256 ?? null },
      },
      jobs: fileId ? [] : [lookJob(id)],
    }
  },
})

async function piecesOf(tx: Tx, commitmentId: string): Promise<number> {
  const [row] = await tx
    .select({ held: count() })
    .from(evidence)
    .where(eq(evidence.commitmentId, commitmentId))
  return row!.held
}
