import type { Tx } from '@/db/client'
import { memberships, organisations } from '@/db/schema/people'

const NUMBERS = [1, 2, 3]

/** The rivals of practice auctions (R3.6), made when first needed. They apply for nothing and own nothing. */
export async function addPracticeBots(tx: Tx, userId: string): Promise<string[]> {
  const ids = NUMBERS.map((number) => `org_practice_bot_${number}`)
  await tx
    .insert(organisations)
    .values(
      ids.map((id, index) => ({
        id,
        legalName: `Practice bot ${NUMBERS[index]} (not an organisation)`,
        country: 'US',
        kind: 'charity' as const,
      })),
    )
    .onConflictDoNothing()
  await tx
    .insert(memberships)
    .values(
      ids.map((organisationId, index) => ({
        id: `mem_practice_bot_${NUMBERS[index]}`,
        userId,
        organisationId,
        role: 'bidder' as const,
      })),
    )
    .onConflictDoNothing()
  return ids
}
