import { Changes } from '@/components/approvals/changes'
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
      changes={<FirstChanges request={request} />}
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

function FirstChanges({ request: { changes } }: { request: Request }) {
  const more = changes.length - MOST_CHANGES
  return (
    <>
      <Changes changes={changes.slice(0, MOST_CHANGES)} />
      {more > 0 && <p className="small soft">and {more} more</p>}
    </>
  )
}
