import { desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { appeals, remedies } from '@/db/schema/build-out'
import { lockCommitment } from '@/domain/commitments/lock-build-out'
import type { Actor, MemberRole } from '@/lib/access/actor'

/** A rung that was taken, with its appeal, under the lock of its build-out. */
export async function lockRemedy(tx: Tx, remedyId: string, actor: Actor, as?: readonly MemberRole[]) {
  const [remedy] = await tx.select().from(remedies).where(eq(remedies.id, remedyId))
  const locked = remedy && (await lockCommitment(tx, remedy.commitmentId, actor, as))
  if (!remedy || !locked) return undefined
  const [appeal] = await tx.select().from(appeals).where(eq(appeals.remedyId, remedyId))
  const [last] = await tx
    .select({ id: remedies.id })
    .from(remedies)
    .where(eq(remedies.commitmentId, remedy.commitmentId))
    .orderBy(desc(remedies.imposedAt), desc(remedies.id))
    .limit(1)
  /** It is the last one taken and was neither undone nor overtaken by an extension. */
  const stands = last?.id === remedyId && locked.commitment.rung === remedy.rung
  return { ...locked, remedy, appeal, stands }
}
