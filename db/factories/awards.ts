import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { results } from '@/db/schema/auctions'
import { type AwardState, awards } from '@/db/schema/awards'
import { labels } from '@/db/schema/labels'
import { lots, type RoundSettings } from '@/db/schema/rounds'
import { isActive } from '@/domain/awards/lifecycle'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { type MadeApplication, makeSubmittedApplication } from './applications'
import { makeRound } from './rounds'

/** Rows put in place directly, without the auction that would lead there: quick, and free to be in any state. */

const DAY = 86_400_000

type AwardWanted = {
  state?: AwardState
  /** Released on the way; default any with a digit. */
  label?: string
  /** 0: the winner. */
  rank?: number
  priceMinor?: bigint
  /** Days from now; negative: over. */
  acceptInDays?: number
  payInDays?: number
  settings?: Partial<RoundSettings>
  /** When the round became final; default now. */
  finalAt?: Date
}

export type MadeAward = MadeApplication & { awardId: string; priceMinor: bigint }

/** An award of one lot in a final round, with its application, frozen plan and result; `offered` unless said otherwise. */
export async function makeAward(wanted: AwardWanted = {}): Promise<MadeAward> {
  const db = database()
  const at = wanted.finalAt ?? processNow()
  const state = wanted.state ?? 'offered'
  const round = await makeRound({
    state: 'final',
    settings: wanted.settings,
    ...(wanted.label && { labels: [wanted.label] }),
  })
  const application = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
  const priceMinor = wanted.priceMinor ?? 1_250_000n
  const awardId = newId('awd', at)
  await db.insert(results).values({
    lotId: application.lotId,
    roundId: round.id,
    outcome: 'sold',
    winnerApplicationId: application.id,
    priceMinor,
    standing: [{ paddle: 10, amountMinor: priceMinor.toString() }],
    events: 0,
    eventsHash: '0'.repeat(64),
    finalAt: at,
  })
  await db
    .update(lots)
    .set({ outcome: 'sold', winnerApplicationId: application.id, finalPriceMinor: priceMinor })
    .where(eq(lots.id, application.lotId))
  await db
    .update(labels)
    .set({ state: state === 'allocated' ? 'allocated' : 'awarded', stateSince: at })
    .where(eq(labels.label, application.label))
  const after = (days: number) => new Date(processNow().getTime() + days * DAY)
  const reached = { accepted: 1, paid: 2, allocated: 3 }[state as 'accepted'] ?? 0
  await db.insert(awards).values({
    id: awardId,
    lotId: application.lotId,
    roundId: round.id,
    label: application.label,
    applicationId: application.id,
    organisationId: application.organisation.id,
    registrarIanaId: application.registrarIanaId,
    rank: wanted.rank ?? 0,
    priceMinor,
    state,
    stateSince: at,
    offeredAt: at,
    acceptBy: after(wanted.acceptInDays ?? 7),
    payBy: after(wanted.payInDays ?? 28),
    acceptedAt: reached >= 1 ? at : null,
    paidAt: reached >= 2 ? at : null,
    allocatedAt: reached >= 3 ? at : null,
    endedAt: isActive(state) ? null : at,
    endReason: isActive(state) ? null : 'Trial',
  })
  return { ...application, awardId, priceMinor }
}
