import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { waitingRequests } from '@/domain/approvals/queries'
import { awardsToManage } from '@/domain/awards/officer-queries'
import { startForOfficers } from '@/domain/rounds/officer-queries'
import { isPirPerson } from '@/lib/access/actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { NeedsAttention } from './_parts/needs-attention'
import { NextDates } from './_parts/next-dates'
import { RunningRounds } from './_parts/running-rounds'

export const metadata: Metadata = { title: 'Programme' }

export default async function AdminPage() {
  const person = await requirePerson()
  if (!isPirPerson(person)) notFound()
  const zone = await viewerZone()
  const [waiting, start, awards] = [
    await waitingRequests(person, undefined),
    await startForOfficers(person, undefined),
    await awardsToManage(person, {}),
  ]
  return (
    <div className="wrap page space-y-10">
      <h1>Programme</h1>
      {!waiting && !start && (
        <EmptyState title="Nothing waits for you here">
          When your part of a round comes, you are told by mail.
        </EmptyState>
      )}
      {waiting && (
        <section aria-labelledby="waiting">
          <SectionHead
            title="Waiting for a second person"
            id="waiting"
            link={{ href: '/admin/approvals', text: 'All requests' }}
          />
          {waiting.length === 0 ? (
            <p className="small muted mt-3">No request waits.</p>
          ) : (
            <ul className="announcements mt-0 border-t-0">
              {waiting.map((request) => (
                <li key={request.id} className="row between">
                  <Link href={`/admin/approvals/${request.id}`} prefetch={false}>
                    {request.summary}
                  </Link>
                  <span className="muted">
                    {request.part === 'own' ? 'Asked by you' : `Asked by ${request.requester}`}, until{' '}
                    <When at={request.expiresAt} zone={zone} />
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      {start && (
        <>
          <NeedsAttention start={start} awards={awards?.filter(({ waits }) => waits) ?? []} />
          <RunningRounds start={start} zone={zone} />
          <NextDates start={start} zone={zone} />
        </>
      )}
    </div>
  )
}
