import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { lockBuildOut } from '@/domain/commitments/lock-build-out'
import type { Actor } from '@/lib/access/actor'

/** A transfer with both organisations, under the lock of the award. */
export async function lockTransferRequest(tx: Tx, transferId: string, actor: Actor) {
  const [found] = await tx.select().from(transfers).where(eq(transfers.id, transferId))
  const locked = found && (await lockBuildOut(tx, found.awardId, actor))
  if (!found || !locked) return undefined
  const [transfer] = await tx.select().from(transfers).where(eq(transfers.id, transferId)).for('update')
  const nameOf = async (id: string) => {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, id))
    return row!.legalName
  }
  const { fromOrganisationId, toOrganisationId } = found
  return {
    ...locked,
    transfer: transfer!,
    from: await nameOf(fromOrganisationId),
    to: await nameOf(toOrganisationId),
  }
}
