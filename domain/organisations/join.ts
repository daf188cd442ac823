import type { Tx } from '@/db/client'
import { memberships } from '@/db/schema/people'
import { newId } from '@/lib/ids'
import type { MemberRole } from './rules'

/** Writes a membership. The database refuses a second one of the same role, and R4.3. */
export async function join(
  tx: Tx,
  {
    organisationId,
    userId,
    role,
    at,
  }: { organisationId: string; userId: string; role: MemberRole; at: Date },
): Promise<string> {
  const id = newId('mem', at)
  await tx.insert(memberships).values({ id, organisationId, userId, role, startedAt: at })
  return id
}
