import { database } from '@/db/client'
import { dueDigests } from '@/domain/notifications/due-digests'
import { sendDigest } from '@/domain/notifications/send-digest'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'

const actor = systemActor('send-digests')

/** Sends the daily digests that are due; what was missed while no worker ran is caught up with in one. */
export async function sendDigests(): Promise<void> {
  const now = await databaseClock(database())
  for (const userId of await dueDigests(database(), now)) await sendDigest(actor, { userId })
}
