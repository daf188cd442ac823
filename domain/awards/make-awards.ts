import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import type { rounds } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { deadlinesOf } from './deadlines'
import type { Award } from './lock-award'

type Round = Pick<typeof rounds.$inferSelect, 'id' | 'zone' | 'settings' | 'paymentDueAt'>

/** A lot and whom it is offered to. `rank` 0: the winner. */
export type Offer = Pick<Award, 'lotId' | 'label' | 'applicationId' | 'rank' | 'priceMinor'> &
  Partial<Pick<Award, 'passedOver'>>

/**
 * Offers lots to whom they fall, with the registrar that the application names and the deadlines of the round (R10.1,
 * R10.3). A lot that has an award already is refused by the database: `award.standing`.
 */
export async function makeAwards(tx: Tx, round: Round, offers: readonly Offer[], at: Date): Promise<Award[]> {
  if (offers.length === 0) return []
  const found = await tx
    .select()
    .from(applications)
    .where(
      inArray(
        applications.id,
        offers.map(({ applicationId }) => applicationId),
      ),
    )
  const rows = offers.map((offer) => {
    const application = found.find(({ id }) => id === offer.applicationId)
    if (!application?.registrarIanaId) throw refuse('award.no-registrar', { label: offer.label })
    const { organisationId, registrarIanaId } = application
    return {
      ...offer,
      ...deadlinesOf(round, at, offer.rank),
      id: newId('awd', at),
      roundId: round.id,
      organisationId,
      registrarIanaId,
      stateSince: at,
      offeredAt: at,
    }
  })
  return tx.insert(awards).values(rows).returning()
}
