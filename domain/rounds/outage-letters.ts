import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { bidders, lotBidders } from '@/db/schema/auctions'
import { memberships, users } from '@/db/schema/people'
import { spell } from '@/domain/labels/spell'
import type { Outage } from '@/domain/lots/weigh-outage'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import type { Round } from './lock-round'

/** A lot whose close an outage moved, and the outage as it was measured for it. */
type Concerned = { lot: { id: string; label: string }; outage: Outage }
type Reader = Awaited<ReturnType<typeof readersOf>>[number]

/**
 * Tells who may bid on the names concerned that time was made up for (R7.9): one letter to each owner and bidder of the
 * organisations registered on them, with the gap that was measured and the new close of each of their names, in their
 * own zone. Paddles that were struck have nothing left to do there.
 */
export async function outageLetters(
  tx: Tx,
  round: Round,
  concerned: readonly Concerned[],
): Promise<Letter[]> {
  const rows = await readersOf(
    tx,
    concerned.map(({ lot }) => lot.id),
  )
  return [...Map.groupBy(rows, ({ userId }) => userId).values()].map((own) => {
    const lotIds = new Set(own.map(({ lotId }) => lotId))
    return letter(
      round,
      own[0]!,
      concerned.filter(({ lot }) => lotIds.has(lot.id)),
    )
  })
}

function letter(round: Round, { email, name, zone }: Reader, own: readonly Concerned[]): Letter {
  const written = (at: Date) => formatInstant(at, zone ?? round.zone, { seconds: true })
  const { from, until } = longestOf(own)
  const seconds = Math.round((until.getTime() - from.getTime()) / 1000)
  const what = round.format === 'ascending-clock' ? 'the present round of the clock ends' : 'bidding closes'
  return {
    to: email,
    subject: `Round ${round.number}, ${round.name}: time was made up for`,
    template: 'round-outage',
    text: `Dear ${name},

Bidding was unavailable for ${seconds} seconds, from ${written(from)} until ${written(until)}. That is measured, and nobody had to ask: ${what} later on each of your names that it concerned (R7.9).

${own.map((each) => rowOf(each, written)).join('\n\n')}

What you had bid before stands as it was.
`,
  }
}

function rowOf({ lot, outage }: Concerned, written: (at: Date) => string): string {
  return `${lot.label}.org (${spell(lot.label)}): ${written(outage.closesAt)}\n${new URL(`/room/${lot.id}`, env.PORTAL_URL)}`
}

function longestOf(own: readonly Concerned[]): Outage {
  const lasted = ({ outage }: Concerned) => outage.until.getTime() - outage.from.getTime()
  return own.reduce((longest, each) => (lasted(each) > lasted(longest) ? each : longest)).outage
}

function readersOf(tx: Tx, lotIds: readonly string[]) {
  return tx
    .selectDistinct({
      lotId: lotBidders.lotId,
      userId: users.id,
      email: users.email,
      name: users.name,
      zone: users.timeZone,
    })
    .from(lotBidders)
    .innerJoin(bidders, and(eq(bidders.id, lotBidders.bidderId), isNull(bidders.struckAt)))
    .innerJoin(
      memberships,
      and(
        eq(memberships.organisationId, bidders.organisationId),
        inArray(memberships.role, ['owner', 'bidder']),
        isNull(memberships.endedAt),
      ),
    )
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.status, 'active')))
    .where(inArray(lotBidders.lotId, [...lotIds]))
}
