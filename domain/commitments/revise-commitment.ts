import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { commitmentRevisions, commitments } from '@/db/schema/build-out'
import type { Commitment } from './lock-build-out'

export type Terms = Pick<
  Commitment,
  'milestone' | 'proof' | 'proofKinds' | 'dueOn' | 'dueAt' | 'weightBp' | 'remedy'
>
type Revised = { origin: 'edit' | 'extension' | 'fixed'; reason: string; by: string; at: Date }

/** The terms of a commitment, and nothing else of it. */
export function termsOf(of: Terms): Terms {
  const { milestone, proof, proofKinds, dueOn, dueAt, weightBp, remedy } = of
  return { milestone, proof, proofKinds, dueOn, dueAt, weightBp, remedy }
}

/** Gives a commitment other terms and keeps the earlier ones. The caller holds the lock of its build-out. */
export async function reviseCommitment(
  tx: Tx,
  commitment: Commitment,
  terms: Terms,
  { origin, reason, by, at }: Revised,
): Promise<Commitment> {
  const number = commitment.revision + 1
  const [revised] = await tx
    .update(commitments)
    .set({ ...terms, revision: number })
    .where(eq(commitments.id, commitment.id))
    .returning()
  await tx
    .insert(commitmentRevisions)
    .values({ commitmentId: commitment.id, number, origin, ...terms, reason, by, at })
  return revised!
}
