import { database } from '@/db/client'
import { advanceCommitment } from '@/domain/commitments/advance-commitment'
import { compileCommitments } from '@/domain/commitments/compile-commitments'
import { awardsToCompile, dueCommitments } from '@/domain/commitments/due-commitments'
import { carryOutRevocation } from '@/domain/remedies/carry-out-revocation'
import { dueRevocations } from '@/domain/remedies/due-revocations'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'

const actor = systemActor('advance-commitments')

/**
 * Makes commitments of accepted plans, lets them come near and lapse, reminds, and carries out revocations whose appeal
 * period is over. What is due is asked from the tables, so what was missed while no worker ran is caught up with.
 */
export async function advanceCommitments(): Promise<void> {
  for (const awardId of await awardsToCompile(database())) await compileCommitments(actor, { awardId })
  const now = await databaseClock(database())
  for (const commitmentId of await dueCommitments(database(), now))
    await advanceCommitment(actor, { commitmentId })
  for (const remedyId of await dueRevocations(database(), now)) await carryOutRevocation(actor, { remedyId })
}
