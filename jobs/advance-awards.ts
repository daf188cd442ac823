import { database } from '@/db/client'
import { dueAwards } from '@/domain/awards/due-awards'
import { lapseAward } from '@/domain/awards/lapse-award'
import { systemActor } from '@/lib/access/actor'

const EVERY_MS = 1_000
const actor = systemActor('advance-awards')
let lastLook = Number.NEGATIVE_INFINITY

/** Ends the awards that were not accepted or not paid in time (R10.3); what was missed meanwhile is caught up with. */
export async function advanceAwards(): Promise<void> {
  if (performance.now() - lastLook < EVERY_MS) return
  lastLook = performance.now()
  for (const awardId of await dueAwards(database())) await lapseAward(actor, { awardId })
}
