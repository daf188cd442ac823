import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { BackLink } from '@/components/ui/breadcrumb'
import { HoldFocus } from '@/components/ui/hold-focus'
import { readRequest } from '@/domain/approvals/queries'
import { currentActor } from '@/lib/access/current-actor'
import { viewerZone } from '@/lib/time/viewer-zone'
import { RequestLinks } from '../_parts/request-links'
import { RequestState } from '../_parts/request-list'
import { RequestPanel } from '../_parts/request-panel'

type Props = PageProps<'/admin/approvals/[approvalId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const request = await readRequest(await currentActor(), (await params).approvalId)
  return { title: request?.summary ?? 'Not found' }
}

export default async function RequestPage({ params }: Props) {
  const person = await requirePerson()
  const request = await readRequest(person, (await params).approvalId)
  if (!request) notFound()
  const zone = await viewerZone()
  return (
    <div className="wrap page space-y-6">
      <BackLink href="/admin/approvals">Waiting for a second person</BackLink>
      <header className="space-y-2">
        <h1>{request.summary}</h1>
        <p className="row">
          <RequestState state={request.state} />
          {request.decidedAt && (
            <span className="soft">
              {request.decider && `${request.decider}, `}
              <When at={request.decidedAt} zone={zone} />
            </span>
          )}
        </p>
        {request.decisionReason && <p>Said: {request.decisionReason}</p>}
        <RequestLinks request={request} person={person} />
      </header>
      <div className="max-w-[720px]">
        <HoldFocus of={request.state} label="Request">
          <RequestPanel request={request} person={person} zone={zone} />
        </HoldFocus>
      </div>
      <p className="small muted">
        Operation <span className="mono">{request.operation}</span> on{' '}
        <span className="mono brk">{request.object}</span>
      </p>
    </div>
  )
}
