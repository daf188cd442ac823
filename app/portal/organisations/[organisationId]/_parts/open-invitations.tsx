import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TableFrame } from '@/components/ui/table'
import { type MemberRole, memberWords } from '@/domain/organisations/rules'
import { viewerZone } from '@/lib/time/viewer-zone'
import { takeInvitationBack } from '../../actions'

type Invitation = { id: string; email: string; role: MemberRole; expiresAt: Date }

export async function OpenInvitations({ invitations }: { invitations: Invitation[] }) {
  const zone = await viewerZone()
  return (
    <Form action={takeInvitationBack} className="stack">
      <TableFrame label="Open invitations">
        <table className="tbl">
          <caption className="sr-only">Invitations that nobody has accepted yet</caption>
          <thead>
            <tr>
              <th>Invited</th>
              <th>As</th>
              <th>Open until</th>
              <th>
                <span className="sr-only">Take back</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ id, email, role, expiresAt }) => (
              <tr key={id}>
                <th scope="row" className="brk">
                  {email}
                </th>
                <td>{memberWords[role]}</td>
                <td className="num">
                  <When at={expiresAt} zone={zone} />
                </td>
                <td className="n">
                  <SubmitButton variant="default" size="s" name="invitationId" value={id}>
                    Take back
                  </SubmitButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Form>
  )
}
