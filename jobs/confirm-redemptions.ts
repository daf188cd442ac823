import { database } from '@/db/client'
import { confirmAllocation } from '@/domain/allocations/confirm-allocation'
import { dueLookups } from '@/domain/allocations/due-lookups'
import { lookUp } from '@/domain/allocations/look-up'
import { rdapBase } from '@/domain/allocations/registry-settings'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { log } from '@/lib/log'

const actor = systemActor('confirm-redemptions')
let underWay: Promise<void> | undefined

/**
 * Looks up names whose token was redeemed, and allocates what RDAP confirms (R11.2). It does not wait for the answers:
 * a registry that takes its time holds up no auction.
 */
export async function confirmRedemptions(): Promise<void> {
  if (underWay) return
  underWay = lookUpDue()
    .catch((error: unknown) => log().error({ err: error }, 'redemptions could not be confirmed'))
    .finally(() => {
      underWay = undefined
    })
}

async function lookUpDue(): Promise<void> {
  for (const { tokenId, name } of await dueLookups(database(), await databaseClock(database())))
    await confirmAllocation(actor, { tokenId, seen: await lookUp(rdapBase(), name) })
}
