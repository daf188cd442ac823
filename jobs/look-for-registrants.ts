import { database } from '@/db/client'
import { lookUp } from '@/domain/allocations/look-up'
import { rdapBase } from '@/domain/allocations/registry-settings'
import { dueTransfers } from '@/domain/transfers/due-transfers'
import { lookUpTransfer } from '@/domain/transfers/look-up-transfer'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { log } from '@/lib/log'

const actor = systemActor('look-for-registrants')
let underWay: Promise<void> | undefined

/** Looks names up that passed to another registrant, and completes what RDAP shows (R12.3). It does not wait for answers. */
export async function lookForRegistrants(): Promise<void> {
  if (underWay) return
  underWay = lookUpDue()
    .catch((error: unknown) => log().error({ err: error }, 'new registrants could not be looked up'))
    .finally(() => {
      underWay = undefined
    })
}

async function lookUpDue(): Promise<void> {
  for (const { transferId, name } of await dueTransfers(database(), await databaseClock(database())))
    await lookUpTransfer(actor, { transferId, seen: await lookUp(rdapBase(), name) })
}
