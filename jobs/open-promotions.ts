import { database } from '@/db/client'
import { duePromotions } from '@/domain/promotions/due-promotions'
import { openPromotion } from '@/domain/promotions/open-promotion'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'

const actor = systemActor('open-promotions')

/** Opens promotions on their day; those whose day passed while no worker ran are caught up with. */
export async function openPromotions(): Promise<void> {
  const now = await databaseClock(database())
  for (const promotionId of await duePromotions(database(), now)) await openPromotion(actor, { promotionId })
}
