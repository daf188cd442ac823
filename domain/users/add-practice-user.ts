import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'

const ID = 'usr_practice_bots'

/** The account that the bots of practice auctions bid as (R3.6): it has no password and cannot sign in. */
export async function addPracticeUser(tx: Tx): Promise<string> {
  await tx
    .insert(users)
    .values({
      id: ID,
      email: 'practice-bots@portal.invalid',
      name: 'Practice bots',
      pseudonym: 'sub_practice_bots',
      status: 'disabled',
    })
    .onConflictDoNothing()
  return ID
}
