import { database } from '@/db/client'
import { dueAwards } from '@/domain/awards/due-awards'
import { lapseAward } from '@/domain/awards/lapse-award'
import { systemActor } from '@/lib/access/actor'

const actor = systemActor('advance-awards')

/** Ends the awards that were not accepted or not paid in time (R10.3); what was missed meanwhile is caught up with. */
export async function advanceAwards(): Promise<void> {
  for (const awardId of await dueAwards(database())) await lapseAward(actor, { awardId })
}
