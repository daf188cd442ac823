import { database } from '@/db/client'
import { casesToRemind } from '@/domain/cases/due-reminders'
import { forgetReports, hasReportsToForget } from '@/domain/cases/forget-reports'
import { remindOfCase } from '@/domain/cases/remind-of-case'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'

const actor = systemActor('remind-of-cases')

/** Reminds officers and registrants of cases, and forgets reports that nobody confirmed; what was missed while no worker ran is caught up with. */
export async function remindOfCases(): Promise<void> {
  const now = await databaseClock(database())
  for (const caseId of await casesToRemind(database(), now)) await remindOfCase(actor, { caseId })
  if (await hasReportsToForget(database())) await forgetReports(actor, {})
}
