import type { Metadata } from 'next'
import { requirePerson } from '@/app/require-person'
import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Mark } from '@/components/ui/status'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableFrame } from '@/components/ui/table'
import { ownSessions } from '@/domain/sessions/queries'
import { viewerZone } from '@/lib/time/viewer-zone'
import { endOtherSessions, endSession } from './actions'

export const metadata: Metadata = { title: 'Sessions' }

export default async function SessionsPage() {
  const person = await requirePerson({ account: true })
  const sessions = (await ownSessions(person, undefined)) ?? []
  const zone = await viewerZone()
  return (
    <div className="stack">
      <p className="soft">
        A session ends after 30 minutes without use and in any case after twelve hours; 15 minutes and eight
        hours for the programme. What you end here stops at its next request.
      </p>
      <Form action={endSession} className="stack">
        <TableFrame label="Your sessions">
          <table className="tbl cards">
            <caption className="sr-only">Your sessions, this one first</caption>
            <thead>
              <tr>
                <th>Browser</th>
                <th>Signed in</th>
                <th>Last used</th>
                <th>Factors</th>
                <th>
                  <span className="sr-only">End</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.id}>
                  <th scope="row">{session.device}</th>
                  <td className="num" data-label="Signed in">
                    <When at={session.openedAt} zone={zone} />
                  </td>
                  <td className="num" data-label="Last used">
                    <When at={session.lastSeenAt} zone={zone} />
                  </td>
                  <td data-label="Factors">{session.secondFactor ? 'Two' : 'Password'}</td>
                  <td className="n">
                    {session.present ? (
                      <Mark tone="good" icon="circle-check">
                        This one
                      </Mark>
                    ) : (
                      <SubmitButton variant="default" size="s" name="sessionId" value={session.id}>
                        End
                      </SubmitButton>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </Form>
      {sessions.length > 1 && (
        <Form action={endOtherSessions}>
          <div className="actions">
            <SubmitButton variant="danger" icon="log-out">
              End all other sessions
            </SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
