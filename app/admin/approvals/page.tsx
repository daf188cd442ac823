import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { settledRequests, waitingRequests } from '@/domain/approvals/queries'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { RequestList } from './_parts/request-list'

export const metadata: Metadata = { title: 'Waiting for a second person' }

export default async function ApprovalsPage({ searchParams }: PageProps<'/admin/approvals'>) {
  const person = await requirePerson()
  const waiting = await waitingRequests(person, undefined)
  if (!waiting) notFound()
  const { before } = await searchParams
  const settled = await settledRequests(person, typeof before === 'string' ? before.slice(0, 60) : undefined)
  const mine = waiting.filter(({ part }) => part === 'second')
  const others = waiting.filter(({ part }) => part !== 'second')
  const frame = { now: processNow(), zone: await viewerZone() }
  return (
    <div className="wrap page space-y-12">
      <header className="space-y-3">
        <h1>Waiting for a second person</h1>
        <p className="lede">
          What two people must do, one proposes and another approves, within 30 minutes and with exactly the
          same values.
        </p>
      </header>
      <section className="stack">
        <SectionHead title="For you to decide" />
        {mine.length > 0 ? (
          <RequestList requests={mine} {...frame} />
        ) : (
          <EmptyState title="Nothing waits for you" sorts={false}>
            Requests of others that you may approve appear here.
          </EmptyState>
        )}
      </section>
      {others.length > 0 && (
        <section className="stack">
          <SectionHead title="Waiting for someone else" />
          <RequestList requests={others} {...frame} />
        </section>
      )}
      {settled && settled.requests.length > 0 && (
        <section className="stack" aria-labelledby="decided">
          <SectionHead title={before ? 'Decided earlier' : 'Decided'} id="decided" />
          <RequestList requests={settled.requests} {...frame} />
          {settled.older && (
            <p>
              <Button href={`/admin/approvals?before=${settled.older}#decided`}>Older requests</Button>
            </p>
          )}
        </section>
      )}
    </div>
  )
}
