import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { lotBidders } from '@/db/schema/auctions'
import { memberships, organisations, users } from '@/db/schema/people'
import { spell } from '@/domain/labels/spell'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import type { Replay } from './replay-lot'

type Settled = { lot: { id: string; label: string }; replay: Replay }
type Recipient = {
  applicationId: string
  lotId: string
  organisation: string
  userId: string
  email: string
  zone: string | null
}

type Award = { id: string; applicationId: string; acceptBy: Date; payBy: Date }

/**
 * A letter to every owner and bidder of an organisation that was registered on a lot: the winner's says what to do by
 * when, the others' what the name went for (R3.3: letters leave only from `final`). Each is sent once.
 */
export async function lettersOfResult(
  tx: Tx,
  round: { id: string; number: number },
  settled: readonly Settled[],
  awards: readonly Award[],
): Promise<Letter[]> {
  const awardOf = new Map(awards.map((award) => [award.applicationId, award]))
  const byLot = new Map(settled.map((each) => [each.lot.id, each]))
  const recipients = await recipientsOf(tx, [...byLot.keys()])
  const seen = new Set<string>()
  return recipients.flatMap((recipient) => {
    const of = byLot.get(recipient.lotId) as Settled
    const effect = `result:${recipient.lotId}:${recipient.userId}`
    if (of.replay.outcome === 'returned' || seen.has(effect)) return []
    seen.add(effect)
    return [
      {
        ...letter(recipient, of, round, awardOf.get(recipient.applicationId)),
        to: recipient.email,
        template: 'lot-result',
        effect,
      },
    ]
  })
}

function letter(
  recipient: Recipient,
  { lot, replay }: Settled,
  round: { number: number },
  award: Award | undefined,
) {
  const name = `${lot.label}.org`
  const price = replay.priceMinor === null ? '' : formatMoney(replay.priceMinor)
  const body = award
    ? `${name} (${spell(lot.label)}) goes to ${recipient.organisation} for ${price}.\n\n${whatToDo(recipient, award)}`
    : price
      ? `${name} (${spell(lot.label)}) was awarded to another applicant for ${price}.\n\nYour deposit is returned by the programme.`
      : `${name} (${spell(lot.label)}) was not sold: there was no bid at or above the reserve. The name goes back to released.`
  return {
    subject: `Round ${round.number}: the result for ${name}`,
    text: `${body}\n\nThe result, the price path and the events to check it by:\n${new URL(`/results/${lot.label}`, env.PORTAL_URL)}\n`,
  }
}

/** The winner's two deadlines and what follows when one passes (R10.1, R10.3). */
function whatToDo({ organisation, zone }: Recipient, { id, acceptBy, payBy }: Award): string {
  const until = (at: Date) => formatInstant(at, zone ?? 'UTC')
  return `What to do now:
1. Accept the award before ${until(acceptBy)}. An owner of ${organisation} does that in the portal: ${new URL(`/portal/awards/${id}`, env.PORTAL_URL)}
2. Pay in full before ${until(payBy)}. The invoice comes with the acceptance; check it in the portal before you pay.

If either passes, the award ends: up to 10 % of the price is kept from your deposit, and the name is offered to the next in order.`
}

function recipientsOf(tx: Tx, lotIds: readonly string[]): Promise<Recipient[]> {
  if (lotIds.length === 0) return Promise.resolve([])
  return tx
    .select({
      applicationId: applications.id,
      lotId: applications.lotId,
      organisation: organisations.legalName,
      userId: users.id,
      email: users.email,
      zone: users.timeZone,
    })
    .from(lotBidders)
    .innerJoin(applications, eq(applications.id, lotBidders.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(
      memberships,
      and(eq(memberships.organisationId, organisations.id), isNull(memberships.endedAt)),
    )
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.status, 'active')))
    .where(and(inArray(lotBidders.lotId, [...lotIds]), inArray(memberships.role, ['owner', 'bidder'])))
}
