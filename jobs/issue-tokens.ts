import { database } from '@/db/client'
import { dueTokens } from '@/domain/allocations/due-tokens'
import { expireToken } from '@/domain/allocations/expire-token'
import { issueToken } from '@/domain/allocations/issue-token'
import { systemActor } from '@/lib/access/actor'

const actor = systemActor('issue-tokens')
const operations = { issue: issueToken, expire: expireToken }

/** Issues tokens as soon as awards are paid, and ends those that ran out (R11.1). */
export async function issueTokens(): Promise<void> {
  for (const { awardId, due } of await dueTokens(database())) await operations[due](actor, { awardId })
}
