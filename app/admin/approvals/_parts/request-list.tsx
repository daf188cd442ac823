import Link from 'next/link'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import type { Request } from '@/domain/approvals/queries'

const STATES = {
  pending: { tone: 'warn', icon: 'users', word: 'Waiting' },
  approved: { tone: 'good', icon: 'circle-check', word: 'Approved' },
  declined: { tone: 'bad', icon: 'circle-x', word: 'Refused' },
  withdrawn: { tone: 'quiet', icon: 'rotate-ccw', word: 'Withdrawn' },
  expired: { tone: 'quiet', icon: 'clock', word: 'Expired' },
} as const

export function RequestState({ state }: { state: Request['state'] }) {
  const { tone, icon, word } = STATES[state]
  return (
    <Mark tone={tone} icon={icon}>
      {word}
    </Mark>
  )
}

/** Requests: what will happen, who asked, and what is left of its half hour or how it ended. */
export function RequestList({ requests, now, zone }: { requests: Request[]; now: Date; zone: string }) {
  return (
    <ul>
      {requests.map((request) => (
        <li key={request.id} className="row between border-b border-hairline py-4">
          <div>
            <Link className="font-semibold" href={`/admin/approvals/${request.id}`} prefetch={false}>
              {request.summary}
            </Link>
            <p className="small soft">
              {request.part === 'own' ? `You, ${request.requester}` : request.requester},{' '}
              <When at={request.requestedAt} zone={zone} />
            </p>
          </div>
          <div className="row [--gap:1rem]">
            <RequestState state={request.state} />
            {request.state === 'pending' && <TimeLeft until={request.expiresAt} now={now} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function TimeLeft({ until, now }: { until: Date; now: Date }) {
  return (
    <span className="small num">
      expires in <Countdown until={until.toISOString()} now={now.toISOString()} />
    </span>
  )
}
