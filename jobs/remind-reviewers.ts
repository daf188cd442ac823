import { database } from '@/db/client'
import { roundsToRemind } from '@/domain/reminders/due-reminders'
import { remindReviewers } from '@/domain/reminders/remind-reviewers'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'

const actor = systemActor('remind-reviewers')

/** Reminds reviewers of what is due or late; what was missed while no worker ran is caught up with. */
export async function remindOfReviews(): Promise<void> {
  const now = await databaseClock(database())
  for (const roundId of await roundsToRemind(database(), now)) await remindReviewers(actor, { roundId })
}
