import Link from 'next/link'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { nextOf, onlineEventWords } from '@/domain/payments/online-event-words'
import type { paymentsDesk } from '@/domain/payments/queries'

type Events = NonNullable<Awaited<ReturnType<typeof paymentsDesk>>>['online']

/** What the payment service did with money after it arrived, and what is to be done about it; nothing while nothing was. */
export function OnlineEvents({ events, zone }: { events: Events; zone: string }) {
  if (events.length === 0) return null
  // Newer than the payout, so never beyond the end of the list where that is in it.
  const failed = new Set(
    events.filter(({ kind }) => kind === 'payout-failed').map(({ externalId }) => externalId),
  )
  return (
    <section aria-labelledby="online">
      <SectionHead title="From the payment service" id="online" minor />
      <ul className="mt-2">
        {events.map(({ id, kind, externalId, amountMinor, happenedAt, awardId, number }) => (
          <li className="task" key={id}>
            <span>
              {onlineEventWords[kind].what}
              {awardId && (
                <>
                  ,{' '}
                  <Link href={`/admin/awards/${awardId}`} prefetch={false}>
                    {number}
                  </Link>
                </>
              )}
              <small>
                <When at={happenedAt} zone={zone} />. {nextOf(kind, awardId !== null, failed.has(externalId))}
              </small>
              <small className="mono brk">{externalId}</small>
            </span>
            <span className="task-state">
              <Money minor={amountMinor} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
