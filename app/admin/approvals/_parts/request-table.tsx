import Link from 'next/link'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
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

/** Requests in a table: what will happen, who asked, and what is left of its half hour or how it ended. */
export function RequestTable({
  label,
  requests,
  now,
  zone,
}: {
  label: string
  requests: Request[]
  now: Date
  zone: string
}) {
  return (
    <TableFrame label={label}>
      <table className="tbl">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th>What</th>
            <th>Asked by</th>
            <th>Asked</th>
            <th>State</th>
            <th className="n">Left</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">
                <Link href={`/admin/approvals/${request.id}`} prefetch={false}>
                  {request.summary}
                </Link>
              </th>
              <td>{request.part === 'own' ? `You, ${request.requester}` : request.requester}</td>
              <td className="num">
                <When at={request.requestedAt} zone={zone} />
              </td>
              <td>
                <RequestState state={request.state} />
              </td>
              <td className="n">
                {request.state === 'pending' ? (
                  <Countdown
                    until={request.expiresAt.toISOString()}
                    now={now.toISOString()}
                    minutes
                    over="Expired"
                  />
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
