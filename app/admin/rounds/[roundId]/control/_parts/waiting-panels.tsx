import { Countdown } from '@/components/time/countdown'
import { Button } from '@/components/ui/button'
import { TwoPersonPanel } from '@/components/ui/two-person-panel'
import type { Request } from '@/domain/approvals/queries'

const MOST_CHANGES = 4

/** What waits for a second person in this round, each with the way to decide it. */
export function WaitingPanels({ waiting, now }: { waiting: readonly Request[]; now: Date }) {
  return waiting.map((request) => (
    <TwoPersonPanel
      key={request.id}
      title={request.summary}
      before={<Changes request={request} side="before" />}
      after={<Changes request={request} side="after" />}
      reason={request.reason || undefined}
      proposer={{ name: request.requester, at: `${request.requestedAt.toISOString().slice(11, 19)} UTC` }}
      approver={{}}
      expires={<Countdown until={request.expiresAt.toISOString()} now={now.toISOString()} />}
      hash={`${request.inputHash.slice(0, 4)}…${request.inputHash.slice(-2)}`}
    >
      <Button
        href={`/admin/approvals/${request.id}`}
        variant={request.part === 'second' ? 'primary' : 'default'}
        wide
      >
        {request.part === 'second' ? 'Decide' : 'Look at the request'}
      </Button>
    </TwoPersonPanel>
  ))
}

function Changes({ request, side }: { request: Request; side: 'before' | 'after' }) {
  const shown = request.changes.slice(0, MOST_CHANGES)
  const more = request.changes.length - shown.length
  if (shown.length === 0) return null
  return (
    <>
      {shown.map((change) => (
        <span key={change.what} className="block">
          {change.what} {change[side]}
        </span>
      ))}
      {more > 0 && <span className="block">and {more} more</span>}
    </>
  )
}
