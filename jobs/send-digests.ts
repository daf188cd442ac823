import { database } from '@/db/client'
import { dueDigests } from '@/domain/notifications/due-digests'
import { sendDigest } from '@/domain/notifications/send-digest'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'

const EVERY_MS = 30_000
const actor = systemActor('send-digests')
let lastLook = Number.NEGATIVE_INFINITY

/** Sends the daily digests that are due; what was missed while no worker ran is caught up with in one. */
export async function sendDigests(): Promise<void> {
  if (performance.now() - lastLook < EVERY_MS) return
  lastLook = performance.now()
  const now = await databaseClock(database())
  for (const userId of await dueDigests(database(), now)) await sendDigest(actor, { userId })
}
